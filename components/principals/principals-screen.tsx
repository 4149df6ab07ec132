"use client";

import { GitCompare } from "lucide-react";
import { useMemo } from "react";
import type { ReactNode } from "react";
import { accessFreshness } from "@/components/access/access-freshness";
import { AccessTabs } from "@/components/access/access-tabs";
import { AccessView, type Access } from "@/components/access/access-view";
import { FreshnessRow } from "@/components/shell/shell";
import { buttonLook } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table/data-table";
import { useTableUrl } from "@/components/ui/data-table/use-table-url";
import { go } from "@/components/ui/go";
import { Link } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { principalRows, type PrincipalRow } from "@/lib/domain/access/principal-rows";
import { formatCount, formatCounted } from "@/lib/format";
import { paths } from "@/lib/paths";
import { levelsIn } from "@/lib/queries/access";
import { principalSpec } from "./principal-spec";
import { useReachedAhead } from "./use-reached-ahead";

/** Everybody who holds a grant or reaches a customer. */
export function PrincipalsScreen() {
  const head = (
    <>
      <PageHead title="Principals" />
      <FreshnessRow />
      <AccessTabs />
    </>
  );
  return (
    <AccessView head={head} columns={principalSpec.columns}>
      {(access, banners) => <Principals access={access} banners={banners} />}
    </AccessView>
  );
}

function Principals({ access, banners }: { access: Access; banners: ReactNode }) {
  const { index, isReading } = access;
  const url = useTableUrl(principalSpec);
  const rows = useMemo(() => principalRows(index, levelsIn(index.inventory)), [index]);
  const onPointerOver = useReachedAhead(index);
  return (
    <div className="flex flex-1 basis-0 flex-col" onPointerOver={onPointerOver}>
      <DataTable
        spec={principalSpec}
        rows={rows}
        url={url}
        isSettled={!isReading}
        freshness={accessFreshness(access)}
        onOpen={({ principal }) => go(paths.principal(principal.id))}
        totals={totals}
        head={(actions) => (
          <>
            <PageHead
              title="Principals"
              count={rows.length}
              actions={
                <>
                  <Link href={paths.compareAny} className={buttonLook({ variant: "quiet" })}>
                    <GitCompare aria-hidden size={15} />
                    <span className="max-sm:sr-only">Compare</span>
                  </Link>
                  {actions}
                </>
              }
            />
            <FreshnessRow />
            <AccessTabs />
            {banners}
          </>
        )}
      />
    </div>
  );
}

function totals(rows: readonly PrincipalRow[], hits: Int32Array) {
  let idle = 0;
  let hidden = 0;
  for (const at of hits) {
    const row = rows[at];
    if (row?.gives === "no") idle++;
    if (row?.gives === "cannotSee") hidden++;
  }
  return (
    <>
      <span>
        <b>{formatCounted(hits.length, "principal")}</b>
      </span>
      <span>
        <b>{formatCount(idle)}</b> {idle === 1 ? "reaches" : "reach"} nothing
      </span>
      {hidden > 0 && (
        <span>
          <b>{formatCount(hidden)}</b> cannot tell
        </span>
      )}
    </>
  );
}
