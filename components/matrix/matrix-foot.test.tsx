// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { MatrixFoot } from "./matrix-foot";
import type { Matrix } from "./use-matrix";

afterEach(cleanup);

const listed = (count: number) => Array.from({ length: count });

test.each([
  [1, 1, 1, 1, "1 customer 1 principal"],
  [1, 12, 1, 3, "1 of 12 customers 1 of 3 principals"],
])("%i of %i and %i of %i read as numbers do", (rows, allCustomers, columns, allPrincipals, words) => {
  const matrix = { view: { rows: listed(rows), columns: listed(columns) }, blind: [], allCustomers, allPrincipals };
  render(<MatrixFoot matrix={matrix as unknown as Matrix} zooming={undefined} />);
  expect(screen.getByRole("status").textContent).toBe(words);
});
