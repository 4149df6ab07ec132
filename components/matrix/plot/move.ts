import type { Place } from "./layout";

type Pressed = Readonly<{ key: string; ctrl: boolean }>;

/** Where a key leads from a cell, as grids do; undefined for a key that leads nowhere. `page` is how many rows are in view. */
export function move(
  { row, column }: Place,
  { key, ctrl }: Pressed,
  rows: number,
  columns: number,
  page: number,
): Place | undefined {
  const at = (nextRow: number, nextColumn: number): Place => ({
    row: Math.min(rows - 1, Math.max(0, nextRow)),
    column: Math.min(columns - 1, Math.max(0, nextColumn)),
  });
  switch (key) {
    case "ArrowUp":
      return at(ctrl ? 0 : row - 1, column);
    case "ArrowDown":
      return at(ctrl ? rows - 1 : row + 1, column);
    case "ArrowLeft":
      return at(row, ctrl ? 0 : column - 1);
    case "ArrowRight":
      return at(row, ctrl ? columns - 1 : column + 1);
    case "Home":
      return at(ctrl ? 0 : row, 0);
    case "End":
      return at(ctrl ? rows - 1 : row, columns - 1);
    case "PageUp":
      return at(row - page, column);
    case "PageDown":
      return at(row + page, column);
    default:
      return undefined;
  }
}
