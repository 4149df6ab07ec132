import type { RoleDefinition } from "../world";
import { builtInRole } from "./role-text";
import { computeRoles } from "./roles/compute-roles";
import { dataRoles } from "./roles/data-roles";
import { managementRoles } from "./roles/management-roles";
import { monitoringRoles } from "./roles/monitoring-roles";
import { recoveryRoles } from "./roles/recovery-roles";

/** Azure's built-in roles as far as the worlds know them: real ids and permissions, descriptions in our own words. */
export const builtInRoles: readonly RoleDefinition[] = [
  ...managementRoles,
  ...computeRoles,
  ...dataRoles,
  ...monitoringRoles,
  ...recoveryRoles,
].map(builtInRole);

const idsByName = new Map(builtInRoles.map(({ name, properties }) => [properties.roleName, name]));

/** The GUID of a built-in role, by the name that Azure shows. */
export function roleId(name: string): string {
  const id = idsByName.get(name);
  if (id === undefined) throw new Error(`The worlds have no role named ${name}.`);
  return id;
}
