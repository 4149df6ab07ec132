import type { Role } from "@/lib/domain/role";
import { delegatedPrivilegeOf } from "@/lib/domain/roles/privilege";

/** What a delegation carries of the role reaches everything: it writes all, assigns roles, or acts as an identity. */
export const isTierZero = (role: Role): boolean => delegatedPrivilegeOf(role).level === 5;

/** It writes, deletes, hands out keys or runs code; to read or to restart something is less. */
export const canWrite = (role: Role): boolean => delegatedPrivilegeOf(role).level >= 3;
