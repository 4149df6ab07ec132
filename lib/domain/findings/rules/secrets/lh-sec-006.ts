import { asJustInTime } from "@/lib/domain/findings/fixes/just-in-time";
import type { RoleRule } from "@/lib/domain/findings/rule";
import { cited } from "../cited";
import { givenOf } from "../given";

export const standingCallbackUrls: RoleRule = {
  id: "LH-SEC-006",
  severity: "medium",
  title: "Role reads the trigger addresses of workflows, standing",
  why: "The address of a workflow's trigger is its credential: whoever has it can start the workflow from anywhere, with input of their own, for as long as the key in it is not reset.",
  how: "A permanent authorization whose role allows listCallbackUrl on Logic Apps workflows, their triggers or integration accounts, or on workflows in web apps. Roles for security operations, such as Microsoft Sentinel Playbook Operator, need it.",
  fix: "Make the role eligible, or keep it to the few who run playbooks.",
  sources: [cited.azTier, cited.hackTricks],
  on: "role",
  access: "standing",
  operations: (role) => givenOf(role, (gives) => gives === "callbackUrl"),
  mend: asJustInTime,
};
