import { asJustInTime } from "@/lib/domain/findings/fixes/just-in-time";
import type { RoleRule } from "@/lib/domain/findings/rule";
import { cited } from "../cited";
import { givenOf } from "../given";

export const standingAutomation: RoleRule = {
  id: "LH-EXE-003",
  severity: "high",
  title: "Role writes or starts runbooks or workflows, standing",
  why: "Runbooks and workflows run with an identity of their own, often one with more rights than their author, on a schedule and without anybody signed in. A changed line in one is a back door that survives every password change.",
  how: "A permanent authorization whose role allows writing runbooks, or jobs, schedules or webhooks that start one, in Automation accounts, or writing workflows of Logic Apps.",
  fix: "Make the role eligible; keep runbooks in a repository from which a pipeline deploys them.",
  sources: [cited.privilegedIam, cited.threatMatrix],
  on: "role",
  access: "standing",
  operations: (role) => givenOf(role, (gives) => gives === "automation"),
  mend: asJustInTime,
};
