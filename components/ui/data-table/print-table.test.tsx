// @vitest-environment jsdom
import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { tableOf } from "@/lib/table/table";
import { columnOf, type Column, type TableSpec } from "./column";
import { PrintTable } from "./print-table";
import type { TableUrl } from "./use-table-url";

type Row = { name: string; kind: string; count: number | undefined };

const column = columnOf<Row>();
const columns = [
  column({ id: "name", header: "Name", width: 100, text: ({ name }) => name, cell: ({ name }) => name }),
  column({
    id: "kind",
    header: "Kind",
    width: 100,
    text: ({ kind }) => kind,
    facet: ({ kind }) => kind,
    cell: ({ kind }) => kind,
  }),
  column({
    id: "count",
    header: "Count",
    width: 60,
    text: ({ count }) => String(count ?? "unknown"),
    exported: ({ count }) => count,
    cell: ({ count }) => count,
  }),
];
const spec = { many: "things", columns, sort: { id: "name", descending: false } } as unknown as TableSpec<Row>;

const rowsOf = (count: number): Row[] =>
  Array.from({ length: count }, (_, at) => ({ name: `thing-${at}`, kind: at % 2 ? "odd" : "even", count: at }));

function print(
  rows: readonly Row[],
  arranged: readonly number[],
  url: Partial<TableUrl> = {},
  isSettled = true,
  shown: readonly Column<Row>[] = columns,
) {
  render(
    <PrintTable
      spec={spec}
      columns={shown}
      table={tableOf(columns, rows)}
      arranged={Int32Array.from(arranged)}
      url={{ query: "", chosen: {}, group: undefined, sort: spec.sort, ...url } as TableUrl}
      isSettled={isSettled}
    />,
  );
  expect(screen.queryByRole("table")).toBeNull();
  act(() => void window.dispatchEvent(new Event("beforeprint")));
}

const lines = () =>
  [...screen.getByRole("table").querySelectorAll("tbody tr")].map((row) =>
    [...row.children].map((cell) => cell.textContent).join(" "),
  );

beforeEach(() => {
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test("prints the rows that pass, in the order shown, and says what was filtered and what could not be seen", () => {
  const rows = [...rowsOf(3), { name: "‮evil", kind: "odd", count: undefined }];
  print(rows, [3, 1], { query: "o", chosen: { kind: ["odd"] } });
  expect(lines()).toEqual(["⟨202E⟩evil odd ?", "thing-1 odd 1"]);
  expect(screen.getByRole("region").textContent).toContain("2 of 4 things where text contains “o”, and kind is odd.");
  act(() => void window.dispatchEvent(new Event("afterprint")));
  expect(screen.queryByRole("table")).toBeNull();
});

test("prints the name that the screen says, and what a file holds where the screen says it in signs alone", () => {
  const scope = { ...columns[0]!, exported: ({ name }: Row) => `/subscriptions/${name}` };
  print([{ name: "sub-a", kind: "", count: 1 }], [0], {}, true, [
    { ...scope, brief: ({ name }) => name },
    { ...scope, id: "signs", brief: () => "" },
    { ...scope, id: "unseen", brief: ({ name }) => name, exported: () => undefined },
  ]);
  expect(lines()).toEqual(["sub-a /subscriptions/sub-a ?"]);
});

test("opens every group", () => {
  print(rowsOf(3), [0, 1, 2], { group: "kind" });
  expect(lines()).toEqual(["even 2", "thing-0 even 0", "thing-2 even 2", "odd 1", "thing-1 odd 1"]);
});

test("prints a thousand rows and says where the others are, and that more may come", () => {
  const rows = rowsOf(1_200);
  print(rows, [...rows.keys()], {}, false);
  expect(lines()).toHaveLength(1_000);
  expect(screen.getByRole("region").textContent).toContain(
    "1,200 of 1,200 things. Printed are the first 1,000; an export holds all of them." +
      " Not everything has been read yet: there may be more.",
  );
});
