import { cannotJudge, found, foundIf } from "@/lib/domain/findings/judgement";
import type { AuthorizationRule } from "@/lib/domain/findings/rule";
import { cited } from "../cited";
import { unseen } from "@/lib/domain/findings/questions/kind-of";

export const misleadingLabel: AuthorizationRule = {
  id: "LH-PRN-011",
  severity: "low",
  title: "Customer reads another name than the principal has",
  why: "The label is all that the customer sees of us: where it is missing or wrong, nobody there can tell whether the access is meant, and a stranger's looks no different.",
  how: "The principalIdDisplayName of an authorization is missing, or is not the name that the directory shows. Case and blanks around it do not count.",
  fix: "Write the principal's own name into principalIdDisplayName, and deploy the offer again.",
  toCustomer: "We will write the principal's own name into the offer, and send you the changed offer.",
  sources: [cited.onboard],
  on: "authorization",
  access: "both",
  judge({ authorization }, assessment) {
    if (!authorization.label) return found();
    const principal = assessment.principal(authorization.principal);
    if (principal.state === "deleted") return undefined;
    if (principal.state === "unreadable") return cannotJudge(unseen(authorization.principal, assessment));
    const { name } = principal;
    return foundIf(name !== authorization.label && plain(name) !== plain(authorization.label));
  },
  facts({ authorization }, assessment) {
    const principal = assessment.principal(authorization.principal);
    return [
      { label: "principalIdDisplayName", value: authorization.label || "absent" },
      ...(principal.state === "found" ? [{ label: "displayName", value: principal.name }] : []),
    ];
  },
  mend({ definition, authorization }, assessment) {
    const principal = assessment.principal(authorization.principal);
    if (principal.state !== "found") return undefined;
    const named = <Line extends { principal: string }>(lines: readonly Line[]) =>
      lines.map((line) => (line.principal === authorization.principal ? { ...line, label: principal.name } : line));
    const { authorizations, eligibleAuthorizations } = definition;
    return {
      definition,
      before: definition,
      after: { authorizations: named(authorizations), eligibleAuthorizations: named(eligibleAuthorizations) },
      missing: [],
    };
  },
};

const plain = (name: string) => name.trim().toLowerCase();
