// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeAll, expect, test, vi } from "vitest";
import { grid, inFlatBrowser, press, rows, show, Table } from "./testing/things";
import { rushRows } from "./use-row-window";

vi.mock("../address", () => import("./testing/address"));

inFlatBrowser();
beforeAll(rushRows.fetch);

const lines = () =>
  screen
    .getAllByRole("row")
    .slice(1)
    .map((row) => Number(row.getAttribute("aria-rowindex")) - 2)
    .toSorted((a, b) => a - b);

/** Rows drawn in full have a box to select them. */
const fullLines = () => screen.queryAllByRole("checkbox", { name: /^Select thing-/ }).length;

function scrollTo(line: number) {
  grid().scrollTop = line * 32;
  fireEvent.scroll(grid());
}

/** Three frames, of which the third rushes. */
const rushTo = (line: number) => [line - 20, line - 10, line].forEach(scrollTo);

const began = async () => {
  show();
  await waitFor(() => expect(fullLines()).toBeGreaterThan(9));
};

const from = (first: number, count: number) => Array.from({ length: count }, (_, index) => first + index);

test("rows that rush past say their words, and those left behind are not laid out", async () => {
  await began();
  rushTo(100);
  expect(fullLines()).toBe(0);
  expect(lines()).toEqual(from(98, 22));
  const row = screen.getByRole("row", { name: "thing-104 gold 896" });
  expect(row.style.transform).toBe(`translateY(${104 * 32}px)`);
  expect(row.getAttribute("aria-selected")).toBe("false");
  expect(row.closest(".pointer-events-none"), "a pointer above them points at none").not.toBeNull();
});

test("there are more rows where they rush to, up or down", async () => {
  await began();
  rushTo(100);
  scrollTo(60);
  expect(lines()).toEqual(from(50, 22));
});

test("when the list rests, its rows are drawn in full and each stands once", async () => {
  await began();
  rushTo(100);
  await waitFor(() => expect(fullLines()).toBe(23));
  // The first row is the tab stop, wherever the list is.
  expect(lines()).toEqual([0, ...from(94, 22)]);
});

test("turning a wheel draws rows in full", async () => {
  await began();
  [3, 6, 9, 12].forEach(scrollTo);
  expect(lines()).toEqual([0, ...from(6, 22)]);
  expect(fullLines()).toBe(23);
});

test("a row with the focus stays in the page while others rush past", async () => {
  await began();
  press("j");
  await waitFor(() => expect(document.activeElement?.textContent).toBe("thing-0"));
  rushTo(100);
  expect(document.activeElement?.textContent).toBe("thing-0");
  expect(fullLines()).toBeGreaterThan(9);
});

test("rows that change while they rush past are told as they are", async () => {
  const { rerender } = show();
  rushTo(100);
  rerender(<Table all={rows.map((row) => ({ ...row, offer: "copper" }))} />);
  expect(screen.getByRole("row", { name: "thing-104 copper 896" })).toBeTruthy();
});

test("heads of groups rush past by their names", async () => {
  show("?group=offer");
  await screen.findByRole("treegrid");
  const scroller = screen.getByRole("treegrid");
  for (const at of [230, 240, 250]) {
    scroller.scrollTop = at * 32;
    fireEvent.scroll(scroller);
  }
  expect(screen.getByRole("row", { name: "silver 250" })).toBeTruthy();
});
