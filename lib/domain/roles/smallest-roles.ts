import type { Role } from "../role";
import { allows } from "./allows";
import { addAll, emptySet, intersection, members, setBit, sizeOf, union, without, type Bitset } from "./bitset";
import { searchCovers, type Candidate } from "./cover-search";
import { isDelegable } from "./delegability";
import { effectiveOperations, operationNames, type KnownOperations } from "./effective-operations";
import { parseGlob } from "./glob";
import type { OperationIndex } from "./operation-index";
import { levelOfOperation } from "./privilege";

/** Roles that together allow all that was asked for, none of them for nothing. */
export type RoleCover = Readonly<{
  roles: readonly Role[];
  /** How many known operations they allow that nobody asked for. */
  extra: number;
  /** Those of them that give something away, as Azure writes them. */
  extraSecrets: readonly string[];
}>;

export type SmallestRoles = Readonly<{
  /** What gives away and allows the least beyond what was asked for comes first. */
  covers: readonly RoleCover[];
  /** What no delegable role allows. The covers are for the rest. */
  impossible: readonly string[];
  /** What is in no list of operations that we have: judged by the roles' patterns alone. */
  unknown: readonly string[];
  /** False where the search was cut off, and a smaller combination may have been missed. */
  isExhaustive: boolean;
}>;

/**
 * The smallest delegable roles, alone or together, that allow every operation asked for, on the control plane. A pattern
 * asks for all known operations that it stands for. `among` chooses other roles than the delegable ones.
 */
export function smallestRoles(
  asked: readonly string[],
  roles: readonly Role[],
  known: KnownOperations,
  {
    covers = 10,
    inCover = 3,
    among = isDelegable,
  }: Readonly<{ covers?: number; inCover?: number; among?: (role: Role) => boolean }> = {},
): SmallestRoles {
  const index = known.control;
  const { needed, unknown, size } = needsOf(asked, index);

  const candidates = roles.filter(among).flatMap((role): (Candidate & { role: Role })[] => {
    const allowed = emptySet(size);
    addAll(allowed, effectiveOperations(role, known).control);
    unknown.forEach((name, at) => {
      if (allows(role, name)?.extent === "all") setBit(allowed, index.names.length + at);
    });
    const met = intersection(allowed, needed);
    return sizeOf(met) === 0 ? [] : [{ role, met, extra: without(allowed, needed) }];
  });

  const goal = candidates.reduce((all, { met }) => union(all, met), emptySet(size));
  const secrets = secretsOf(index);
  const search = searchCovers(candidates, { goal, secrets, covers, inCover });
  return {
    covers: search.found.map(({ chosen, extra }) => ({
      roles: chosen.map(({ role }) => role),
      extra: sizeOf(extra),
      extraSecrets: operationNames(intersection(extra, secrets), index),
    })),
    impossible: members(without(needed, goal)).map(
      (number) => index.written[number] ?? unknown[number - index.names.length] ?? "",
    ),
    unknown,
    isExhaustive: search.isExhaustive,
  };
}

/** Names without a number in the index have theirs behind its last. */
function needsOf(asked: readonly string[], index: OperationIndex) {
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
  return { needed, unknown: [...unknown.values()], size };
}

const secretSets = new WeakMap<OperationIndex, Bitset>();

function secretsOf(index: OperationIndex): Bitset {
  let secrets = secretSets.get(index);
  if (!secrets) {
    secretSets.set(index, (secrets = emptySet(index.names.length)));
    for (const [number, name] of index.names.entries()) if (levelOfOperation(name) >= 4) setBit(secrets, number);
  }
  return secrets;
}
