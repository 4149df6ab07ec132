/** A cell by its line (-1 is the head) and column. */
export type Place = Readonly<{ line: number; column: number }>;

export type Extent = Readonly<{ lines: number; columns: number; page: number }>;

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));

/** Where a key leads; undefined for keys that do not move. */
export function moved(
  { line, column }: Place,
  { key, ctrlKey, metaKey }: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey">,
  { lines, columns, page }: Extent,
): Place | undefined {
  const toLine = (next: number) => ({ line: clamp(next, -1, lines - 1), column });
  const toColumn = (next: number) => ({ line, column: clamp(next, 0, columns - 1) });
  const isFar = ctrlKey || metaKey;
  switch (key) {
    case "ArrowDown":
      return toLine(line + 1);
    case "ArrowUp":
      return toLine(line - 1);
    case "j":
    case "J":
      return isFar ? undefined : toLine(line + 1);
    case "k":
    case "K":
      return isFar ? undefined : toLine(Math.max(0, line - 1));
    case "PageDown":
      return toLine(Math.max(0, line) + page);
    case "PageUp":
      return toLine(Math.max(0, line - page));
    case "ArrowRight":
      return toColumn(isFar ? columns - 1 : column + 1);
    case "ArrowLeft":
      return toColumn(isFar ? 0 : column - 1);
    case "Home":
      return { line: lines ? 0 : -1, column: isFar ? 0 : column };
    case "End":
      return { line: lines - 1, column: isFar ? columns - 1 : column };
    default:
      return undefined;
  }
}
