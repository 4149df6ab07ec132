/** The elements of one row and the line they show. Their place in the list is their place in the page. */
export type RowSlot = Readonly<{ slot: number; line: number }>;

export const slotsFor = (from: number, to: number): RowSlot[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => ({ slot: index, line: from + index }));

/**
 * The slots when lines `from` up to `to` come into view: rows that leave hand their elements to those that enter, in place,
 * so that scrolling makes and moves no elements. The line `keep` holds on to its own, which may have focus.
 */
export function advanced(slots: readonly RowSlot[], from: number, to: number, keep: number): readonly RowSlot[] {
  const missing = new Set<number>();
  for (let line = from; line < to; line++) missing.add(line);
  let isSame = true;
  const stays = slots.map(({ line }) => missing.delete(line) || line === keep);
  const entering = missing.values();
  const next: RowSlot[] = [];
  let mostUsed = -1;
  slots.forEach((entry, index) => {
    mostUsed = Math.max(mostUsed, entry.slot);
    if (stays[index]) return next.push(entry);
    isSame = false;
    const line = entering.next();
    return line.done ? 0 : next.push({ slot: entry.slot, line: line.value });
  });
  for (const line of entering) {
    isSame = false;
    next.push({ slot: ++mostUsed, line });
  }
  return isSame ? slots : next;
}

/** In the order of their lines, as assistive technology reads them. */
export function inOrder(slots: readonly RowSlot[]): readonly RowSlot[] {
  const isOrdered = slots.every(({ line }, index) => index === 0 || slots[index - 1]!.line < line);
  return isOrdered ? slots : slots.toSorted((a, b) => a.line - b.line);
}
