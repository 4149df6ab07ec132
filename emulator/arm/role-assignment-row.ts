import type { RoleAssignment } from "../world";

/** The tenant of the principal is the world's knowledge, not part of the resource. */
export function showRoleAssignment({ id, name, type, properties }: RoleAssignment): unknown {
  const shown: Partial<typeof properties> = { ...properties };
  delete shown.principalTenantId;
  return { properties: shown, id, type, name };
}
