"use client";

import { useMemo, type ReactNode } from "react";
import { aimedRows } from "@/components/assessment/aimed-rows";
import { useInventory } from "@/components/coverage/use-inventory";
import { useTableUrl } from "@/components/ui/data-table/use-table-url";
import { PartHead } from "@/components/ui/part-head";
import { useSliced } from "@/components/ui/use-sliced";
import type { Unjudged } from "@/lib/domain/findings/finding";
import { atCustomer } from "@/lib/domain/findings/rows/finding-rows";
import { countSeverities } from "@/lib/domain/findings/rows/severity-counts";
import { unjudgedAt } from "@/lib/domain/findings/rows/untold";
import { tenantId, type TenantId } from "@/lib/domain/ids";
import { formatCount } from "@/lib/format";
import type { Findings } from "@/lib/queries/findings";
import { JudgedView, type Judged } from "../findings-view";
import { UnjudgedNote } from "../unjudged-note";
import { customerFindingGroups, customerFindingSpec } from "./finding-spec";
import { FindingsTable } from "./findings-table";
import { SeverityBar } from "./severity-bar";

const groupings = ["rule", "principal", "none"] as const;

/** What was found at one customer, and what could not be judged there, as a part of its page. */
export function CustomerFindings({ tenantId: parameter }: { tenantId: string }) {
  const tenant = tenantId(parameter);
  const { inventory } = useInventory();
  if (!tenant || !inventory) return null;
  return (
    <JudgedView inventory={inventory} head={null} columns={customerFindingSpec.columns}>
      {(judged, banners) => <FindingsHere tenant={tenant} judged={judged} banners={banners} />}
    </JudgedView>
  );
}

type Props = { tenant: TenantId; judged: Judged; banners: ReactNode };

function FindingsHere({ tenant, judged, banners }: Props) {
  const { findings, isSettled } = judged;
  const url = useTableUrl(customerFindingSpec);
  const untold = findings.untold.at(tenant);
  const rows = useMemo(() => {
    const { inventory } = findings.of;
    return aimedRows(findings, { kind: "customer", id: tenant }).map((row) => atCustomer(row, tenant, inventory));
  }, [findings, tenant]);
  const counts = useMemo(() => countSeverities(rows), [rows]);
  const asked = useMemo(() => (isSettled ? { tenant, findings } : undefined), [isSettled, tenant, findings]);
  const unjudged = useSliced(asked, known, unjudgedIn);
  return (
    <div className="flex flex-1 basis-0 flex-col">
      <FindingsTable
        judged={judged}
        spec={customerFindingGroups[url.group ?? ""] ?? customerFindingSpec}
        rows={rows}
        url={url}
        untold={untold}
        isOneCustomer
        head={(actions) => (
          <>
            {banners}
            {isSettled && unjudged && <UnjudgedNote unjudged={unjudged} />}
            <PartHead title="Findings" count={formatCount(rows.length)} actions={actions} />
            {rows.length > 0 && <SeverityBar counts={counts} untold={untold} groupings={groupings} url={url} />}
          </>
        )}
      />
    </div>
  );
}

type Asked = Readonly<{ tenant: TenantId; findings: Findings }>;

const known = new WeakMap<Asked, readonly Unjudged[]>();
const unjudgedIn = ({ tenant, findings }: Asked) => unjudgedAt(tenant, findings.unjudged, findings.assessment);
