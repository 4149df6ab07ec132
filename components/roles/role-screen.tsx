"use client";

import type { ReactNode } from "react";
import { AccessView, type Access } from "@/components/access/access-view";
import { LazyCounts } from "@/components/assessment/lazy-counts";
import { FreshnessRow } from "@/components/shell/shell";
import { buttonLook } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { count } from "@/components/ui/count";
import { Crumbs } from "@/components/ui/crumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { Fact, Facts } from "@/components/ui/facts";
import { Foreign } from "@/components/ui/foreign";
import { Link } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { privilegeMark, privilegeName } from "@/components/ui/privilege-mark";
import { usePageTitle } from "@/components/ui/use-page-title";
import type { RoleRow } from "@/lib/domain/access/role-rows";
import { roleId } from "@/lib/domain/ids";
import { formatForeign } from "@/lib/format";
import { paths } from "@/lib/paths";
import { RoleHolders } from "./role-holders";
import { RoleOperations } from "./role-operations";
import { RolePermissions } from "./role-permissions";
import { kindOfRole, roleName, roleSpec, saidName } from "./role-spec";
import { RoleVerdict } from "./role-verdict";
import { useRoles } from "./use-roles";

/** One role: what it allows, whether Lighthouse delegates it, and who holds it where. */
export function RoleScreen({ roleId: parameter }: { roleId: string }) {
  return (
    <AccessView head={<Head title={<bdi>{formatForeign(parameter, 60)}</bdi>} />} columns={roleSpec.columns}>
      {(access, banners) => <OneRole parameter={parameter} access={access} banners={banners} />}
    </AccessView>
  );
}

type Props = { parameter: string; access: Access; banners: ReactNode };

function OneRole({ parameter, access, banners }: Props) {
  const id = roleId(parameter);
  const row = useRoles(access.index).find((one) => one.id === id);
  usePageTitle("Role", row && formatForeign(roleName(row), 80));
  if (!row) {
    const isWhole = access.index.inventory.coverage.sources.roles.state === "complete" && access.index.isConclusive;
    const [title, why] = id ? (isWhole ? words.absent : words.notSeen) : words.malformed;
    return (
      <>
        <Head title={<bdi>{formatForeign(parameter, 60)}</bdi>} />
        {banners}
        <EmptyState
          title={title}
          actions={
            <Link href={paths.roles} className={buttonLook()}>
              All roles
            </Link>
          }
        >
          <p>{why}</p>
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <Head title={<Foreign text={roleName(row)} />} marks={<LazyCounts kind="role" id={row.id} />} />
      {banners}
      <RoleFacts row={row} />
      <div className="grid min-h-0 flex-1 content-start gap-x-8 overflow-auto bg-surface px-5 pb-8 flowing:flex-none flowing:overflow-visible max-sm:px-4 xl:grid-cols-[minmax(0,1fr)_minmax(0,27rem)]">
        <div className="min-w-0">
          {row.role?.description && (
            <p className="max-w-[80ch] pt-3">
              <Foreign text={row.role.description} limit={2000} />
            </p>
          )}
          <RoleVerdict row={row} />
          {row.role && <RolePermissions role={row.role} />}
          {row.role && <RoleOperations role={row.role} />}
        </div>
        <RoleHolders row={row} index={access.index} />
      </div>
    </>
  );
}

const words = {
  absent: ["There is no such role", "Azure lists no role with this id, and no grant names it."],
  notSeen: ["Not among what could be read", "Whether this role exists is not known: not everything answered."],
  malformed: [
    "This is no role id",
    "The link is damaged. A role id has 36 characters: 8, 4, 4, 4 and 12, with hyphens.",
  ],
} as const;

function RoleFacts({ row }: { row: RoleRow }) {
  return (
    <Facts>
      <Fact label="Privilege">
        <span>
          {privilegeMark(row.level)}
          {privilegeName(row.level)}
        </span>
      </Fact>
      <Fact label="Delegable standing">{saidName(row.standing)}</Fact>
      <Fact label="Delegable eligible">{saidName(row.eligible)}</Fact>
      <Fact label="Principals">{count(row.principals)}</Fact>
      <Fact label="Customers">{count(row.customers)}</Fact>
      <Fact label="Kind">{kindOfRole(row)}</Fact>
      <Fact label="Role id" isWide>
        <span className="font-mono text-sm">{row.id}</span>
        <CopyButton text={row.id} what="Role id" />
      </Fact>
    </Facts>
  );
}

function Head({ title, marks }: { title: ReactNode; marks?: ReactNode }) {
  return (
    <>
      <PageHead
        crumb={
          <Crumbs
            of={[
              <Link key="access" href={paths.access} className="hover:text-ink">
                Access
              </Link>,
              <Link key="roles" href={paths.roles} className="hover:text-ink">
                Roles
              </Link>,
            ]}
          />
        }
        title={title}
        marks={marks}
      />
      <FreshnessRow />
    </>
  );
}
