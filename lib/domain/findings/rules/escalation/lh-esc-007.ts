import { asJustInTime } from "@/lib/domain/findings/fixes/just-in-time";
import type { RoleRule } from "@/lib/domain/findings/rule";
import { cited } from "../cited";
import { givenOf } from "../given";

export const standingVaultAccess: RoleRule = {
  id: "LH-ESC-007",
  severity: "high",
  title: "Role decides who reads key vaults, standing",
  why: "A key vault with access policies gives its secrets to whomever a policy names, and whoever may write the vault can name themself or turn a vault with roles back into one with policies. A role without any right to data so reads every secret.",
  how: "A permanent authorization whose role allows writing key vaults, their access policies, or managed HSMs.",
  fix: "Make the role eligible with approval; the customer keeps its vaults in the permission model of Azure roles and denies the other by policy.",
  sources: [cited.hackTricks, cited.privilegedIam],
  on: "role",
  access: "standing",
  operations: (role) => givenOf(role, (gives) => gives === "vaultAccess"),
  mend: asJustInTime,
};
