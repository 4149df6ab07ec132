import { asJustInTime } from "@/lib/domain/findings/fixes/just-in-time";
import type { RoleRule } from "@/lib/domain/findings/rule";
import { cited } from "../cited";
import { givenOf } from "../given";

export const standingDelegating: RoleRule = {
  id: "LH-ESC-011",
  severity: "medium",
  title: "Role writes delegations by a wildcard",
  why: "If Azure takes it, a holder could delegate the scope to yet another tenant, and stay when this delegation is removed. Microsoft says that onboarding also needs rights to role assignments, which no delegated role has, so this is likely not enough.",
  how: "A permanent authorization whose role allows writing registration definitions or registration assignments. Roles that are meant for Azure Lighthouse only read and delete them; those found here do so by a wildcard such as Contributor's.",
  fix: "Nothing to change for this alone; keep wildcards out of standing roles. The customer can allow only named tenants by policy.",
  sources: [cited.threatMatrix, cited.privilegedIam, cited.onboard],
  on: "role",
  access: "standing",
  operations: (role) => givenOf(role, (gives) => gives === "delegation"),
  mend: asJustInTime,
};
