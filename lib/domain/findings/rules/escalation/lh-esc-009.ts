import { asJustInTime } from "@/lib/domain/findings/fixes/just-in-time";
import type { RoleRule } from "@/lib/domain/findings/rule";
import { cited } from "../cited";
import { givenOf } from "../given";

export const standingSilence: RoleRule = {
  id: "LH-ESC-009",
  severity: "medium",
  title: "Role switches off logs and alerts, standing",
  why: "An intruder first makes sure that nobody watches: one call ends the flow of logs, deletes the workspace that keeps them, or turns Defender off. Somebody who tidies up does the same by mistake.",
  how: "A permanent authorization whose role allows deleting diagnostic settings, workspaces, alert rules or flow logs, or writing the plans and settings of Defender for Cloud.",
  fix: "Make the role eligible; have the customer alert on these operations to people of its own.",
  sources: [cited.privilegedIam, cited.roleList],
  on: "role",
  access: "standing",
  operations: (role) => givenOf(role, (gives) => gives === "silence"),
  mend: asJustInTime,
};
