import { cellOf } from "@/lib/domain/access/matrix-cell";

/**
 * How a cell is drawn. `fill` is the privilege held day and night, `outline` one that has to be activated and reaches
 * further; 0 for none. What cannot be told has a dashed edge and a question mark, and never looks like nothing.
 */
export type CellLook = Readonly<{ fill: number; outline: number; isDoubt: boolean; figure: string }>;

function lookOf(cell: number): CellLook {
  const { standing, eligible, inDoubt, isUnrated } = cellOf(cell);
  const outline = eligible > standing ? eligible : 0;
  const certain = Math.max(standing, eligible);
  const isDoubt = isUnrated || inDoubt > certain;
  return { fill: standing, outline, isDoubt, figure: isDoubt ? "?" : certain >= 4 ? `${certain}` : "" };
}

/** The looks of all cells that there can be, by cell. */
export const looks: readonly CellLook[] = Array.from({ length: 1 << 10 }, (_, cell) => lookOf(cell));
