import type { AccessIndex } from "@/lib/domain/access/access-index";
import type { Active } from "@/lib/domain/access/activation";
import { keptReach } from "@/lib/domain/access/kept-reach";
import { reachOf, type Reach } from "@/lib/domain/access/reach";
import { reachedRows, type ReachedRow } from "@/lib/domain/access/reached-rows";
import type { PrincipalId } from "@/lib/domain/ids";
import { keepFew } from "@/lib/domain/keep-few";
import { levelsIn } from "./access";

/** What a principal reaches, and the lines in which its page says so. */
export type Reached = Readonly<{ reach: Reach; rows: readonly ReachedRow[] }>;

/** The last few answers are kept, so that one can be worked out before its page is opened. */
export function reachedIn(index: AccessIndex, principal: PrincipalId, active?: Active): Reached {
  return active ? withRows(index, reachOf(index, principal, active)) : keptReached(index, principal);
}

const keptReached = keepFew(8, (index: AccessIndex, principal: PrincipalId) =>
  withRows(index, keptReach(index, principal)),
);

const withRows = (index: AccessIndex, reach: Reach): Reached => ({
  reach,
  rows: reachedRows(index, reach, levelsIn(index.inventory)),
});
