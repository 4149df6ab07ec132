"use client";

import { useAzure } from "@/components/auth/use-azure";
import type { AccessIndex } from "@/lib/domain/access/access-index";
import { roleRows, type RoleRow } from "@/lib/domain/access/role-rows";

const national = new Set(["AzureUSGovernment", "AzureChinaCloud"]);
const known = new WeakMap<AccessIndex, readonly RoleRow[]>();

/** The roles of a snapshot, worked out once for the list and for each role's page. */
export function useRoles(index: AccessIndex): readonly RoleRow[] {
  const { azure } = useAzure();
  let rows = known.get(index);
  if (!rows) known.set(index, (rows = roleRows(index, { hasEligible: !national.has(azure.cloud.name) })));
  return rows;
}
