"use client";

import { useMemo } from "react";
import { kindCell } from "@/components/access/grant-cells";
import { Who } from "@/components/access/who";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { NameOrId } from "@/components/ui/name-or-id";
import { useMore } from "@/components/ui/use-more";
import type { AccessIndex } from "@/lib/domain/access/access-index";
import { grantsOfRole } from "@/lib/domain/access/grant";
import { grantRows, type GrantRow } from "@/lib/domain/access/grant-rows";
import type { RoleRow } from "@/lib/domain/access/role-rows";
import { formatCount, formatCounted } from "@/lib/format";
import { paths } from "@/lib/paths";
import { RoleSection } from "./role-section";
import { roleName } from "./role-spec";

const atFirst = 20;
const customersShown = 3;

/** Who holds a role, and at which customers. */
export function RoleHolders({ row, index }: { row: RoleRow; index: AccessIndex }) {
  const [shown, showMore] = useMore(atFirst);
  const holders = useMemo(() => holdersOf(index, row), [index, row]);
  return (
    <RoleSection title="Who holds it" note={formatCounted(row.grants, "grant")}>
      {holders.length === 0 && (
        <p className="text-ink-2">
          {index.isConclusive && index.unreadDefinitions.length === 0
            ? "No grant of ours names this role."
            : "None of the grants that could be read names this role; not all could."}
        </p>
      )}
      <ul>
        {holders.slice(0, shown).map(([principal, grants]) => (
          <li key={principal} className="border-b border-line py-1.5">
            <Holder index={index} grants={grants} />
          </li>
        ))}
      </ul>
      {holders.length > shown && (
        <Button size="small" className="mt-2" onClick={showMore}>
          Show more of {formatCount(holders.length)}
        </Button>
      )}
      {holders.length > 0 && (
        <p className="pt-2">
          <Link href={paths.assignmentsOfRole(roleName(row))} className="link">
            {row.grants === 1 ? "The grant" : `All ${formatCount(row.grants)}`} in Role assignments
          </Link>
        </p>
      )}
    </RoleSection>
  );
}

function holdersOf(index: AccessIndex, { id }: RoleRow) {
  const holders = new Map<string, GrantRow[]>();
  for (const grant of grantRows(index, grantsOfRole(index, id))) {
    const own = holders.get(grant.principal.id);
    if (own) own.push(grant);
    else holders.set(grant.principal.id, [grant]);
  }
  return [...holders].sort(([, one], [, other]) => other.length - one.length);
}

function Holder({ index, grants }: { index: AccessIndex; grants: readonly GrantRow[] }) {
  const [first] = grants;
  if (!first) return null;
  const kinds = [...new Set(grants.map(({ access }) => access))];
  const customers = [...new Map(grants.map(({ customer, customerName }) => [customer, customerName]))];
  const inVain = grants.filter(({ gives }) => gives === "no").length;
  return (
    <>
      <span className="flex min-w-0 items-center gap-3">
        <span className="min-w-0 grow truncate">
          <Who index={index} id={first.principal.id} label={first.principalName} />
        </span>
        {kinds.map((kind) => (
          <span key={kind} className="shrink-0 text-sm">
            {kindCell(kind)}
          </span>
        ))}
      </span>
      <span className="mt-1 block text-sm leading-6 text-ink-2">
        {customers.slice(0, customersShown).map(([tenant, name], at) => (
          <span key={tenant}>
            {at > 0 && ", "}
            <Link href={paths.customerAccess(tenant)} className="link">
              <NameOrId name={name} id={tenant} />
            </Link>
          </span>
        ))}
        {customers.length > customersShown &&
          ` and ${formatCounted(customers.length - customersShown, "other customer")}`}
        {inVain > 0 && (
          <span className="text-stale-text">
            {inVain === grants.length
              ? "; gives nothing"
              : `; ${formatCount(inVain)} of ${formatCount(grants.length)} ${inVain === 1 ? "gives" : "give"} nothing`}
          </span>
        )}
      </span>
    </>
  );
}
