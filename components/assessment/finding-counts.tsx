"use client";

import { useMemo } from "react";
import { allTold } from "@/components/ui/severity-cells";
import { SeverityCounts } from "@/components/ui/severity-counts";
import { severityNames } from "@/components/ui/severity-mark";
import type { Aim } from "@/lib/domain/findings/rows/aim";
import { countSeverities } from "@/lib/domain/findings/rows/severity-counts";
import { tenantId } from "@/lib/domain/ids";
import { paths } from "@/lib/paths";
import { aimedRows } from "./aimed-rows";
import { useFindings } from "./use-findings";

const none = countSeverities([]);

/** How many findings there are of one thing, each severity a link to them. Nothing until all was judged. */
export function FindingCounts({ kind, id }: Aim) {
  const findings = useFindings();
  const customer = kind === "customer" ? tenantId(id) : undefined;
  const counts = useMemo(() => {
    if (!findings || findings.of.isPartial) return undefined;
    if (customer) return findings.byCustomer.get(customer) ?? none;
    return countSeverities(aimedRows(findings, { kind, id }));
  }, [findings, customer, kind, id]);
  if (!findings || !counts) return null;
  return (
    <SeverityCounts
      counts={counts}
      untold={customer ? findings.untold.at(customer) : allTold}
      hrefOf={(severity) =>
        customer
          ? paths.customerFindings(customer, severityNames[severity])
          : paths.findingsOf(kind, id, severityNames[severity])
      }
    />
  );
}
