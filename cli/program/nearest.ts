/** The name that a mistyped one was most likely meant to be; undefined where none is near. */
export function nearest(typed: string, names: readonly string[]): string | undefined {
  const text = typed.toLowerCase();
  const begun = names.filter((name) => text.length > 1 && name.startsWith(text));
  if (begun.length === 1) return begun[0];
  const [best] = names
    .map((name) => ({ name, steps: distance(text, name) }))
    .filter(({ name, steps }) => steps <= Math.max(1, Math.floor(Math.max(name.length, text.length) / 3)))
    .sort((one, other) => one.steps - other.steps);
  return best?.name;
}

/** How many letters have to be changed, added, left out or swapped with the next. */
function distance(from: string, to: string): number {
  let [before, last]: number[][] = [[], Array.from({ length: to.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= from.length; row++) {
    const next = [row];
    for (let at = 1; at <= to.length; at++) {
      const isSame = from[row - 1] === to[at - 1];
      const steps = [last![at]! + 1, next[at - 1]! + 1, last![at - 1]! + (isSame ? 0 : 1)];
      if (row > 1 && at > 1 && from[row - 1] === to[at - 2] && from[row - 2] === to[at - 1])
        steps.push(before![at - 2]! + 1);
      next.push(Math.min(...steps));
    }
    [before, last] = [last, next];
  }
  return last![to.length]!;
}
