// @vitest-environment jsdom
import { afterEach, describe, expect, it, test, vi } from "vitest";
import type { Chosen } from "@/lib/table/table";
import { columnOf, type TableSpec } from "../column";
import type { TableUrl } from "../use-table-url";
import { addressOf, filtersIn, show, stateOf } from "./view-address";

type Row = { name: string };

const column = columnOf<Row>();
const text = ({ name }: Row) => name;
const spec = {
  many: "things",
  columns: [
    column({ id: "name", header: "Name", width: 1, text, cell: text }),
    column({ id: "offer", header: "Offer", width: 1, text, facet: text, isGrouping: true, cell: text }),
    column({ id: "state", header: "State", width: 1, text, facet: text, cell: text }),
    column({ id: "domain", header: "Domain", width: 1, text, isHidden: true, cell: text }),
  ],
  sort: { id: "name", descending: false },
} as unknown as TableSpec<Row>;

const setAll = vi.fn<TableUrl["setAll"]>();
const urlOf = (parts: Partial<TableUrl> = {}): TableUrl =>
  ({ query: "", sort: spec.sort, chosen: {}, setAll, ...parts }) as TableUrl;

afterEach(() => {
  setAll.mockClear();
  window.history.replaceState(null, "", "/");
});

describe("the state of a table", () => {
  const same: [string, Partial<TableUrl>][] = [
    ["nothing", {}],
    ["blanks", { query: "  " }],
    ["the usual columns", { columns: ["offer", "state"] }],
    ["the usual columns with the first, which always stands", { columns: ["name", "offer", "state"] }],
    ["an open row", { open: "id-7" }],
    ["a name", { named: "Mine" }],
  ];
  test.each(same)("is empty for %s", (_, parts) => expect(stateOf(spec, urlOf(parts))).toBe(""));

  const different: [string, Partial<TableUrl>, string][] = [
    ["a query", { query: "a&b=c " }, "q=a%26b%3Dc"],
    ["an order", { sort: { id: "state", descending: true } }, "sort=-state"],
    ["columns", { columns: ["state", "offer"] }, "cols=name%2Cstate%2Coffer"],
    ["no columns but the first", { columns: ["name"] }, "cols=name"],
    ["groups", { group: "offer" }, "group=offer"],
    ["a height", { rows: 26 }, "rows=26"],
  ];
  test.each(different)("tells %s", (_, parts, state) => expect(stateOf(spec, urlOf(parts))).toBe(state));

  it("is the same whichever filter was chosen first", () => {
    const one: Chosen = { state: ["b", "a"], offer: ["x"] };
    const other: Chosen = { offer: ["x"], state: ["a", "b"] };
    expect(stateOf(spec, urlOf({ chosen: one }))).toBe(stateOf(spec, urlOf({ chosen: other })));
  });

  it("tells a table that is grouped at first from one that is not any more", () => {
    const grouped = { ...spec, groups: { by: "offer", order: "name", areClosed: false } } as TableSpec<Row>;
    expect(stateOf(grouped, urlOf({ group: "offer" }))).toBe("");
    expect(stateOf(grouped, urlOf({ group: undefined }))).toBe("group=none");
  });
});

describe("an address", () => {
  it("holds the state and the name, keeps what is the page's own, and no open row", () => {
    window.history.replaceState(null, "", "/things?of=7&q=old&open=id-1&state=gone&named=Old");
    expect(addressOf(spec, "q=new&state=a%2Cb", "Mine & yours")).toBe(
      "/things?of=7&named=Mine+%26+yours&q=new&state=a%2Cb",
    );
    expect(addressOf(spec, "", undefined)).toBe("/things?of=7");
  });

  it("is shown as far as it is understood", () => {
    show(spec, urlOf(), "q=new&sort=colour&state=a,b&rows=33&shoe=42", "Mine");
    expect(setAll).toHaveBeenCalledWith(
      { q: "new", sort: null, cols: null, group: null, rows: null, open: null, named: "Mine" },
      { offer: null, state: ["a", "b"] },
    );
    expect(filtersIn(spec, "q=new&state=a,b")).toEqual({ query: "new", chosen: { offer: [], state: ["a", "b"] } });
  });
});
