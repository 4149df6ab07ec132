"use client";

import { EyeOff } from "lucide-react";
import { useMemo, type ReactNode } from "react";
import { AccessView, type Access } from "@/components/access/access-view";
import { OwnAssignmentsNote } from "@/components/access/own-assignments-note";
import { useSearch } from "@/components/ui/address";
import { Banner } from "@/components/ui/banner";
import { Foreign } from "@/components/ui/foreign";
import { Link } from "@/components/ui/link";
import { TableSkeleton } from "@/components/ui/skeleton";
import { usePageTitle } from "@/components/ui/use-page-title";
import { findScope, type FoundScope } from "@/lib/domain/access/find-scope";
import type { Target } from "@/lib/domain/access/target";
import { customerNames } from "@/lib/domain/customer-name";
import { scopePath } from "@/lib/domain/scope";
import { formatForeign } from "@/lib/format";
import { paths } from "@/lib/paths";
import { ReachHead } from "./reach-head";
import { reacherSpec } from "./reacher-spec";
import { ReachersTable } from "./reachers-table";
import { UnknownScope } from "./unknown-scope";

const list = { name: "Customers", path: paths.customers };
const own: readonly string[] = ["scope"];

/** Who reaches a subscription or a resource group, through whatever delegation. */
export function ScopeAccessScreen() {
  const parameter = useSearch().get("scope") ?? "";
  const head = <ReachHead list={list} title="Access" />;
  return (
    <AccessView head={head} columns={reacherSpec.columns}>
      {(access, banners) => {
        const found = findScope(access.index, parameter);
        if (found.kind === "found")
          return <Reachers key={scopePath(found.value.scope)} {...found.value} access={access} banners={banners} />;
        return (
          <>
            {head}
            {banners}
            {found.kind === "notSeen" && found.reading ? (
              <TableSkeleton columns={reacherSpec.columns} rowHeight={32} />
            ) : (
              <UnknownScope found={found} />
            )}
          </>
        );
      }}
    </AccessView>
  );
}

type ReachersProps = FoundScope & { access: Access; banners: ReactNode };

function Reachers({ scope, isNamed, access, banners }: ReachersProps) {
  const { inventory, scopeTable, roleAssignments } = access.index;
  const target = useMemo<Target>(() => ({ kind: "scope", scope }), [scope]);
  const subscription = inventory.subscriptions.get(scope.subscription);
  const customer = scopeTable.ownerOf(scope.subscription) ?? subscription?.tenant;
  const name = scope.kind === "resourceGroup" ? scope.resourceGroup : (subscription?.name ?? scope.subscription);
  usePageTitle("Access to a scope", `Access to ${formatForeign(name, 80)}`);
  return (
    <ReachersTable
      access={access}
      target={target}
      also={own}
      head={(actions, count) => (
        <>
          <ReachHead
            list={list}
            crumb={
              customer && (
                <Link href={paths.customer(customer)} className="hover:text-ink">
                  <Foreign text={customerNames(inventory)(customer).name ?? customer} limit={60} />
                </Link>
              )
            }
            title={
              <>
                Access to <Foreign text={name} />
              </>
            }
            count={count}
            actions={actions}
          />
          {banners}
        </>
      )}
    >
      {!isNamed && !access.isReading && (
        <Banner icon={EyeOff}>
          No delegation {access.index.isConclusive ? "" : "that could be read "}names this resource group, and whether
          it exists cannot be seen. What reaches its subscription reaches every group in it.
        </Banner>
      )}
      <OwnAssignmentsNote assigned={roleAssignments?.filter((one) => one.customer === customer).length} />
    </ReachersTable>
  );
}
