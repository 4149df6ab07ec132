import type { Role } from "@/lib/domain/role";
import { allows } from "@/lib/domain/roles/allows";
import { delegatedPrivilegeOf } from "@/lib/domain/roles/privilege";

/** What a delegation carries of the role reaches everything: it writes all, assigns roles, or acts as an identity. */
export const isTierZero = (role: Role): boolean => delegatedPrivilegeOf(role).level === 5;

/** It hands out keys, runs code or reaches everything. */
export const isPrivileged = (role: Role): boolean => delegatedPrivilegeOf(role).level >= 4;

/** It writes, deletes, hands out keys or runs code; to read or to restart something is less. */
export const canWrite = (role: Role): boolean => delegatedPrivilegeOf(role).level >= 3;

const readers = new WeakMap<Role, boolean>();

/** It reads whatever Reader reads, so that the portal shows its holders what is delegated. */
export function includesReader(role: Role): boolean {
  let includes = readers.get(role);
  if (includes === undefined) readers.set(role, (includes = allows(role, "*/read")?.extent === "all"));
  return includes;
}
