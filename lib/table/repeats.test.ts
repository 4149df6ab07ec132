import { expect, test } from "vitest";
import { prepareTexts, search, tableOf, withRows } from "./table";
import { finish } from "./slices";

type Row = Readonly<{ rule: string; who: string }>;
const fields = (repeats: boolean) => [
  { id: "rule", text: ({ rule }: Row) => rule, repeats },
  { id: "who", text: ({ who }: Row) => who, repeats },
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
  const [one, other] = [tableOf(fields(true), rows), tableOf(fields(false), rows)];
  for (const query of queries) expect([query, ...search(one, query)]).toEqual([query, ...search(other, query)]);
});

test("other rows are searched anew, and what was prepared is used", () => {
  let reads = 0;
  const counting = fields(true).map((field) => ({ ...field, text: (row: Row) => (reads++, field.text(row)) }));
  const table = tableOf(counting, rows);
  finish(prepareTexts(table));
  const prepared = reads;
  expect(search(table, "vault").length).toBe(15);
  expect(reads).toBe(prepared);
  const more = withRows(table, [...rows, { rule: "vault", who: "nobody" }]);
  expect(search(more, "vault").length).toBe(16);
});
