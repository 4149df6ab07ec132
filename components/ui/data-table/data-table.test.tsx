// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { NuqsTestingAdapter, type UrlUpdateEvent } from "nuqs/adapters/testing";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { savedSingleKeys } from "@/lib/preference";
import { go } from "../go";
import { columnOf, type TableSpec } from "./column";
import { DataTable } from "./data-table";
import { useTableUrl } from "./use-table-url";

type Row = { id: string; name: string; offer: string; count: number };

let search = "";
vi.mock("../address", () => ({ useSearch: () => new URLSearchParams(search) }));

const column = columnOf<Row>();
const spec: TableSpec<Row> = {
  name: "things",
  one: "thing",
  many: "things",
  columns: [
    column({ id: "name", header: "Name", width: 100, text: ({ name }) => name, cell: ({ name }) => name }),
    column({
      id: "offer",
      header: "Offer",
      width: 100,
      text: ({ offer }) => offer,
      facet: ({ offer }) => offer,
      isGrouping: true,
      cell: ({ offer }) => offer,
    }),
    column({
      id: "count",
      header: "Count",
      width: 60,
      text: ({ count }) => String(count),
      value: ({ count }) => count,
      exported: ({ count }) => count,
      cell: ({ count }) => count,
    }),
  ],
  rowId: ({ id }) => id,
  rowLabel: ({ name }) => name,
  record: (row) => ({ ...row }),
  sort: { id: "name", descending: false },
  placeholder: "Filter things",
  compact: ({ name }) => name,
};

const rows: Row[] = Array.from({ length: 500 }, (_, index) => ({
  id: `id-${index}`,
  name: `thing-${index}`,
  offer: index % 2 ? "silver" : "gold",
  count: 1000 - index,
}));

const updates = vi.fn<(event: UrlUpdateEvent) => void>();
const opened = vi.fn<(row: Row) => void>();

function Screen({ all, hasPanel }: { all: readonly Row[]; hasPanel: boolean }) {
  const url = useTableUrl(spec);
  return (
    <DataTable
      spec={spec}
      rows={all}
      url={url}
      isSettled
      freshness={{ asOf: undefined, coverage: "", isComplete: true }}
      onOpen={(row) => {
        opened(row);
        url.setOpen(row.id);
      }}
      head={(actions) => <div>{actions}</div>}
      totals={(_, hits) => <span>{hits.length} shown</span>}
      {...(hasPanel && {
        panel: ({ next, close }) => (
          <aside>
            <button onClick={close}>Close</button> next is {next}
          </aside>
        ),
      })}
    />
  );
}

const show = (at = "", all: readonly Row[] = rows, hasPanel = false) => {
  search = at;
  return render(
    <NuqsTestingAdapter searchParams={at} onUrlUpdate={updates} hasMemory>
      <Screen all={all} hasPanel={hasPanel} />
    </NuqsTestingAdapter>,
  );
};

beforeEach(() => {
  updates.mockClear();
  opened.mockClear();
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      disconnect() {}
    },
  );
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(356);
  HTMLElement.prototype.scrollTo = function scrollTo(this: HTMLElement, options?: ScrollToOptions | number) {
    this.scrollTop = typeof options === "object" ? (options.top ?? 0) : 0;
    fireEvent.scroll(this);
  };
  HTMLElement.prototype.scrollIntoView = () => Promise.resolve();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const grid = () => screen.getByRole("grid");
const names = () =>
  screen
    .getAllByRole("row")
    .slice(1)
    .map((row) => within(row).getAllByRole("gridcell")[1]?.textContent);
const press = (key: string, more: Partial<KeyboardEventInit> = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
const focused = () => document.activeElement?.closest("[role=row]")?.getAttribute("aria-rowindex");

test("says how many rows there are, and keeps only those in view in the page", async () => {
  show();
  expect(grid().getAttribute("aria-rowcount")).toBe("501");
  expect(grid().getAttribute("aria-colcount")).toBe("4");
  await waitFor(() => expect(names().slice(0, 3)).toEqual(["thing-0", "thing-1", "thing-2"]));
  expect(screen.getAllByRole("row").length).toBeLessThan(40);
});

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

test("rows that arrive keep the order of the first ones until no more come", async () => {
  const of = (all: readonly Row[], isSettled: boolean) => (
    <NuqsTestingAdapter>
      <Settling all={all} isSettled={isSettled} />
    </NuqsTestingAdapter>
  );
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

function Settling({ all, isSettled }: { all: readonly Row[]; isSettled: boolean }) {
  const url = useTableUrl(spec);
  return (
    <DataTable
      spec={spec}
      rows={all}
      url={url}
      isSettled={isSettled}
      freshness={{ asOf: undefined, coverage: "", isComplete: true }}
      onOpen={() => undefined}
      head={() => null}
      totals={() => null}
    />
  );
}
