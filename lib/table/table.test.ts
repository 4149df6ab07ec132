import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countFacet } from "./facet";
import type { Field } from "./field";
import { groupAt, groupRows, isGroup } from "./group";
import { arrange } from "./order";
import { repeating } from "./repeats";
import { scanning } from "./scan";
import { finish } from "./slices";
import { facetFor, filter, isOrdered, orderFor, prepareOrder, search, tableOf, withRows } from "./table";

type Row = { name: string; offers: string[]; count: number | undefined };

const fields: Field<Row>[] = [
  { id: "name", text: ({ name }) => name },
  { id: "offers", text: ({ offers }) => offers.join(", "), facet: ({ offers }) => offers },
  { id: "count", text: ({ count }) => String(count ?? "?"), value: ({ count }) => count },
];

const word = fc.string({ unit: fc.constantFrom("a", "B", "ä", "1", "2", "-", " "), maxLength: 6 });
const row: fc.Arbitrary<Row> = fc.record({
  name: word,
  offers: fc.array(fc.constantFrom("gold", "silver", "bronze", ""), { maxLength: 3 }),
  count: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
});
const rows = fc.array(row, { maxLength: 60 });

/** What there is after each key. */
const keysOf = (query: string) => Array.from(query, (_, at) => query.slice(0, at + 1));

const textOf = (of: Row) =>
  fields
    .map((field) => field.text(of))
    .join("\n")
    .toLowerCase();
const naiveSearch = (all: readonly Row[], query: string) =>
  [...all.keys()].filter((index) =>
    query
      .toLowerCase()
      .split(/\s+/)
      .every((term) => textOf(all[index]!).includes(term)),
  );

describe("search", () => {
  it.each([
    { texts: "texts", finder: scanning },
    { texts: "texts that repeat", finder: repeating },
  ])("finds in $texts what a plain scan finds, however the query grew and whatever rows arrived", ({ finder }) => {
    const oneOrGrown = fc.oneof(
      word.map((query) => [query]),
      fc.tuple(word, word).map(([one, other]) => keysOf(`${one} ${other}`)),
    );
    const typed = fc.array(oneOrGrown, { maxLength: 4 }).map((queries) => queries.flat());
    fc.assert(
      fc.property(rows, rows, typed, (first, second, queries) => {
        let table = tableOf(fields, first, finder);
        for (const query of queries) expect([...search(table, query)]).toEqual(naiveSearch(first, query));
        const all = [...first.slice(0, 5), ...second];
        table = withRows(table, all);
        for (const query of queries) expect([...search(table, query)]).toEqual(naiveSearch(all, query));
      }),
    );
  });

  it("narrows along a growing query", () => {
    const table = tableOf(fields, [
      { name: "Contoso prod", offers: [], count: 1 },
      { name: "Contoso dev", offers: ["production"], count: 2 },
      { name: "Fabrikam", offers: [], count: 3 },
    ]);
    expect([...search(table, "c")]).toEqual([0, 1]);
    expect([...search(table, "contoso")]).toEqual([0, 1]);
    expect([...search(table, "contoso dev")]).toEqual([1]);
    expect([...search(table, "prod contoso")]).toEqual([0, 1]);
    expect([...search(table, "")]).toEqual([0, 1, 2]);
  });

  it("keeps the text of rows that stayed, and makes that of others anew", () => {
    let made = 0;
    const counting = [{ id: "name", text: ({ name }: Row) => (made++, name) }];
    const first = Array.from({ length: 10 }, (_, index) => ({ name: `n${index}`, offers: [], count: index }));
    const table = tableOf(counting, first);
    finish(table.finder.prepare());
    expect(made).toBe(10);
    const changed = { ...first[3]!, name: "changed" };
    const next = withRows(table, [
      ...first.slice(0, 3),
      changed,
      ...first.slice(4),
      { name: "new", offers: [], count: 1 },
    ]);
    expect([...search(next, "changed")]).toEqual([3]);
    expect([...search(next, "new")]).toEqual([10]);
    expect(made).toBe(12);
  });
});

describe("order", () => {
  it("sorts as a plain stable sort does, what is unknown last in both directions", () => {
    fc.assert(
      fc.property(rows, fc.boolean(), (all, descending) => {
        const table = tableOf(fields, all);
        finish(prepareOrder(table, "count"));
        const arranged = [...arrange(search(table, ""), orderFor(table, "count"), descending, all.length)];
        const known = [...all.keys()].filter((index) => all[index]!.count !== undefined);
        known.sort((a, b) => all[a]!.count! - all[b]!.count!);
        if (descending) known.reverse();
        expect(arranged).toEqual([...known, ...[...all.keys()].filter((index) => all[index]!.count === undefined)]);
      }),
    );
  });

  it("holds for some of the rows as for all, whichever were asked for before", () => {
    fc.assert(
      fc.property(rows, fc.boolean(), fc.func(fc.boolean()), (all, descending, isOne) => {
        const table = tableOf(fields, all);
        finish(prepareOrder(table, "count"));
        const order = orderFor(table, "count");
        const some = (wanted: boolean) => Int32Array.from([...all.keys()].filter((row) => isOne(row) === wanted));
        const whole = [...arrange(search(table, ""), order, descending, all.length)];
        for (const wanted of [true, false])
          expect([...arrange(some(wanted), order, descending, all.length)]).toEqual(
            whole.filter((row) => isOne(row) === wanted),
          );
      }),
    );
  });

  it("puts names as people do", () => {
    const names = ["sub-10", "Sub-2", "sub-02b", "Ärger", "apfel", "Zoo", "sub-9"];
    const table = tableOf(
      fields,
      names.map((name) => ({ name, offers: [], count: 0 })),
    );
    finish(prepareOrder(table, "name"));
    expect([...orderFor(table, "name")!.rows].map((index) => names[index])).toEqual([
      "apfel",
      "Ärger",
      "Sub-2",
      "sub-02b",
      "sub-9",
      "sub-10",
      "Zoo",
    ]);
  });

  it("holds for the rows it was made of; later ones follow as they came until it is made again", () => {
    const of = (names: string[]) => names.map((name) => ({ name, offers: [], count: 0 }));
    let table = tableOf(fields, of(["c", "a"]));
    finish(prepareOrder(table, "name"));
    table = withRows(table, [...table.rows, ...of(["b", "0"])]);
    expect(isOrdered(table, "name")).toBe(false);
    expect([...arrange(search(table, ""), orderFor(table, "name"), false, 4)]).toEqual([1, 0, 2, 3]);
    finish(prepareOrder(table, "name"));
    expect([...arrange(search(table, ""), orderFor(table, "name"), false, 4)]).toEqual([3, 1, 2, 0]);
    expect(orderFor(withRows(table, of(["x"])), "name")).toBeUndefined();
  });
});

describe("facets and groups", () => {
  it("keeps rows that have one of the chosen values, and counts the others as if nothing were chosen", () => {
    fc.assert(
      fc.property(rows, fc.subarray<string>(["gold", "silver", ""]), word, (all, chosen, query) => {
        const table = tableOf(fields, all);
        const expected = naiveSearch(all, query).filter(
          (index) => !chosen.length || all[index]!.offers.some((offer) => chosen.includes(offer)),
        );
        expect([...filter(table, query, { offers: chosen })]).toEqual(expected);
        const facet = facetFor(table, "offers")!;
        const counts = countFacet(filter(table, query, { offers: chosen }, "offers"), facet);
        facet.values.forEach((value, code) =>
          expect(counts[code]).toBe(naiveSearch(all, query).filter((i) => all[i]!.offers.includes(value)).length),
        );
      }),
    );
  });

  it("names the first row of each group, whether any of them is open or not", () => {
    fc.assert(
      fc.property(rows, fc.boolean(), (all, areClosed) => {
        const table = tableOf(fields, all);
        const facet = facetFor(table, "offers")!;
        const closed = new Set(areClosed ? ["gold", "silver", "bronze", ""] : []);
        const { lines, groups } = groupRows(search(table, ""), facet, closed, "rows");
        const firsts = groups.map(({ value }) =>
          all.findIndex(({ offers }) => (offers.length ? offers.includes(value) : value === "")),
        );
        expect(groups.map(({ first }) => first)).toEqual(firsts);
        expect(firsts).toEqual(firsts.toSorted((one, other) => one - other));
        if (areClosed) expect([...lines]).toEqual(groups.map((_, at) => -1 - at));
      }),
    );
  });

  it("puts the groups first whose rows weigh most together, and of equal ones the one whose row comes first", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const table = tableOf(fields, all);
        const weights = Float64Array.from(all, ({ count }) => Math.abs(count ?? 0));
        const { groups } = groupRows(search(table, ""), facetFor(table, "offers")!, new Set(), weights);
        const weighed = groups.map(({ value, first }) => ({
          first,
          sum: all.reduce(
            (sum, { offers }, at) =>
              (offers.length ? offers.includes(value) : value === "") ? sum + weights[at]! : sum,
            0,
          ),
        }));
        const expected = weighed.toSorted((one, other) => other.sum - one.sum || one.first - other.first);
        expect(weighed).toEqual(expected);
      }),
    );
  });

  it("shows every row under each of its values, once, and none of a closed group", () => {
    fc.assert(
      fc.property(rows, fc.subarray<string>(["gold", "silver", ""]), (all, closed) => {
        const table = tableOf(fields, all);
        const { lines, groups } = groupRows(search(table, ""), facetFor(table, "offers")!, new Set(closed));
        const seen = new Map<string, number[]>(groups.map(({ value }) => [value, []]));
        let current = "";
        for (const line of lines) {
          if (isGroup(line)) current = groups[groupAt(line)]!.value;
          else seen.get(current)!.push(line);
        }
        for (const { value, count } of groups) {
          const members = [...all.keys()].filter((index) =>
            all[index]!.offers.length ? all[index]!.offers.includes(value) : value === "",
          );
          expect(count).toBe(members.length);
          expect(seen.get(value)).toEqual(closed.includes(value) ? [] : members);
        }
      }),
    );
  });
});
