"use client";

import { useMemo, type ReactNode } from "react";
import { AccessView, type Access } from "@/components/access/access-view";
import { OwnAssignmentsNote } from "@/components/access/own-assignments-note";
import { useSearch } from "@/components/ui/address";
import { buttonLook } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Foreign } from "@/components/ui/foreign";
import { Link } from "@/components/ui/link";
import { usePageTitle } from "@/components/ui/use-page-title";
import type { Target } from "@/lib/domain/access/target";
import { customerNames } from "@/lib/domain/customer-name";
import { armId } from "@/lib/domain/ids";
import { exactScope, type Scope } from "@/lib/domain/scope";
import { formatForeign } from "@/lib/format";
import { paths } from "@/lib/paths";
import { ReachHead } from "./reach-head";
import { reacherSpec } from "./reacher-spec";
import { ReachersTable } from "./reachers-table";

const list = { name: "Customers", path: paths.customers };
const own: readonly string[] = ["scope"];

/** Who reaches a subscription or a resource group, through whatever delegation. */
export function ScopeAccessScreen() {
  const id = armId(useSearch().get("scope") ?? "");
  const scope = id && exactScope(id);
  return (
    <AccessView head={<ReachHead list={list} title="Access" />} columns={reacherSpec.columns}>
      {(access, banners) =>
        scope ? (
          <Reachers key={id} scope={scope} access={access} banners={banners} />
        ) : (
          <>
            <ReachHead list={list} title="Access" />
            {banners}
            <EmptyState
              title="This is no subscription and no resource group"
              actions={
                <Link href={paths.delegations} className={buttonLook()}>
                  Choose one in Delegations
                </Link>
              }
            >
              <p>
                The address names a scope as Azure does, for example{" "}
                <code className="font-mono text-sm">/subscriptions/00000000-0000-0000-0000-000000000000</code>.
              </p>
            </EmptyState>
          </>
        )
      }
    </AccessView>
  );
}

function Reachers({ scope, access, banners }: { scope: Scope; access: Access; banners: ReactNode }) {
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
      <OwnAssignmentsNote assigned={roleAssignments?.filter((one) => one.customer === customer).length} />
    </ReachersTable>
  );
}
