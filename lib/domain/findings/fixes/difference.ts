/** A line of two texts laid over each other. `number` is its place in the text that has it, the new one where both do. */
export type DiffLine = Readonly<{ kind: "same" | "added" | "removed"; text: string; number: number }>;

/** The fewest lines that turn one text into the other; what is taken away stands before what takes its place. */
export function differenceOf(before: readonly string[], after: readonly string[]): DiffLine[] {
  const common = commonLengths(before, after);
  const lines: DiffLine[] = [];
  let [old, now] = [0, 0];
  while (old < before.length || now < after.length) {
    if (old < before.length && now < after.length && before[old] === after[now]) {
      lines.push({ kind: "same", text: after[now]!, number: ++now });
      old++;
    } else if (old < before.length && (now >= after.length || common[old + 1]![now]! >= common[old]![now + 1]!))
      lines.push({ kind: "removed", text: before[old]!, number: ++old });
    else lines.push({ kind: "added", text: after[now]!, number: ++now });
  }
  return lines;
}

/** How many lines the rests of both texts have in common, from each pair of places on. */
function commonLengths(before: readonly string[], after: readonly string[]): Int32Array[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Int32Array(after.length + 1));
  for (let old = before.length - 1; old >= 0; old--)
    for (let now = after.length - 1; now >= 0; now--)
      lengths[old]![now] =
        before[old] === after[now]
          ? lengths[old + 1]![now + 1]! + 1
          : Math.max(lengths[old + 1]![now]!, lengths[old]![now + 1]!);
  return lengths;
}

/** The changed lines with so many unchanged ones around them; undefined stands for what is left out between. */
export function around(lines: readonly DiffLine[], context: number): (DiffLine | undefined)[] {
  const isNear = lines.map((_, at) =>
    lines.slice(Math.max(0, at - context), at + context + 1).some(({ kind }) => kind !== "same"),
  );
  return lines.flatMap((line, at) => (isNear[at] ? [line] : at === 0 || isNear[at - 1] ? [undefined] : []));
}
