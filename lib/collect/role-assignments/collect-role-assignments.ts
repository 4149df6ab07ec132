import type { Azure } from "@/lib/azure/client";
import { subscriptionLimit } from "@/lib/azure/resource-graph";
import { roleAssignmentRow, roleAssignmentsQuery } from "@/lib/azure/role-assignments";
import type { PartProblem } from "@/lib/domain/reading-coverage";
import type { RoleAssignmentsReading } from "@/lib/domain/role-assignments-reading";
import { growingMap } from "../growing-map";
import { endOf, problemsOf } from "../loss";
import { createPartLedger } from "../part-ledger";
import { problem } from "../problem";
import { createPublisher } from "../publisher";
import { readTable, type TableRead } from "../read-table";
import { watchThrottling } from "../watch-throttling";
import { written } from "../written";

const part = "roleAssignments";

export type CollectRoleAssignmentsOptions = Readonly<{
  azure: Azure;
  /** An earlier reading. Its rows stay until they are read again or known to be gone. */
  since?: RoleAssignmentsReading | undefined;
  signal?: AbortSignal | undefined;
  /** Shown what was found so far, at most four times a second, and the end. */
  onProgress?: (reading: RoleAssignmentsReading) => void;
}>;

/**
 * Reads the role assignments that Resource Graph shows in subscriptions of other tenants than ours. What it does not
 * give is told in the coverage and never thrown; stopped by the signal, it resolves with what was read so far.
 */
export async function collectRoleAssignments(options: CollectRoleAssignmentsOptions): Promise<RoleAssignmentsReading> {
  const { azure, since, signal = new AbortController().signal, onProgress } = options;
  const { clock } = azure.resourceGraph;
  const ledger = createPartLedger([part], clock.now, since?.coverage);
  const assignments = growingMap(since?.assignments);
  const snapshot = () => ({ assignments: assignments.snapshot(), coverage: ledger.snapshot() });
  const publisher = createPublisher(() => onProgress?.(snapshot()), clock);
  const unlisten = watchThrottling(azure, "resourceGraph", (wait) => {
    ledger.wait(wait);
    publisher.changed();
  });
  ledger.begin(part);
  try {
    const read = await readTable(
      { azure, signal, changed: publisher.changed },
      {
        query: roleAssignmentsQuery(azure.tenant),
        row: roleAssignmentRow,
        add: (assignment) => assignments.set(assignment.id, assignment),
        tally: (kept, expected) => ledger.grow(part, kept, expected),
      },
    );
    const state = endOf([read]);
    if (state === "complete" && !read.limitHit) assignments.dropStale();
    ledger.problem(...problemsIn(read, assignments.staleCount()));
    ledger.end(part, state === "complete" && read.limitHit ? "partial" : state);
  } finally {
    unlisten();
    publisher.stop();
  }
  ledger.finish();
  const reading = snapshot();
  onProgress?.(reading);
  return reading;
}

function problemsIn(read: TableRead, stale: number): PartProblem<typeof part>[] {
  const limit = problem({
    source: "assignments",
    kind: "limit",
    what: `Role assignments beyond the first ${written(subscriptionLimit)} subscriptions`,
    why: "Resource Graph answers for no more subscriptions at once.",
    fix: "Look at a subscription's access control in the Azure portal.",
  });
  const found = problemsOf("assignments", "role assignments", read, stale);
  return [...found, ...(read.limitHit ? [limit] : [])].map((one) => ({ ...one, source: part }));
}
