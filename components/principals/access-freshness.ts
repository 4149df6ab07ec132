import type { Access } from "@/components/access/access-view";
import { freshnessOf } from "@/components/coverage/words";
import type { Freshness } from "@/lib/export/sheet";

/** What an export about access says of how much it knows: of people and assignments as well as of delegations. */
export function accessFreshness({ index, directory, assignments, isReading }: Access): Freshness {
  const told = freshnessOf(index.inventory.coverage);
  const problems = [...(directory?.coverage.problems ?? []), ...(assignments?.coverage.problems ?? [])];
  return {
    ...told,
    coverage: [told.coverage, ...problems.map(({ what, why }) => `${what}: ${why}`)].join("; "),
    isComplete: told.isComplete && !isReading && problems.length === 0 && assignments !== undefined,
  };
}
