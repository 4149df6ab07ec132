// @vitest-environment jsdom
import { act, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { expect, onTestFinished, test, vi } from "vitest";
import { grid, names, press, rows, show, Table, type Row, inFlatBrowser } from "./testing/things";

vi.mock("../address", () => import("./testing/address"));

inFlatBrowser();

test("says how many rows there are, and keeps only those in view in the page", async () => {
  show();
  expect(grid().getAttribute("aria-rowcount")).toBe("501");
  expect(grid().getAttribute("aria-colcount")).toBe("4");
  await waitFor(() => expect(names().slice(0, 3)).toEqual(["thing-0", "thing-1", "thing-2"]));
  expect(screen.getAllByRole("row").length).toBeLessThan(40);
});

test("a key shows its rows before anything is summed", async () => {
  const frames: FrameRequestCallback[] = [];
  const frame = vi.spyOn(window, "requestAnimationFrame").mockImplementation((draw) => frames.push(draw));
  onTestFinished(() => frame.mockRestore());
  show();
  fireEvent.change(screen.getByRole("searchbox"), { target: { value: "thing-49 gold" } });
  await waitFor(() => expect(names()).toHaveLength(5));
  expect(screen.getByText("500 shown")).toBeTruthy();
  frames.forEach((draw) => draw(performance.now()));
  await screen.findByText("5 shown");
});

test("a table that appears shows its first rows, and those below them in the frame after", async () => {
  show();
  expect(names()).toEqual(rows.slice(0, 8).map(({ name }) => name));
  await waitFor(() => expect(names().slice(0, 16)).toEqual(rows.slice(0, 16).map(({ name }) => name)));
});

test("of other rows the first in view are drawn at once, and the rest in the frame after", async () => {
  show();
  await waitFor(() => expect(names().slice(0, 16)).toEqual(rows.slice(0, 16).map(({ name }) => name)));
  const frames: FrameRequestCallback[] = [];
  const frame = vi.spyOn(window, "requestAnimationFrame").mockImplementation((draw) => frames.push(draw));
  onTestFinished(() => frame.mockRestore());
  fireEvent.change(screen.getByRole("searchbox"), { target: { value: "silver" } });
  const silver = rows.filter(({ offer }) => offer === "silver").map(({ name }) => name);
  await waitFor(() => expect(names().slice(0, 12)).toEqual(silver.slice(0, 12)));
  expect(names().slice(12, 16)).toEqual(rows.slice(12, 16).map(({ name }) => name));
  frames.forEach((draw) => draw(performance.now()));
  await waitFor(() => expect(names().slice(0, 16)).toEqual(silver.slice(0, 16)));
});

test("of rows that come back the first in view are drawn at once, too", async () => {
  show("?q=thing-499");
  await waitFor(() => expect(names()).toEqual(["thing-499"]));
  const frames: FrameRequestCallback[] = [];
  const frame = vi.spyOn(window, "requestAnimationFrame").mockImplementation((draw) => frames.push(draw));
  onTestFinished(() => frame.mockRestore());
  fireEvent.change(screen.getByRole("searchbox"), { target: { value: "" } });
  await waitFor(() => expect(names()).toEqual(rows.slice(0, 12).map(({ name }) => name)));
  frames.forEach((draw) => draw(performance.now()));
  await waitFor(() => expect(names().slice(0, 16)).toEqual(rows.slice(0, 16).map(({ name }) => name)));
});

test("the filter narrows, and what no row passes is named with a way out", async () => {
  show();
  const input = screen.getByRole("searchbox", { name: "Filter things" });
  fireEvent.change(input, { target: { value: "thing-49 gold" } });
  await waitFor(() => expect(screen.getByText("5 shown")).toBeTruthy());
  expect(names()).toEqual(["thing-490", "thing-492", "thing-494", "thing-496", "thing-498"]);
  fireEvent.change(input, { target: { value: "nobody" } });
  expect(await screen.findByRole("heading", { name: "No thing matches" })).toBeTruthy();
  expect(screen.getByText(/text contains “nobody”/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Clear filters" }));
  await waitFor(() => expect(screen.getByText("500 shown")).toBeTruthy());
});

test("a link that asks for what the table does not know is followed as far as it goes, and the rest is said", async () => {
  show("?sort=colour&offer=gold&cols=name,size&group=name&rows=31&utm=1");
  await waitFor(() => expect(screen.getByText("250 shown")).toBeTruthy());
  const said = await screen.findByText(/that part was ignored/);
  for (const part of ["sort=colour", "cols=name,size", "group=name", "rows=31", "utm=1"])
    expect(said.textContent).toContain(part);
  expect(said.textContent).not.toContain("offer");
  expect(screen.getAllByRole("columnheader")).toHaveLength(4);
});

test("groups stand under heads that close, and rows under two levels", async () => {
  show("?group=offer");
  const tree = await screen.findByRole("treegrid");
  const [head] = within(tree).getAllByRole("row", { expanded: true });
  expect(head?.textContent).toBe("gold250");
  expect(within(tree).getAllByRole("row")[2]?.getAttribute("aria-level")).toBe("2");
  expect(tree.getAttribute("aria-rowcount")).toBe("503");
  fireEvent.click(within(head!).getByRole("gridcell"));
  expect(tree.getAttribute("aria-rowcount")).toBe("253");
  expect(document.activeElement?.closest("[role=row]")?.getAttribute("aria-expanded")).toBe("false");
  press("ArrowRight");
  expect(tree.getAttribute("aria-rowcount")).toBe("503");
});

test("rows that arrive keep the order of the first ones until no more come", async () => {
  const of = (all: readonly Row[], isSettled: boolean) => <Table all={all} isSettled={isSettled} />;
  const row = (name: string): Row => ({ id: name, name, offer: "", count: 0 });
  const view = render(of([row("c"), row("a")], false));
  // From the first drawing on: nothing jumps.
  expect(names()).toEqual(["a", "c"]);
  view.rerender(of([row("c"), row("a"), row("b")], false));
  await act(() => new Promise((resolve) => setTimeout(resolve, 30)));
  expect(names()).toEqual(["a", "c", "b"]);
  expect(grid().getAttribute("aria-busy")).toBe("true");
  view.rerender(of([row("c"), row("a"), row("b")], true));
  expect(names()).toEqual(["a", "b", "c"]);
});
