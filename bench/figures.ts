const ordered = (numbers: readonly number[]) => [...numbers].sort((one, other) => one - other);

/** The value below which the given share of the numbers lies. */
export const quantile = (numbers: readonly number[], share: number): number =>
  ordered(numbers)[Math.min(numbers.length - 1, Math.ceil(numbers.length * share) - 1)] ?? NaN;

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);

const shown = (number: number) => number.toLocaleString("en", { maximumFractionDigits: number < 10 ? 2 : 0 });

/** "1,204 (1,188 to 1,310)" */
export function spread(numbers: readonly number[]): string {
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const middle = shown(median(numbers));
  return low === high ? middle : `${middle} (${shown(low)} to ${shown(high)})`;
}

/** One line of a report: the figure, and how it stands to its target. */
export function figure(name: string, numbers: readonly number[], unit: string, target?: Target): void {
  const verdict = target ? `   ${meets(median(numbers), target) ? "meets" : "MISSES"} ${words(target)}` : "";
  console.log(`  ${name.padEnd(46)} ${`${spread(numbers)} ${unit}`.trim().padEnd(34)}${verdict}`.trimEnd());
}

export type Target = Readonly<{ atMost: number } | { atLeast: number }>;

const meets = (value: number, target: Target) =>
  "atMost" in target ? value <= target.atMost : value >= target.atLeast;
const words = (target: Target) => ("atMost" in target ? `≤ ${shown(target.atMost)}` : `≥ ${shown(target.atLeast)}`);
