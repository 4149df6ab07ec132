"use client";

import { useCallback } from "react";
import { useFindings } from "@/components/assessment/use-findings";
import { useInventory } from "@/components/coverage/use-inventory";
import type { AccessIndex } from "@/lib/domain/access/access-index";
import type { SeverityCounts } from "@/lib/domain/findings/rows/severity-counts";
import type { FindingRow } from "@/lib/domain/findings/rows/finding-rows";
import type { TenantId } from "@/lib/domain/ids";
import type { Inventory } from "@/lib/domain/inventory";
import { exposureOf, type Exposure } from "@/lib/domain/overview/exposure";
import { peopleReaching, type PeopleReaching } from "@/lib/domain/overview/people-reaching";
import { worstFindings, type WorstFinding } from "@/lib/domain/overview/worst-findings";
import { levelsIn } from "@/lib/queries/access";
import type { Findings } from "@/lib/queries/findings";
import { customersIn } from "@/lib/queries/inventory-rows";
import { useSliced } from "@/components/ui/use-sliced";

/** What the overview shows; undefined is what is not there yet. */
export type Overview = Readonly<{
  exposure: Exposure | undefined;
  people: PeopleReaching | undefined;
  /** Judged as a whole. */
  findings: Findings | undefined;
  worst: readonly WorstFinding[] | undefined;
  findingsOf: (customer: TenantId) => SeverityCounts | undefined;
}>;

const exposures = new WeakMap<Inventory, Exposure>();
const reaching = new WeakMap<AccessIndex, PeopleReaching>();
const worsts = new WeakMap<readonly FindingRow[], readonly WorstFinding[]>();

const exposureIn = (inventory: Inventory) => exposureOf(inventory, customersIn(inventory), levelsIn(inventory));

export function useOverview(): Overview {
  const { inventory } = useInventory();
  const judged = useFindings();
  const findings = judged && !judged.of.isPartial ? judged : undefined;
  // Until roles are known nobody can tell how far any of it reaches.
  const roles = inventory?.coverage.sources.roles.state;
  const isRated = roles !== undefined && roles !== "waiting" && roles !== "reading";
  return {
    exposure: useSliced(isRated ? inventory : undefined, exposures, exposureIn),
    // Judging has made the index already. Without a directory it knows nobody, which is not to know of anybody.
    people: useSliced(findings?.of.directory && findings.assessment.access, reaching, peopleReaching),
    findings,
    worst: useSliced(findings?.rows, worsts, worstFindings),
    findingsOf: useCallback((customer) => findings?.byCustomer.get(customer), [findings]),
  };
}
