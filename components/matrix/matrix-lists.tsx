"use client";

import { looks } from "@/components/matrix/cells/cell-look";
import { nothingWords } from "@/components/matrix/cells/cell-words";
import { Link } from "@/components/ui/link";
import { privilegeMark, privilegeName } from "@/components/ui/privilege-mark";
import { formatCount } from "@/lib/format";
import { paths } from "@/lib/paths";
import type { Matrix } from "./use-matrix";

const levels = [5, 4, 3, 2, 1] as const;

/** The matrix where there is no room for one: each customer, and how many principals reach how far. */
export function MatrixLists({ matrix: { view, blind, customerText } }: { matrix: Matrix }) {
  const { rows, columns, cells } = view;
  return (
    <ul
      aria-label="Customers"
      className="min-h-0 flex-1 divide-y divide-line overflow-y-auto bg-surface print:hidden max-sm:flex-none max-sm:overflow-visible"
    >
      {rows.map((customer, row) => {
        const counts = [0, 0, 0, 0, 0, 0];
        for (const cell of cells.subarray(row * columns.length, (row + 1) * columns.length)) {
          const { fill, outline, isDoubt } = looks[cell]!;
          const level = Math.max(fill, outline);
          if (level > 0) counts[level]!++;
          else if (isDoubt) counts[0]!++;
        }
        const why = blind[row] ?? 0;
        return (
          <li key={customer} className="px-4 py-2">
            <Link
              href={paths.customerAccess(customer)}

              className="flex min-h-touch items-center text-md font-[580]"
            >
              <bdi className="truncate">{customerText(customer)}</bdi>
            </Link>
            <ul aria-label="Principals by privilege" className="flex flex-wrap gap-x-4 gap-y-0.5 text-base text-ink-2">
              {levels.map((level) =>
                counts[level] ? (
                  <li key={level}>
                    {privilegeMark(level)}
                    {formatCount(counts[level])} {privilegeName(level)}
                  </li>
                ) : null,
              )}
              {counts[0]! > 0 && <li className="text-stale-text">{formatCount(counts[0]!)} cannot be told</li>}
            </ul>
            {why > 0 && (
              <p className="text-sm text-stale-text">
                {counts.some((count) => count > 0) ? "There may be more: " : ""}
                {nothingWords(why)}
              </p>
            )}
            {why === 0 && counts.every((count) => count === 0) && <p className="text-sm text-ink-2">No access</p>}
          </li>
        );
      })}
    </ul>
  );
}
