/** Where the items of one direction stand: sections of equal items, with a gap before each but the first. */
export type Axis = Readonly<{
  count: number;
  /** Pixels of one item; may be a fraction. */
  size: number;
  sections: readonly Readonly<{ from: number; to: number; start: number }>[];
  length: number;
}>;

/**
 * @param starts the first items of sections, ascending; 0 is always one
 * @param lead the gap before the first section
 */
export function axisOf(count: number, size: number, starts: readonly number[], gap: number, lead = 0): Axis {
  const firsts = [0, ...starts.filter((first) => first > 0 && first < count)];
  const sections = firsts.map((from, at) => ({
    from,
    to: firsts[at + 1] ?? count,
    start: lead + from * size + at * gap,
  }));
  return { count, size, sections, length: lead + count * size + (firsts.length - 1) * gap };
}

type Section = Axis["sections"][number];

/** The last section that begins at or before what is looked for. */
function sectionAt({ sections }: Axis, isBefore: (section: Section) => boolean): Section {
  let [low, high] = [0, sections.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isBefore(sections[middle]!)) low = middle;
    else high = middle - 1;
  }
  return sections[low]!;
}

export function startOf(axis: Axis, item: number): number {
  const { from, start } = sectionAt(axis, (section) => section.from <= item);
  return start + (item - from) * axis.size;
}

/** The item at a position, or -1 in a gap and outside. */
export function itemAt(axis: Axis, position: number): number {
  if (axis.count === 0 || position < 0) return -1;
  const { from, to, start } = sectionAt(axis, (section) => section.start <= position);
  const item = from + Math.floor((position - start) / axis.size);
  return position >= start && item < to ? item : -1;
}

/** Runs of items, a run for each section, of which something stands between two positions. */
export function* runsBetween(axis: Axis, first: number, last: number): Generator<Section> {
  if (axis.count === 0) return;
  const begin = axis.sections.indexOf(sectionAt(axis, ({ start }) => start <= first));
  for (let at = begin; at < axis.sections.length; at++) {
    const { from, to, start } = axis.sections[at]!;
    if (start > last) return;
    const low = Math.max(from, from + Math.floor((first - start) / axis.size));
    const high = Math.min(to, from + Math.ceil((last - start) / axis.size));
    if (low < high) yield { from: low, to: high, start: start + (low - from) * axis.size };
  }
}
