import { emptyDirectory } from "@/lib/domain/directory-reading";
import { assessing } from "@/lib/domain/findings/engine/assess";
import { prepare } from "@/lib/domain/findings/engine/assessment";
import { keepAssessed, type Kept } from "@/lib/domain/findings/engine/keep-assessed";
import { findingRows } from "@/lib/domain/findings/rows/finding-rows";
import { countByCustomer, countSeverities } from "@/lib/domain/findings/rows/severity-counts";
import { untoldIn } from "@/lib/domain/findings/rows/untold";
import { runSliced } from "@/lib/table/slices";
import { accessIn } from "./access";
import type { Findings, FindingSources } from "./findings";
import { knownIn } from "./operations";

export type Assessor = Readonly<{
  /** What is to be assessed now. What is under way is brought to its end first, so that something is always shown. */
  assess: (sources: FindingSources, isUrgent: boolean) => void;
  stop: () => void;
}>;

/**
 * Assesses snapshots one after the other, in slices between which the page has its turn; of those that come meanwhile only
 * the last. Definitions of which nothing changed since the snapshot before are not assessed again.
 */
export function createAssessor(show: (findings: Findings) => void, fail: (error: Error) => void): Assessor {
  const kept = keepAssessed();
  const stopped = new AbortController();
  let wanted: Readonly<{ sources: FindingSources; isUrgent: boolean }> | undefined;
  let isBusy = false;

  const work = async () => {
    isBusy = true;
    try {
      while (wanted) {
        const { sources, isUrgent } = wanted;
        wanted = undefined;
        show(await runSliced(assessed(sources, kept), { signal: stopped.signal, urgent: isUrgent }));
      }
    } finally {
      isBusy = false;
    }
  };
  return {
    assess(sources, isUrgent) {
      wanted = { sources, isUrgent };
      if (isBusy) return;
      work().catch((reason: unknown) => {
        if (stopped.signal.aborted) return;
        fail(reason instanceof Error ? reason : new Error(String(reason)));
        throw reason;
      });
    },
    stop: () => stopped.abort(),
  };
}

function* assessed(sources: FindingSources, kept: Kept): Generator<void, Findings> {
  const { inventory, directory, assignments, tenant, identities, operations, hasEligible, policy, isPartial } = sources;
  const assessment = prepare({
    inventory,
    directory: directory && { directory },
    tenant,
    identities,
    operations: operations && knownIn(operations),
    roleAssignments: assignments && [...assignments.values()],
    access: () => accessIn(inventory, directory ?? emptyDirectory, assignments),
    hasEligible,
    policy,
    now: Date.now(),
  });
  yield;
  const { findings, unjudged } = yield* assessing(assessment, { kept, isPartial });
  const rows = yield* findingRows(findings, assessment);
  const byCustomer = yield* countByCustomer(rows);
  const untold = yield* untoldIn(unjudged, assessment);
  return { findings, unjudged, of: sources, assessment, rows, counts: countSeverities(rows), byCustomer, untold };
}
