import { freshnessOf } from "@/components/coverage/words";
import type { Freshness } from "@/lib/export/sheet";
import type { Access } from "./access-view";

/** What an export of access says of how much it knows: delegations, people and their groups, assignments. */
export function accessFreshness({ index, directory, assignments, isReading }: Access): Freshness {
  const ground = freshnessOf(index.inventory.coverage);
  const problems = [...(directory?.coverage.problems ?? []), ...(assignments?.coverage.problems ?? [])];
  return {
    asOf: ground.asOf,
    coverage: [ground.coverage, ...problems.map(({ what, why }) => `${what}: ${why}`)].join("; "),
    isComplete: ground.isComplete && problems.length === 0 && !isReading && assignments !== undefined,
  };
}
