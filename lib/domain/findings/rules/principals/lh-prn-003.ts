import { cannotJudge, foundIf } from "@/lib/domain/findings/judgement";
import type { PrincipalRule } from "@/lib/domain/findings/rule";
import { cited } from "../cited";
import { labelsOf } from "@/lib/domain/findings/questions/labels";

export const unreadablePrincipal: PrincipalRule = {
  id: "LH-PRN-003",
  severity: "info",
  title: "Offer names somebody whom Microsoft Graph does not show",
  why: "Whether this is a person, a group or a program, and whether it still exists, cannot be told; rules that ask about it have no answer.",
  how: "Microsoft Graph was asked for the principal and answered with its id alone, or refused. That is unknown, and never the same as deleted.",
  fix: "Consent to Directory.Read.All, or to what its kind needs: User.Read.All, Group.Read.All or Application.Read.All.",
  toCustomer: "We will find out who it is, and tell you.",
  sources: [cited.ours],
  on: "principal",
  of: "holders",
  judge(id, { inventory, directory }) {
    const asked = directory?.principals.get(id) ?? inventory.principals.get(id);
    return asked ? foundIf(asked.state === "unreadable") : cannotJudge({ kind: "directory" });
  },
  facts: ({ principal }, assessment) =>
    labelsOf(principal, assessment).map((value) => ({ label: "principalIdDisplayName", value })),
};
