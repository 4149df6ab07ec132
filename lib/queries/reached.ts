import type { AccessIndex } from "@/lib/domain/access/access-index";
import type { Active } from "@/lib/domain/access/activation";
import { reachOf, type Reach } from "@/lib/domain/access/reach";
import { reachedRows, type ReachedRow } from "@/lib/domain/access/reached-rows";
import type { PrincipalId } from "@/lib/domain/ids";
import { levelsIn } from "./access";

/** What a principal reaches, and the lines in which its page says so. */
export type Reached = Readonly<{ reach: Reach; rows: readonly ReachedRow[] }>;

const mostKept = 8;
const known = new WeakMap<AccessIndex, Map<PrincipalId, Reached>>();

/** The last few answers are kept, so that one can be worked out before its page is opened. */
export function reachedIn(index: AccessIndex, principal: PrincipalId, active?: Active): Reached {
  if (active) return workOut(index, principal, active);
  let kept = known.get(index);
  if (!kept) known.set(index, (kept = new Map()));
  const reached = kept.get(principal) ?? workOut(index, principal);
  kept.delete(principal);
  kept.set(principal, reached);
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return reached;
}

function workOut(index: AccessIndex, principal: PrincipalId, active?: Active): Reached {
  const reach = reachOf(index, principal, active);
  return { reach, rows: reachedRows(index, reach, levelsIn(index.inventory)) };
}
