"use client";

import { parseAsString, useQueryState } from "nuqs";
import { useMemo, type ReactNode } from "react";
import { accessFreshness } from "@/components/access/access-freshness";
import { AccessTabs } from "@/components/access/access-tabs";
import { AccessView, type Access } from "@/components/access/access-view";
import { FreshnessRow } from "@/components/shell/shell";
import { DataTable } from "@/components/ui/data-table/data-table";
import { useTableUrl } from "@/components/ui/data-table/use-table-url";
import { go } from "@/components/ui/go";
import { PageHead } from "@/components/ui/page-head";
import { allowedOf, operationsIn, searchOf } from "@/lib/domain/roles/operation-search";
import { formatCount, formatCounted } from "@/lib/format";
import { paths } from "@/lib/paths";
import { OperationSearch } from "./operation-search";
import { roleSpec, searchedRoleSpec, type SearchedRole } from "./role-spec";
import { useOperations } from "./use-operations";
import { useRoles } from "./use-roles";

const head = (
  <>
    <PageHead title="Roles" />
    <FreshnessRow />
    <AccessTabs />
  </>
);

/** All roles of Azure and those in use, and which of them allow an operation. */
export function RolesScreen() {
  return (
    <AccessView head={head} columns={roleSpec.columns}>
      {(access, banners) => <Roles access={access} banners={banners} />}
    </AccessView>
  );
}

const own: readonly string[] = ["allows"];
const nothing: readonly never[] = [];

function Roles({ access, banners }: { access: Access; banners: ReactNode }) {
  const [text, setText] = useQueryState("allows", parseAsString.withDefault(""));
  const all = useRoles(access.index);
  const operations = useOperations();
  const { known } = operations;
  const search = useMemo(() => {
    const roles = all.flatMap(({ role }) => role ?? nothing);
    return searchOf(operationsIn(text), roles, known);
  }, [text, all, known]);
  const { asked } = search;
  const spec = asked.length > 0 ? searchedRoleSpec : roleSpec;
  const url = useTableUrl(spec, own);
  const rows = useMemo(
    () =>
      all.flatMap((row): SearchedRole[] => {
        if (asked.length === 0) return [{ ...row, allowed: nothing }];
        const allowed = row.role ? allowedOf(row.role, asked) : nothing;
        return allowed.length > 0 ? [{ ...row, allowed }] : [];
      }),
    [all, asked],
  );
  const isSearch = asked.length > 0;
  return (
    <>
      {head}
      {banners}
      <OperationSearch
        text={text}
        search={search}
        operations={operations}
        rows={rows}
        all={all}
        onSearch={(next) => void setText(next || null)}
      />
      <div className="flex flex-1 basis-0 flex-col">
        <DataTable
          // Its columns are others while operations are searched for.
          key={spec.sort.id}
          spec={spec}
          rows={rows}
          url={url}
          isSettled={!access.isReading}
          freshness={accessFreshness(access)}
          onOpen={({ id }) => go(paths.role(id))}
          totals={totals}
          head={(actions) => (
            <div className="flex min-h-10 shrink-0 items-center gap-2 px-5 max-sm:px-4">
              <h2 className="font-[620]">
                {isSearch ? "Roles that allow it" : "All roles"}{" "}
                <span className="ml-1 text-xs font-[400] text-ink-3">{formatCount(rows.length)}</span>
              </h2>
              <div className="ml-auto flex items-center gap-2">{actions}</div>
            </div>
          )}
        />
      </div>
    </>
  );
}

function totals(rows: readonly SearchedRole[], hits: Int32Array) {
  let used = 0;
  let delegable = 0;
  for (const at of hits) {
    if ((rows[at]?.grants ?? 0) > 0) used++;
    if (rows[at]?.standing.answer === "yes") delegable++;
  }
  return (
    <>
      <span>
        <b>{formatCounted(hits.length, "role")}</b>
      </span>
      <span>
        <b>{formatCount(used)}</b> in use
      </span>
      <span>
        <b>{formatCount(delegable)}</b> delegable standing
      </span>
    </>
  );
}
