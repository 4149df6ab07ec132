import { isSecret } from "@/lib/domain/roles/catalogue/gives";
import { asJustInTime } from "@/lib/domain/findings/fixes/just-in-time";
import { givenOf } from "../given";
import type { RoleRule } from "@/lib/domain/findings/rule";
import { cited } from "../cited";

export const standingSecrets: RoleRule = {
  id: "LH-SEC-001",
  severity: "high",
  title: "Role hands out secrets, standing",
  why: "Whoever takes over one of its holders, at any hour, can fetch keys and credentials that work without a sign-in, outlive the person's access and leave no trace in the customer's sign-in log.",
  how: "A permanent authorization whose role allows at least one control-plane operation that Fresnel's catalogue lists as returning or resetting a secret. Patterns are expanded entry by entry, with what an entry takes away again left out. Operations that end in /read are left to LH-SEC-008.",
  fix: "Make the role eligible with MFA and approval, or replace it by a role that does the work without these operations.",
  sources: [cited.tenantsUsersRoles, cited.privilegedIam, cited.threatMatrix],
  on: "role",
  access: "standing",
  operations: (role) => givenOf(role, isSecret),
  mend: asJustInTime,
};
