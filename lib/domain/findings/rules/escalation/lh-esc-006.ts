import { asJustInTime } from "@/lib/domain/findings/fixes/just-in-time";
import type { RoleRule } from "@/lib/domain/findings/rule";
import { cited } from "../cited";
import { givenOf } from "../given";

export const standingPolicy: RoleRule = {
  id: "LH-ESC-006",
  severity: "high",
  title: "Role writes policies, standing",
  why: "A policy that deploys what is missing does so with an identity of its own, which can hold any role and touches every resource in scope. Whoever writes policies can have that identity plant accounts, keys or code everywhere at once.",
  how: "A permanent authorization whose role allows writing policy definitions, sets or assignments, as Resource Policy Contributor and Security Admin do.",
  fix: "Make the role eligible with approval.",
  sources: [cited.azTier, cited.hackTricks, cited.privilegedIam],
  on: "role",
  access: "standing",
  operations: (role) => givenOf(role, (gives) => gives === "policy"),
  mend: asJustInTime,
};
