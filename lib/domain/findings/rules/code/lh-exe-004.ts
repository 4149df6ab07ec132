import { asJustInTime } from "@/lib/domain/findings/fixes/just-in-time";
import type { RoleRule } from "@/lib/domain/findings/rule";
import { cited } from "../cited";
import { givenOf } from "../given";

export const standingDesktops: RoleRule = {
  id: "LH-EXE-004",
  severity: "medium",
  title: "Role publishes programs or hosts for virtual desktops, standing",
  why: "Whoever takes over one of its holders puts a program of their own in front of the customer's people, or a host that records what they type, and waits for them to sign in.",
  how: "A permanent authorization whose role allows writing host pools, session hosts, application groups, applications or packages of Azure Virtual Desktop.",
  fix: "Make the role eligible, or use the roles that manage sessions without publishing.",
  sources: [cited.azTier],
  on: "role",
  access: "standing",
  operations: (role) => givenOf(role, (gives) => gives === "desktop"),
  mend: asJustInTime,
};
