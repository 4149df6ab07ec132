// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, onTestFinished, test, vi } from "vitest";
import { savedSingleKeys } from "@/lib/preference";
import { go } from "../go";
import { focused, grid, names, opened, press, rows, show, updates, inFlatBrowser } from "./testing/things";

vi.mock("../address", () => import("./testing/address"));

inFlatBrowser();

test("letters rest once somebody switched single keys off, and other keys do not", async () => {
  savedSingleKeys.set("off");
  onTestFinished(() => savedSingleKeys.set("on"));
  show();
  await waitFor(() => expect(names()[9]).toBe("thing-9"));
  press("j");
  expect(focused()).toBeUndefined();
  grid().querySelector<HTMLElement>("[role=gridcell][tabindex='0']")?.focus();
  expect(focused()).toBe("2");
  for (const key of ["j", "K", "x"]) press(key);
  expect(focused()).toBe("2");
  expect(screen.queryAllByRole("row", { selected: true })).toEqual([]);
  press("ArrowDown");
  press(" ");
  expect(focused()).toBe("3");
  expect(screen.getAllByRole("row", { selected: true })).toHaveLength(1);
});

test("is one tab stop; arrows, J, K, Home, End and pages move, and focus survives scrolling", async () => {
  show();
  await waitFor(() => expect(names()[9]).toBe("thing-9"));
  expect(grid().querySelectorAll("[tabindex='0']")).toHaveLength(1);
  press("j");
  expect(focused()).toBe("2");
  press("ArrowDown");
  press("j");
  expect(focused()).toBe("4");
  press("k");
  expect(focused()).toBe("3");
  press("PageDown");
  expect(focused()).toBe("12");
  press("End");
  expect(focused()).toBe("501");
  expect(document.activeElement?.textContent).toBe("thing-499");
  grid().scrollTo({ top: 0 });
  expect(document.activeElement?.textContent).toBe("thing-499");
  press("ArrowRight");
  expect(document.activeElement?.textContent).toBe("silver");
  press("Home", { ctrlKey: true });
  expect(focused()).toBe("2");
  press("ArrowUp");
  expect(document.activeElement?.getAttribute("role")).toBe("columnheader");
  expect(grid().querySelectorAll("[tabindex='0']")).toHaveLength(1);
});

test("Enter opens the row; the same key on a head sorts and says so", async () => {
  show();
  await waitFor(() => expect(names()[0]).toBe("thing-0"));
  press("j");
  press("Enter");
  expect(opened).toHaveBeenLastCalledWith(rows[0]);
  press("ArrowUp");
  press("ArrowRight", { ctrlKey: true });
  press("Enter");
  const head = screen.getByRole("columnheader", { name: "Count" });
  await waitFor(() => expect(head.getAttribute("aria-sort")).toBe("ascending"));
  await waitFor(() => expect(names()[0]).toBe("thing-499"));
  fireEvent.click(head);
  await waitFor(() => expect(names()[0]).toBe("thing-0"));
  expect(head.getAttribute("aria-sort")).toBe("descending");
  expect(document.activeElement, "a pressed head has the focus").toBe(head);
  await waitFor(() => expect(updates.mock.lastCall?.[0].queryString).toBe("?open=id-0&sort=-count"));
});

test("on a row's box Enter opens the row too, and Space selects it", async () => {
  show();
  await waitFor(() => expect(names()[0]).toBe("thing-0"));
  press("j");
  press("Home", { ctrlKey: true });
  press(" ");
  expect(screen.getAllByRole("row", { selected: true })).toHaveLength(1);
  expect(opened).not.toHaveBeenCalled();
  press("Enter");
  expect(opened).toHaveBeenLastCalledWith(rows[0]);
  expect(screen.getAllByRole("row", { selected: true })).toHaveLength(1);
});

test("whoever clears the filters goes on in the filter's field", async () => {
  show("?q=thing-7");
  const field = screen.getByRole("searchbox");
  const bar = await screen.findByRole("button", { name: "Clear" });
  bar.focus();
  fireEvent.click(bar);
  expect(document.activeElement).toBe(field);
  fireEvent.change(field, { target: { value: "nothing at all" } });
  const empty = await screen.findByRole("button", { name: "Clear filters" });
  empty.focus();
  fireEvent.click(empty);
  expect(document.activeElement).toBe(field);
});

test("Back from a row's page returns to the row, and a link to the table does not", async () => {
  window.history.replaceState(null, "", "/things");
  const leave = () => {
    opened.mockImplementationOnce(() => go("/things/7"));
    fireEvent.click(screen.getByText("thing-7"));
    cleanup();
  };
  show();
  await waitFor(() => expect(names()[7]).toBe("thing-7"));
  leave();
  window.history.replaceState(null, "", "/things");
  fireEvent.popState(window);
  show();
  await waitFor(() => expect(document.activeElement?.textContent).toBe("thing-7"));
  leave();
  go("/things");
  show();
  await waitFor(() => expect(names()[7]).toBe("thing-7"));
  expect(document.activeElement).toBe(document.body);
});

test("Back to a long table waits with the focus until the rows stand in their order", async () => {
  window.history.replaceState(null, "", "/things");
  const many = Array.from({ length: 1_500 }, (_, index) => ({
    ...rows[0]!,
    id: `id-${index}`,
    name: `thing-${index}`,
  }));
  const asTheyCome = many.toReversed();
  const isOrdered = () => waitFor(() => expect(grid().getAttribute("aria-busy")).toBe("false"));
  show("", asTheyCome);
  await isOrdered();
  opened.mockImplementationOnce(() => go("/things/7"));
  fireEvent.click(screen.getByText("thing-7"));
  cleanup();
  window.history.replaceState(null, "", "/things");
  fireEvent.popState(window);
  show("", asTheyCome);
  await isOrdered();
  await waitFor(() => expect(document.activeElement?.textContent).toBe("thing-7"));
  expect(names()[7]).toBe("thing-7");
});

test("a press makes its cell the current one, unless it leads to another page", async () => {
  show();
  await waitFor(() => expect(names()[0]).toBe("thing-0"));
  fireEvent.click(screen.getByText("thing-2"));
  expect(focused()).toBe("4");
  opened.mockImplementationOnce(() => window.history.pushState(null, "", "/elsewhere"));
  fireEvent.click(screen.getByText("thing-5"));
  expect(opened).toHaveBeenLastCalledWith(rows[5]);
  expect(focused()).toBe("4");
  // Its row is marked until the other page is there, or the address changes again.
  const row = screen.getByText("thing-5").closest("[role=row]");
  expect(row?.getAttribute("aria-current")).toBe("true");
  act(() => go("/things"));
  expect(row?.getAttribute("aria-current")).toBeNull();
});

test("X and Space select, Shift extends in the order shown, Esc clears", async () => {
  show();
  await waitFor(() => expect(names()[0]).toBe("thing-0"));
  press("j");
  press("x");
  press("j");
  press("j");
  press(" ", { shiftKey: true });
  expect(screen.getAllByRole("row", { selected: true }).map((row) => row.getAttribute("aria-rowindex"))).toEqual([
    "2",
    "3",
    "4",
  ]);
  expect(await screen.findByText("3 selected")).toBeTruthy();
  press("Escape");
  expect(screen.queryAllByRole("row", { selected: true })).toHaveLength(0);
});

test("copying gives the cell, unless text is selected", async () => {
  show();
  await waitFor(() => expect(names()[0]).toBe("thing-0"));
  press("j");
  press("ArrowRight");
  press("ArrowRight");
  const setData = vi.fn();
  fireEvent.copy(document.activeElement!, { clipboardData: { setData } });
  expect(setData).toHaveBeenLastCalledWith("text/plain", "1000");
  setData.mockClear();
  vi.spyOn(window, "getSelection").mockReturnValue({ isCollapsed: false } as Selection);
  fireEvent.copy(document.activeElement!, { clipboardData: { setData } });
  expect(setData).not.toHaveBeenCalled();
});

test("a copied name that begins like a formula comes as text, and numbers and ids as they are", async () => {
  show("", [{ id: "a", name: '=HYPERLINK("https://evil.example")', offer: "-5", count: -7 }]);
  await waitFor(() => expect(names()).toHaveLength(1));
  vi.spyOn(window, "getSelection").mockReturnValue({ isCollapsed: true } as Selection);
  press("j");
  for (const copied of [`'=HYPERLINK("https://evil.example")`, "-5", "-7"]) {
    const setData = vi.fn();
    fireEvent.copy(document.activeElement!, { clipboardData: { setData } });
    expect(setData).toHaveBeenLastCalledWith("text/plain", copied);
    press("ArrowRight");
  }
});

test("closing the detail gives focus back to its row", async () => {
  show("?open=id-7", rows, true);
  expect((await screen.findByText(/next is id-8/)).textContent).toContain("next is id-8");
  screen.getByRole("button", { name: "Close" }).focus();
  fireEvent.click(screen.getByRole("button", { name: "Close" }));
  await waitFor(() => expect(document.activeElement?.textContent).toBe("thing-7"));
});
