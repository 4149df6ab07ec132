"use client";

import { useDeferredValue, useMemo } from "react";
import { Foreign } from "@/components/ui/foreign";
import { Link } from "@/components/ui/link";
import { privilegeMark } from "@/components/ui/privilege-mark";
import type { RoleRow } from "@/lib/domain/access/role-rows";
import type { KnownOperations } from "@/lib/domain/roles/effective-operations";
import { delegatedPrivilegeOf } from "@/lib/domain/roles/privilege";
import { smallestRoles } from "@/lib/domain/roles/smallest-roles";
import { formatCount, formatCounted } from "@/lib/format";
import { paths } from "@/lib/paths";
import { OperationNames } from "./operation-names";

type Props = {
  /** Operations on resources. */
  asked: readonly string[];
  all: readonly RoleRow[];
  known: KnownOperations;
};

const onResources = () => "control" as const;

/** The delegable roles, alone or together, that allow what was asked for and the least besides. */
export function SmallestRolesList({ asked, all, known }: Props) {
  const late = useDeferredValue(asked);
  const roles = useMemo(() => all.flatMap(({ role }) => role ?? []), [all]);
  const { covers, impossible, unknown, isExhaustive } = useMemo(
    () => smallestRoles(late, roles, known, { planeOf: onResources }),
    [late, roles, known],
  );
  const listed = known.control.names.length + known.data.names.length;
  return (
    <div className="grid gap-1 pt-1">
      {unknown.length > 0 && (
        <p className="text-stale-text">
          Not among the {formatCount(listed)} operations that Azure lists, so judged by the roles&apos; patterns alone:{" "}
          <OperationNames names={unknown} />
        </p>
      )}
      {impossible.length > 0 && (
        <p className="text-stale-text">
          No delegable role allows <OperationNames names={impossible} />
        </p>
      )}
      {covers.length > 0 && (
        <details open className="max-h-44 overflow-auto wrap-anywhere">
          <summary className="w-fit font-[620]">Smallest delegable roles</summary>
          <ol className="grid list-decimal gap-0.5 py-1 pl-6">
            {covers.map(({ roles: chosen, extra, extraSecrets }) => (
              <li key={chosen.map(({ id }) => id).join()}>
                {chosen.map((role, at) => (
                  <span key={role.id}>
                    {at > 0 && " and "}
                    {privilegeMark(delegatedPrivilegeOf(role).level)}
                    <Link href={paths.role(role.id)} className="link">
                      <Foreign text={role.name} />
                    </Link>
                  </span>
                ))}
                <span className="text-ink-2">
                  {extra === 0 ? ", nothing beyond it" : `, ${formatCounted(extra, "operation")} beyond it`}
                  {extraSecrets.length > 0 && (
                    <>
                      , {formatCount(extraSecrets.length)} of which {extraSecrets.length === 1 ? "gives" : "give"}{" "}
                      something away (<OperationNames names={extraSecrets} />)
                    </>
                  )}
                </span>
              </li>
            ))}
          </ol>
          {!isExhaustive && <p className="text-ink-2">The search was cut off: a smaller combination may exist.</p>}
        </details>
      )}
    </div>
  );
}
