import { expect, test } from "vitest";
import type { TableSpec } from "./column";
import { facetParams, tableParams, unknownParams } from "./url-params";

const text = () => "";
const cell = () => null;
const spec: TableSpec<string> = {
  name: "things",
  one: "thing",
  many: "things",
  columns: [
    { id: "name", header: "Name", width: 1, text, cell },
    { id: "offer", header: "Offer", width: 1, text, cell, facet: text, isGrouping: true },
  ],
  rowId: String,
  rowLabel: String,
  record: () => ({}),
  sort: { id: "name", descending: false },
  placeholder: "",
  compact: cell,
};
const fixed = tableParams(spec);
const facets = facetParams(spec);
const unknown = (search: string) => unknownParams(new URLSearchParams(search), { ...fixed, ...facets });

test("reads back what it writes", () => {
  for (const sort of [
    { id: "offer", descending: true },
    { id: "name", descending: false },
  ])
    expect(fixed.sort.parse(fixed.sort.serialize(sort))).toEqual(sort);
  const odd = ["a,b", "100 %", "=1+1", "ä&b=c", "‮x"];
  expect(facets.offer?.parse(facets.offer.serialize(odd))).toEqual(odd);
  expect(fixed.cols.parse(fixed.cols.serialize(["offer", "name"]))).toEqual(["offer", "name"]);
});

test("knows its own parameters, whatever values a filter has", () => {
  expect(unknown("q=x&sort=-offer&cols=name&group=offer&rows=40&open=/x/y&offer=gold,silver")).toEqual([]);
});

test.each([
  ["sort=size", "sort=size"],
  ["sort=--name", "sort=--name"],
  ["cols=name,name", "cols=name,name"],
  ["cols=name,size", "cols=name,size"],
  ["group=name", "group=name"],
  ["rows=33", "rows=33"],
  ["name=x", "name=x"],
  ["constructor=x", "constructor=x"],
  ["debug", "debug"],
  [`q=${"x".repeat(201)}`, `q=${"x".repeat(201)}`],
])("does not follow %s", (search, said) => expect(unknown(search)).toEqual([said]));
