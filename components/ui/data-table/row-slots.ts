/**
 * The elements of one row and the line they show. Their place in the list is their place in the page. A brief row is one of
 * many that came at once: it holds its words alone until it is drawn in full.
 */
export type RowSlot = Readonly<{ slot: number; line: number; isBrief?: true }>;

/** So many lines before and after those in view are in the page too. */
export const overscan = 6;

/** So many rows from the top of the view on are drawn at once. */
const drawnAtOnce = 12;

/**
 * Whether a line is one of the first in view, at which people look: the others may follow a moment later. Near the top of the
 * list, the lines just above the view count among them.
 * @param kept a line that is in the page wherever the view is
 */
export function firstInViewOf(slots: readonly RowSlot[], kept: number): (line: number) => boolean {
  const first = slots.reduce((least, { line }) => (line === kept ? least : Math.min(least, line)), Infinity);
  const from = first <= 1 ? 0 : first + overscan;
  return (line) => line >= from && line < from + drawnAtOnce;
}

export const slotsFor = (from: number, to: number): RowSlot[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => ({ slot: index, line: from + index }));

/**
 * The slots when lines `from` up to `to` come into view: rows that leave hand their elements to those that enter, in place,
 * so that scrolling makes and moves no elements. The line `keep` holds on to its own, which may have focus.
 */
export function advanced(
  slots: readonly RowSlot[],
  from: number,
  to: number,
  keep: number,
  areBrief = false,
): readonly RowSlot[] {
  const at = (slot: number, line: number): RowSlot => (areBrief ? { slot, line, isBrief: true } : { slot, line });
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
    return line.done ? 0 : next.push(at(entry.slot, line.value));
  });
  for (const line of entering) {
    isSame = false;
    next.push(at(++mostUsed, line));
  }
  return isSame ? slots : next;
}

/** Up to so many brief rows drawn in full, from the first on. */
export function filledIn(slots: readonly RowSlot[], most: number): readonly RowSlot[] {
  let left = most;
  const fill = ({ slot, line }: RowSlot): RowSlot => (left--, { slot, line });
  return slots.some(({ isBrief }) => isBrief)
    ? slots.map((entry) => (entry.isBrief && left > 0 ? fill(entry) : entry))
    : slots;
}

/** In the order of their lines, as assistive technology reads them. */
export function inOrder(slots: readonly RowSlot[]): readonly RowSlot[] {
  const isOrdered = slots.every(({ line }, index) => index === 0 || slots[index - 1]!.line < line);
  return isOrdered ? slots : slots.toSorted((a, b) => a.line - b.line);
}
