import { setBit, setRange, type Bitset } from "./bitset";
import { hasManyParts, matcherOf, matches, parseGlob, type Glob } from "./glob";

/** Operations by number, in the order of their lower-case names. */
export type OperationIndex = Readonly<{
  /** Lower-case, sorted, each once. */
  names: readonly string[];
  /** The same operations, each as it was first written. */
  written: readonly string[];
  /** The number of an operation, however it is written. */
  numberOf: (name: string) => number | undefined;
  /** Adds the operations that a pattern stands for to the set, or takes them out of it. */
  mark: (set: Bitset, pattern: string, value?: boolean) => void;
}>;

type Range = Readonly<{ from: number; to: number }>;

export function createOperationIndex(operations: Iterable<string>): OperationIndex {
  const writtenAs = new Map<string, string>();
  for (const operation of operations) {
    const name = operation.toLowerCase();
    if (!writtenAs.has(name)) writtenAs.set(name, operation);
  }
  const names = [...writtenAs.keys()].sort();
  const numbers = new Map(names.map((name, number) => [name, number]));

  /** The first name that does not come before the text. */
  const lowerBound = (text: string): number => {
    let [low, high] = [0, names.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((names[middle] ?? "") < text) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  /** How many characters each name shares with the one before; worked out only where a pattern has many parts. */
  let shared: Uint16Array | undefined;
  const oneAfterAnother = (glob: Glob) => {
    const isMatch = matcherOf(glob);
    const common = (shared ??= Uint16Array.from(names, (name, at) => sharedBy(name, names[at - 1] ?? "")));
    return (number: number) => isMatch(names[number] ?? "", common[number] ?? 0);
  };

  // Names that begin alike lie side by side, so a trailing star is a range, and any other star a search within one.
  const find = (pattern: string): Range | number[] => {
    const glob = parseGlob(pattern);
    if (glob.isLiteral) {
      const number = numbers.get(glob.text);
      return number === undefined ? [] : [number];
    }
    const from = lowerBound(glob.prefix);
    const to = lowerBound(`${glob.prefix}\uffff`);
    if (glob.suffix === "" && glob.inner.length === 0) return { from, to };
    const found: number[] = [];
    const isMatch = hasManyParts(glob) ? oneAfterAnother(glob) : (number: number) => matches(glob, names[number] ?? "");
    for (let number = from; number < to; number++) if (isMatch(number)) found.push(number);
    return found;
  };

  // Roles share most of their patterns.
  const known = new Map<string, Range | number[]>();

  return {
    names,
    written: names.map((name) => writtenAs.get(name) ?? name),
    numberOf: (name) => numbers.get(name.toLowerCase()),
    mark(set, pattern, value = true) {
      let found = known.get(pattern);
      if (!found) known.set(pattern, (found = find(pattern)));
      if (Array.isArray(found)) for (const number of found) setBit(set, number, value);
      else setRange(set, found.from, found.to, value);
    },
  };
}

/** At most as many as fit into the array. */
function sharedBy(one: string, other: string): number {
  const most = Math.min(one.length, other.length, 0xffff);
  let at = 0;
  while (at < most && one.charCodeAt(at) === other.charCodeAt(at)) at++;
  return at;
}
