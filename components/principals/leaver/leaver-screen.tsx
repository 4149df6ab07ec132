"use client";

import { Printer } from "lucide-react";
import { useMemo, type ReactNode } from "react";
import { accessFreshness } from "@/components/access/access-freshness";
import { rated } from "@/components/access/grant-columns";
import type { Access } from "@/components/access/access-view";
import { blindCount } from "@/components/principals/blind-section";
import { nameText } from "@/components/principals/principal-words";
import { PrincipalsCrumb, WithPrincipal } from "@/components/principals/with-principal";
import { FreshnessRow } from "@/components/shell/shell";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Crumbs } from "@/components/ui/crumbs";
import { DataTable } from "@/components/ui/data-table/data-table";
import { useTableUrl } from "@/components/ui/data-table/use-table-url";
import { EmptyState } from "@/components/ui/empty-state";
import { go } from "@/components/ui/go";
import { Link } from "@/components/ui/link";
import { NameOrId } from "@/components/ui/name-or-id";
import { PageHead } from "@/components/ui/page-head";
import { usePageTitle } from "@/components/ui/use-page-title";
import { usePrinting } from "@/components/ui/use-printing";
import { seesAll } from "@/lib/domain/access/blind-spots";
import { leaverRows, type LeaverRow } from "@/lib/domain/access/leaver-rows";
import { namesOf } from "@/lib/domain/access/principal-state";
import { keptReach } from "@/lib/domain/access/kept-reach";
import type { PrincipalId } from "@/lib/domain/ids";
import { formatCount, formatCounted } from "@/lib/format";
import { paths } from "@/lib/paths";
import { levelsIn } from "@/lib/queries/access";
import { LeaverSheet } from "./leaver-sheet";
import { leaverSpec } from "./leaver-spec";

/** What has to end when somebody leaves, for those who have to end it. */
export const LeaverScreen = ({ principalId }: { principalId: string }) => (
  <WithPrincipal parameter={principalId} crumb={<PrincipalsCrumb />}>
    {(id, access, banners) => <Leaver key={id} id={id} access={access} banners={banners} />}
  </WithPrincipal>
);

function Leaver({ id, access, banners }: { id: PrincipalId; access: Access; banners: ReactNode }) {
  const { index, isReading } = access;
  const url = useTableUrl(leaverSpec);
  const isPrinting = usePrinting();
  const { rows, blind } = useMemo(() => {
    const reach = keptReach(index, id);
    return { rows: rated(leaverRows(index, reach), levelsIn(index.inventory)), blind: reach.blind };
  }, [index, id]);
  const { name, label } = namesOf(index, id);
  const shownName = nameText({ name: name ?? label, id });
  usePageTitle("Leaver check", `Leaver check: ${shownName}`);
  const freshness = accessFreshness(access);
  const unseen = `${
    seesAll(blind)
      ? "All that your account may see was read. A colleague who reads more customers may find more."
      : `There may be more: ${formatCounted(blindCount(blind), "thing")} could not be seen.`
  } Roles that customers assign in their own tenants are not seen from here.`;

  const head = (actions: ReactNode) => (
    <>
      <PageHead
        crumb={
          <Crumbs
            of={[
              <PrincipalsCrumb key="all" />,
              <Link key="one" href={paths.principal(id)} className="hover:text-ink">
                <NameOrId name={name ?? label} id={id} />
              </Link>,
            ]}
          />
        }
        title="Leaver check"
        count={rows.length}
        actions={
          <>
            <Button icon={Printer} onClick={() => window.print()}>
              <span className="max-sm:sr-only">Print</span>
            </Button>
            {actions}
          </>
        }
      />
      <FreshnessRow />
      {banners}
      <Banner
        {...(!seesAll(blind) && { tone: "high" as const })}
        actions={
          !seesAll(blind) && (
            <Link href={`${paths.principal(id)}?show=blind`} className="link touch-target">
              What cannot be seen
            </Link>
          )
        }
      >
        {unseen}
      </Banner>
    </>
  );
  return (
    <div className="flex flex-1 basis-0 flex-col">
      {rows.length === 0 ? (
        <>
          {head(null)}
          <EmptyState
            title={
              seesAll(blind) && !isReading
                ? "Nothing to end that you can see"
                : "Nothing to end that can be seen so far"
            }
          >
            <p>No grant that was read names this principal or a group that it is known to be in.</p>
          </EmptyState>
        </>
      ) : (
        <DataTable
          spec={leaverSpec}
          rows={rows}
          url={url}
          isSettled={!isReading}
          freshness={freshness}
          onOpen={({ grant }) => go(paths.principalCustomer(id, grant.customer))}
          totals={totals}
          head={head}
        />
      )}
      {isPrinting && <LeaverSheet name={shownName} id={id} rows={rows} unseen={unseen} freshness={freshness} />}
    </div>
  );
}

function totals(rows: readonly LeaverRow[], hits: Int32Array) {
  let direct = 0;
  const groups = new Set<string>();
  for (const at of hits) {
    const row = rows[at];
    if (row?.isDirect) direct++;
    if (row?.removal.kind === "leave") for (const { id } of row.removal.groups) groups.add(id);
  }
  return (
    <>
      <span>
        <b>{formatCount(hits.length)}</b> {hits.length === 1 ? "grant" : "grants"}
      </span>
      <span>
        <b>{formatCount(groups.size)}</b> {groups.size === 1 ? "group" : "groups"} to leave
      </span>
      <span>
        <b>{formatCount(direct)}</b> that no group ends
      </span>
    </>
  );
}
