import { freshnessOf } from "@/components/coverage/words";
import type { Coverage } from "@/lib/domain/coverage";
import type { DirectoryReading } from "@/lib/domain/directory-reading";
import type { Freshness } from "@/lib/export/sheet";

/** How much an export over delegations and people knows. */
export function accessFreshness(coverage: Coverage, directory: DirectoryReading | undefined): Freshness {
  const fresh = freshnessOf(coverage);
  const isRead = directory?.coverage.finishedAt !== undefined && directory.coverage.problems.length === 0;
  if (isRead) return fresh;
  return { ...fresh, isComplete: false, coverage: `${fresh.coverage}; people and groups were not all read` };
}
