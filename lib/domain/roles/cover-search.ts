import { emptySet, firstMember, hasBit, intersection, isSubset, sizeOf, union, without, type Bitset } from "./bitset";

/** What one role adds: the part of the goal that it meets, and all that it brings besides. */
export type Candidate = Readonly<{ met: Bitset; extra: Bitset }>;

export type Cover<Each extends Candidate> = Readonly<{ chosen: readonly Each[]; extra: Bitset; cost: Cost }>;

/** Compared from left to right: secrets beyond the goal, operations beyond the goal, candidates. */
type Cost = readonly [secrets: number, operations: number, candidates: number];

type Search = Readonly<{
  goal: Bitset;
  secrets: Bitset;
  /** How many covers to find, and how many candidates one may have. */
  covers: number;
  inCover: number;
}>;

// Each takes a few microseconds to weigh.
const mostCombinations = 20_000;

/**
 * The cheapest covers of the goal, cheapest first, none with a candidate that it could do without. Every candidate that meets
 * the goal alone is weighed; combinations leave out a candidate if another meets as much and brings no more.
 */
export function searchCovers<Each extends Candidate>(
  candidates: readonly Each[],
  { goal, secrets, covers, inCover }: Search,
): { found: readonly Cover<Each>[]; isExhaustive: boolean } {
  const weigh = (chosen: readonly Each[], extra: Bitset): Cover<Each> => ({
    chosen,
    extra,
    cost: [sizeOf(intersection(extra, secrets)), sizeOf(extra), chosen.length],
  });
  const singles = candidates.map((candidate) => weigh([candidate], candidate.extra)).sort(byCost);
  const isWhole = ({ chosen: [candidate] }: Cover<Each>) => candidate !== undefined && isSubset(goal, candidate.met);
  const parts = undominated(singles.filter((single) => !isWhole(single)).flatMap(({ chosen }) => chosen));

  let found = singles.filter(isWhole).slice(0, covers);
  let weighed = 0;
  const extend = (chosen: readonly Each[], met: Bitset, extra: Bitset): void => {
    const missing = firstMember(without(goal, met));
    for (const part of parts) {
      if (missing === undefined || weighed === mostCombinations) return;
      if (!hasBit(part.met, missing)) continue;
      weighed++;
      const cover = weigh([...chosen, part], union(extra, part.extra));
      // What is added later only costs more.
      const last = found[covers - 1];
      if (last && byCost(last, cover) <= 0) continue;
      const metNow = union(met, part.met);
      if (!isSubset(goal, metNow)) {
        if (cover.chosen.length < inCover) extend(cover.chosen, metNow, cover.extra);
      } else if (!hasSpare(cover.chosen, goal) && !found.some(isSameAs(cover)))
        found = [...found, cover].sort(byCost).slice(0, covers);
    }
  };
  extend([], emptyLike(goal), emptyLike(goal));
  return { found, isExhaustive: weighed < mostCombinations };
}

const emptyLike = (set: Bitset): Bitset => emptySet(set.length * 32);

const byCost = ({ cost: one }: { cost: Cost }, { cost: other }: { cost: Cost }): number =>
  one[0] - other[0] || one[1] - other[1] || one[2] - other[2];

/** Those that no other candidate makes needless. Of two that are alike the first stays. */
const undominated = <Each extends Candidate>(candidates: readonly Each[]): Each[] =>
  candidates.filter(
    (candidate, at) =>
      !candidates.some(
        (other, place) =>
          place !== at &&
          isSubset(candidate.met, other.met) &&
          isSubset(other.extra, candidate.extra) &&
          (place < at || !isSubset(other.met, candidate.met) || !isSubset(candidate.extra, other.extra)),
      ),
  );

const hasSpare = (chosen: readonly Candidate[], goal: Bitset): boolean =>
  chosen.some((spare) =>
    isSubset(
      goal,
      chosen.reduce((met, candidate) => (candidate === spare ? met : union(met, candidate.met)), emptyLike(goal)),
    ),
  );

const isSameAs =
  ({ chosen }: Cover<Candidate>) =>
  (other: Cover<Candidate>) =>
    other.chosen.length === chosen.length && other.chosen.every((candidate) => chosen.includes(candidate));
