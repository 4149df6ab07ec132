"use client";

import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useMemo, type ReactNode } from "react";
import { AccessView, type Access } from "@/components/access/access-view";
import { OwnAssignmentsNote } from "@/components/access/own-assignments-note";
import { FreshnessRow } from "@/components/shell/shell";
import { EmptyState } from "@/components/ui/empty-state";
import { Foreign } from "@/components/ui/foreign";
import { PageHead } from "@/components/ui/page-head";
import type { Target } from "@/lib/domain/access/target";
import { customerNames } from "@/lib/domain/customer-name";
import { armId } from "@/lib/domain/ids";
import { exactScope, type Scope } from "@/lib/domain/scope";
import { paths } from "@/lib/paths";
import { reacherSpec } from "./reacher-spec";
import { ReachersTable } from "./reachers-table";

const own: readonly string[] = ["scope"];

/** Who reaches a subscription or a resource group, through whatever delegation. */
export function ScopeAccessScreen() {
  const id = armId(useSearchParams().get("scope") ?? "");
  const scope = id && exactScope(id);
  return (
    <AccessView head={<Head title="Access" />} columns={reacherSpec.columns}>
      {(access, banners) =>
        scope ? (
          <Reachers key={id} scope={scope} access={access} banners={banners} />
        ) : (
          <>
            <Head title="Access" />
            {banners}
            <EmptyState title="This is no subscription and no resource group">
              <p>The address names a scope as Azure does: /subscriptions/…, or /subscriptions/…/resourceGroups/….</p>
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
  return (
    <ReachersTable
      access={access}
      target={target}
      also={own}
      head={(actions, count) => (
        <>
          <Head
            crumb={
              customer && (
                <Link href={paths.customer(customer)} prefetch={false} className="hover:text-ink">
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

type HeadProps = { title: ReactNode; crumb?: ReactNode; count?: number; actions?: ReactNode };

function Head({ title, crumb, count, actions }: HeadProps) {
  return (
    <>
      <PageHead
        crumb={
          <>
            <Link href={paths.customers} prefetch={false} className="hover:text-ink">
              Customers
            </Link>
            <ChevronRight aria-hidden size={12} />
            {crumb}
          </>
        }
        title={title}
        count={count}
        actions={actions}
      />
      <FreshnessRow />
    </>
  );
}
