import { expect, test } from "vitest";
import { repeating } from "./repeats";
import { finish } from "./slices";
import { search, tableOf, withRows } from "./table";

type Row = Readonly<{ rule: string; who: string }>;
const fields = [
  { id: "rule", text: ({ rule }: Row) => rule },
  { id: "who", text: ({ who }: Row) => who },
];
const words = ["Storage", "keys", "Key vault", "Ärzte", "sub-2", "sub-10", "operators", ""];
const rows: Row[] = words.flatMap((rule) => words.map((who) => ({ rule, who: `${who} of Contoso` })));

test("texts that repeat are found as texts that do not", () => {
  const queries = [
    "",
    "key",
    "keys",
    "ke",
    "key vault",
    "contoso sub",
    "ärz",
    "ope sub-1",
    "nothing",
    "s of",
    "e",
    "e 1",
  ];
  const [one, other] = [tableOf(fields, rows, repeating), tableOf(fields, rows)];
  for (const query of queries) expect([query, ...search(one, query)]).toEqual([query, ...search(other, query)]);
});

test("other rows are searched anew, and what was prepared is used", () => {
  let reads = 0;
  const counting = fields.map((field) => ({ ...field, text: (row: Row) => (reads++, field.text(row)) }));
  const table = tableOf(counting, rows, repeating);
  finish(table.finder.prepare());
  const prepared = reads;
  expect(search(table, "vault").length).toBe(15);
  expect(reads).toBe(prepared);
  const more = withRows(table, [...rows, { rule: "vault", who: "nobody" }]);
  expect(search(more, "vault").length).toBe(16);
});
