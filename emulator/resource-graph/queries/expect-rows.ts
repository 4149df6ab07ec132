import { expect, test } from "vitest";
import { ask } from "../testing/ask";
import { testWorld } from "../testing/test-world";

type Case = [query: string, rows: readonly unknown[][]];
const world = testWorld();

/** One test per query: the rows, cell by cell, that a person expects of it over the test world. */
export function expectRows(cases: readonly Case[]) {
  for (const [query, rows] of cases) {
    test(query, async () => {
      const { body, status } = await ask({ query, options: { resultFormat: "table" } }, { world });
      expect(status === 200 ? body.data.rows : body).toEqual(rows);
    });
  }
}
