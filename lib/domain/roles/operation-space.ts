import type { Role } from "../role";
import { allows } from "./allows";
import { addAll, emptySet, members, setBit, sizeOf, type Bitset } from "./bitset";
import { effectiveOperations, type KnownOperations, type Plane } from "./effective-operations";
import { parseGlob } from "./glob";
import type { OperationIndex } from "./operation-index";
import { levelOfOperation } from "./privilege";

/** The operations of every plane that is asked about, numbered through. */
export type OperationSpace = Readonly<{
  size: number;
  needed: Bitset;
  /** Those that give something away. */
  secrets: Bitset;
  /** What was asked for and is in no list. */
  unknown: readonly string[];
  allowedBy: (role: Role) => Bitset;
  nameOf: (number: number) => string;
}>;

/** The part of one plane: the operations of its index from `from` on, and behind them what the index does not have. */
type Part = Readonly<{
  plane: Plane;
  index: OperationIndex;
  from: number;
  size: number;
  needed: Bitset;
  unknown: readonly string[];
}>;

/** A plane that nobody asks about has no part: what a role allows there is not beyond what was asked for. */
export function operationSpace(
  asked: readonly string[],
  known: KnownOperations,
  planeOf: (operation: string) => Plane,
): OperationSpace {
  const parts: Part[] = [];
  let size = 0;
  for (const plane of ["control", "data"] as const) {
    const own = asked.filter((operation) => planeOf(operation) === plane);
    if (own.length === 0) continue;
    const part = partOf(own, plane, known[plane], size);
    parts.push(part);
    size += part.size;
  }
  return {
    size,
    needed: joined(parts, size, ({ needed }) => needed),
    secrets: joined(parts, size, ({ index, plane }) => secretsOf(index, plane)),
    unknown: parts.flatMap(({ unknown }) => unknown),
    allowedBy: (role) => joined(parts, size, (part) => allowedIn(part, role, known)),
    nameOf: (number) => {
      const part = parts.find(({ from, size }) => number < from + size);
      const at = number - (part?.from ?? 0);
      return part?.index.written[at] ?? part?.unknown[at - part.index.names.length] ?? "";
    },
  };
}

function partOf(asked: readonly string[], plane: Plane, index: OperationIndex, from: number): Part {
  const unknown = new Map<string, string>();
  const ofIndex = emptySet(index.names.length);
  for (const text of asked) {
    const one = emptySet(index.names.length);
    index.mark(one, text);
    if (sizeOf(one) === 0) unknown.set(parseGlob(text).text, text);
    addAll(ofIndex, one);
  }
  const size = index.names.length + unknown.size;
  const needed = emptySet(size);
  addAll(needed, ofIndex);
  for (let number = index.names.length; number < size; number++) setBit(needed, number);
  return { plane, index, from, size, needed, unknown: [...unknown.values()] };
}

function allowedIn({ plane, index, size, unknown }: Part, role: Role, known: KnownOperations): Bitset {
  const allowed = emptySet(size);
  addAll(allowed, effectiveOperations(role, known)[plane]);
  unknown.forEach((name, at) => {
    if (allows(role, name, plane)?.extent === "all") setBit(allowed, index.names.length + at);
  });
  return allowed;
}

function joined(parts: readonly Part[], size: number, setOf: (part: Part) => Bitset): Bitset {
  const all = emptySet(size);
  for (const part of parts)
    if (part.from === 0) addAll(all, setOf(part));
    else for (const number of members(setOf(part))) setBit(all, part.from + number);
  return all;
}

const secretSets = new WeakMap<OperationIndex, Bitset>();

function secretsOf(index: OperationIndex, plane: Plane): Bitset {
  let secrets = secretSets.get(index);
  if (!secrets) {
    secretSets.set(index, (secrets = emptySet(index.names.length)));
    for (const [number, name] of index.names.entries()) if (levelOfOperation(name, plane) >= 4) setBit(secrets, number);
  }
  return secrets;
}
