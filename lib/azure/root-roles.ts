import { principalId, roleId } from "@/lib/domain/ids";
import type { RootRole } from "@/lib/domain/tenant-facts";
import type { Azure } from "./client";
import { pages } from "./paging";
import { id, record, text, type Parse } from "./wire";

const RoleAssignment = record({
  properties: record({ roleDefinitionId: id(roleId), principalId: id(principalId), principalType: text, scope: text }),
});

const kinds = { user: "user", group: "group", serviceprincipal: "servicePrincipal" } as const;

/** undefined for what was assigned elsewhere. */
const parseRootRole: Parse<RootRole | undefined> = (raw) => {
  const { roleDefinitionId: role, principalId: principal, principalType, scope } = RoleAssignment(raw).properties;
  if (scope !== "/") return undefined;
  const kind = Object.entries(kinds).find(([name]) => name === principalType?.toLowerCase())?.[1];
  return { principal, kind, role };
};

/** Who holds roles at the root of the signed-in person's tenant, above all its subscriptions. */
export const listRootRoles = ({ arm }: Pick<Azure, "arm">, signal?: AbortSignal) =>
  pages(
    arm,
    {
      path: "/providers/Microsoft.Authorization/roleAssignments",
      query: { "api-version": "2022-04-01", $filter: "atScope()" },
      needs: "Microsoft.Authorization/roleAssignments/read at /",
      signal,
    },
    parseRootRole,
  );
