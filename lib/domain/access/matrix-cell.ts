import { yes } from "./answer";
import { eligible } from "./grant-table";

/**
 * What one principal holds at one customer: the strongest privilege that it surely has standing and eligible, and the
 * strongest of which it cannot be told whether it has it. 0 is none; roles of unknown privilege are counted apart.
 */
export type Cell = Readonly<{
  standing: number;
  eligible: number;
  inDoubt: number;
  /** It holds, or may hold, roles of which no privilege is known. */
  isUnrated: boolean;
}>;

// Three bits for each level, and one.
const standingAt = 0;
const eligibleAt = 3;
const doubtAt = 6;
const unrated = 1 << 9;

export const cellOf = (cell: number): Cell => ({
  standing: (cell >> standingAt) & 7,
  eligible: (cell >> eligibleAt) & 7,
  inDoubt: (cell >> doubtAt) & 7,
  isUnrated: (cell & unrated) !== 0,
});

/** A cell that holds one role. What Azure assigned is held day and night, and counts as standing. */
export function cellWith(level: number | undefined, kind: number, rank: number): number {
  if (level === undefined) return unrated;
  return level << (rank < yes ? doubtAt : kind === eligible ? eligibleAt : standingAt);
}

/** The stronger of two cells in each respect. */
export function united(one: number, other: number): number {
  let cell = (one | other) & unrated;
  for (let at = standingAt; at <= doubtAt; at += 3) {
    const mask = 7 << at;
    cell |= Math.max(one & mask, other & mask);
  }
  return cell;
}

/** How much a cell exposes a customer: each level twice the one below, eligible half of standing, doubt none. */
export const exposureOf = (cell: number): number => {
  const { standing, eligible: activated } = cellOf(cell);
  return (standing && 1 << standing) + (activated && (1 << activated) / 2);
};

export type GrantChoice = "all" | "standing" | "eligible";

/**
 * What of a cell is of the chosen kind and reaches at least so far. Doubt and roles of unknown privilege may be either and
 * reach any distance, so that they stay.
 */
export function narrowed(cell: number, kind: GrantChoice, least: number): number {
  let left = cell & unrated;
  const keep = (at: number) => {
    if (((cell >> at) & 7) >= least) left |= cell & (7 << at);
  };
  if (kind !== "eligible") keep(standingAt);
  if (kind !== "standing") keep(eligibleAt);
  keep(doubtAt);
  return left;
}
