import { asJustInTime } from "@/lib/domain/findings/fixes/just-in-time";
import type { RoleRule } from "@/lib/domain/findings/rule";
import { cited } from "../cited";
import { givenOf } from "../given";

export const standingNoRecovery: RoleRule = {
  id: "LH-ESC-010",
  severity: "high",
  title: "Role deletes backups or weakens them, standing",
  why: "Before encrypting anything, those who ask for ransom delete what could bring it back. With this role they stop protection, shorten how long copies are kept, or delete vaults, snapshots and restore points.",
  how: "A permanent authorization whose role allows deleting or writing recovery and backup vaults, their policies or configuration, deleting what they protect, stopping its protection, or deleting snapshots and restore points. Putting something under protection is none of these.",
  fix: "Make the role eligible; have the customer put its vaults under a resource guard, so that nobody deletes alone, and make them immutable.",
  sources: [cited.privilegedIam],
  on: "role",
  access: "standing",
  operations: (role) => givenOf(role, (gives) => gives === "noRecovery"),
  mend: asJustInTime,
};
