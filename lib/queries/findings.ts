import { queryOptions, skipToken, type QueryClient } from "@tanstack/react-query";
import type { Azure } from "@/lib/azure/client";
import type { Directory } from "@/lib/domain/directory";
import type { Assessed } from "@/lib/domain/findings/engine/assess";
import type { Assessment } from "@/lib/domain/findings/engine/assessment";
import type { Policy } from "@/lib/domain/findings/policy/policy";
import type { FindingRow } from "@/lib/domain/findings/rows/finding-rows";
import type { SeverityCounts } from "@/lib/domain/findings/rows/severity-counts";
import type { Untold } from "@/lib/domain/findings/rows/untold";
import type { ArmId, TenantId } from "@/lib/domain/ids";
import type { Identities } from "@/lib/domain/identities-reading";
import type { Inventory } from "@/lib/domain/inventory";
import type { Operation } from "@/lib/domain/operation";
import type { RoleAssignment } from "@/lib/domain/role-assignment";
import type { TenantFacts } from "@/lib/domain/tenant-facts";

/** What findings are worked out from. Undefined is what was not read, or not to its end. */
export type FindingSources = Readonly<{
  inventory: Inventory;
  directory: Directory | undefined;
  assignments: ReadonlyMap<ArmId, RoleAssignment> | undefined;
  tenant: TenantFacts | undefined;
  identities: Identities | undefined;
  /** Those that Azure publishes. */
  operations: readonly Operation[] | undefined;
  hasEligible: boolean;
  /** undefined: our own. */
  policy: Policy | undefined;
  /** More is on its way: only what each offer shows by itself is judged. */
  isPartial: boolean;
}>;

/** What was found in a snapshot, and what could not be judged in it. */
export type Findings = Assessed &
  Readonly<{
    of: FindingSources;
    assessment: Assessment;
    rows: readonly FindingRow[];
    counts: SeverityCounts;
    byCustomer: ReadonlyMap<TenantId, SeverityCounts>;
    untold: Untold;
  }>;

/** Nothing is asked for it: whoever assesses what was read (lib/queries/assess.ts) puts it here for all screens. */
export const findingsQuery = (azure: Azure) =>
  queryOptions<Findings>({
    queryKey: [...azure.key, "findings"],
    queryFn: skipToken,
    staleTime: Infinity,
    gcTime: Infinity,
    structuralSharing: false,
  });

/** Lets all screens know that judging failed, which no screen may show as "nothing found". */
export const findingsFailed = (client: QueryClient, azure: Azure, error: Error): void =>
  client
    .getQueryCache()
    .find({ queryKey: findingsQuery(azure).queryKey })
    ?.setState({ status: "error", error });
