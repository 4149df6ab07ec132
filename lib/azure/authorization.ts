import { roleId } from "@/lib/domain/ids";
import type { Permission, Role } from "@/lib/domain/role";
import type { Azure } from "./client";
import { pages } from "./paging";
import { entries, id, list, MalformedRecord, objectOf, record, text, textOf, type Parse } from "./wire";

const RoleDefinition = record({
  id: id(roleId),
  properties: record({ roleName: text, description: text, type: text, permissions: entries }),
});

/** Accepts ARM's record and Resource Graph's row, which writes the fields of a permission with a capital. */
export const roleParser: Parse<Role> = (raw, report) => {
  const { id: role, properties } = RoleDefinition(raw);
  const { items, malformed } = list(properties.permissions, toPermission, "properties.permissions");
  malformed.forEach(report);
  return {
    id: role,
    name: properties.roleName ?? role,
    description: properties.description,
    kind: properties.type?.toLowerCase() === "customrole" ? "custom" : "builtIn",
    permissions: items,
  };
};

const toPermission: Parse<Permission> = (raw) => {
  const permission = objectOf(raw);
  if (!permission) throw new MalformedRecord("", "is no permission");
  const patterns = (name: string, capital: string) => {
    const value = permission[name] ?? permission[capital];
    return Array.isArray(value) ? value.flatMap((pattern: unknown) => textOf(pattern) ?? []) : [];
  };
  return {
    actions: patterns("actions", "Actions"),
    notActions: patterns("notActions", "NotActions"),
    dataActions: patterns("dataActions", "DataActions"),
    notDataActions: patterns("notDataActions", "NotDataActions"),
  };
};

/** The roles that exist at the root of the tenant: all built-in ones. */
export const listRoles = ({ arm }: Azure, signal?: AbortSignal) =>
  pages(
    arm,
    {
      path: "/providers/Microsoft.Authorization/roleDefinitions",
      query: { "api-version": "2022-04-01" },
      needs: "Microsoft.Authorization/roleDefinitions/read",
      signal,
    },
    roleParser,
  );
