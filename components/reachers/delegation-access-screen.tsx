"use client";

import { useMemo, type ReactNode } from "react";
import { AccessView, type Access } from "@/components/access/access-view";
import { OwnAssignmentsNote } from "@/components/access/own-assignments-note";
import { useSearch } from "@/components/ui/address";
import { EmptyState } from "@/components/ui/empty-state";
import { Foreign } from "@/components/ui/foreign";
import { Link } from "@/components/ui/link";
import { usePageTitle } from "@/components/ui/use-page-title";
import type { Target } from "@/lib/domain/access/target";
import type { Delegation } from "@/lib/domain/delegation";
import { delegationRow } from "@/lib/domain/delegation-rows";
import { findDelegation } from "@/lib/domain/find";
import { formatForeign } from "@/lib/format";
import { paths } from "@/lib/paths";
import { ReachHead } from "./reach-head";
import { reacherSpec } from "./reacher-spec";
import { ReachersTable } from "./reachers-table";

const list = { name: "Delegations", path: paths.delegations };
const own: readonly string[] = ["delegation"];

/** Who reaches what one delegation gives. */
export function DelegationAccessScreen() {
  const id = useSearch().get("delegation") ?? "";
  return (
    <AccessView head={<ReachHead list={list} title="Access" />} columns={reacherSpec.columns}>
      {(access, banners) => <OneDelegation id={id} access={access} banners={banners} />}
    </AccessView>
  );
}

function OneDelegation({ id, access, banners }: { id: string; access: Access; banners: ReactNode }) {
  const { inventory } = access.index;
  const found = findDelegation(inventory, id);
  if (found.kind !== "found")
    return (
      <>
        <ReachHead list={list} title="Access" />
        {banners}
        <EmptyState title={words[found.kind][0]}>
          <p>{words[found.kind][1]}</p>
        </EmptyState>
      </>
    );
  return <Reachers delegation={found.value} access={access} banners={banners} />;
}

const words = {
  absent: ["You see no such delegation", "All that your account may see was read, and this one is not there."],
  malformed: ["This is no delegation's id", "A delegation is named by the path of its registration assignment."],
  notSeen: ["Not among what could be read", "Whether this delegation exists is not known: not everything answered."],
} as const;

function Reachers({ delegation, access, banners }: { delegation: Delegation; access: Access; banners: ReactNode }) {
  const { id } = delegation;
  const target = useMemo<Target>(() => ({ kind: "delegation", delegation: id }), [id]);
  const { scopeName } = delegationRow(delegation, access.index.inventory);
  usePageTitle("Access of a delegation", `Access through ${formatForeign(scopeName, 80)}`);
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
              <Link href={paths.delegation(id)} className="hover:text-ink">
                <Foreign text={scopeName} limit={60} />
              </Link>
            }
            title={
              <>
                Access through <Foreign text={scopeName} />
              </>
            }
            count={count}
            actions={actions}
          />
          {banners}
        </>
      )}
    >
      <OwnAssignmentsNote
        assigned={access.index.roleAssignments?.filter((one) => one.customer === delegation.customer).length}
      />
    </ReachersTable>
  );
}
