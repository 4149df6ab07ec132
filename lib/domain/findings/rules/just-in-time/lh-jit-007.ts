import type { Definition, EligibleAuthorization } from "@/lib/domain/definition";
import { minutesOf } from "@/lib/domain/duration";
import { aligned } from "@/lib/domain/findings/fixes/strictest-policy";
import { hit } from "@/lib/domain/findings/judgement";
import type { DefinitionRule } from "@/lib/domain/findings/rule";
import type { RoleId } from "@/lib/domain/ids";
import { cited } from "../cited";

export const differingPolicies: DefinitionRule = {
  id: "LH-JIT-007",
  severity: "medium",
  title: "One role under several just-in-time policies",
  why: "Azure keeps one policy for each role and refuses an offer that states two: the next deployment fails, and until then nobody knows which of them holds.",
  how: "Eligible authorizations of one offer have the same role and differ in MFA, in the longest duration or in their approvers.",
  fix: "Give all eligible authorizations of the role the same policy, the strictest of them.",
  toCustomer:
    "We will give all who may activate the role the same policy, the strictest of them, and send you the changed offer.",
  sources: [cited.eligibleAuthorizations],
  on: "definition",
  *judge(definition) {
    for (const role of differing(definition)) yield hit({ kind: "definition", definition, role });
  },
  facts: (subject) =>
    subject.kind === "definition"
      ? subject.definition.eligibleAuthorizations
          .filter(({ role }) => role === subject.role)
          .map(({ principal, policy }) => ({ label: policyText(policy), value: { kind: "principal", principal } }))
      : [],
  mend(subject, assessment) {
    if (subject.kind !== "definition" || !subject.role) return undefined;
    const { definition, role } = subject;
    const { authorizations, eligibleAuthorizations } = definition;
    return {
      definition,
      before: definition,
      after: { authorizations, eligibleAuthorizations: aligned(eligibleAuthorizations, role, assessment) },
      missing: [],
    };
  },
};

function differing({ eligibleAuthorizations }: Definition): ReadonlySet<RoleId> {
  const policies = new Map<RoleId, string>();
  const roles = new Set<RoleId>();
  if (eligibleAuthorizations.length < 2) return roles;
  for (const { role, policy } of eligibleAuthorizations) {
    const text = keyOf(policy);
    const first = policies.get(role);
    if (first === undefined) policies.set(role, text);
    else if (first !== text) roles.add(role);
  }
  return roles;
}

type Policy = EligibleAuthorization["policy"];

/** Equal for policies that ask for the same, however a duration is written and in whatever order approvers stand. */
const keyOf = ({ mfa, longest, approvers }: Policy): string =>
  [mfa, minutesOf(longest) ?? longest, ...approvers.map(({ principal }) => principal).sort()].join(" ");

const policyText = ({ mfa, longest, approvers }: Policy): string =>
  `${mfa ? "MFA" : "no MFA"}, ${longest}, ${approvers.length === 1 ? "1 approver" : `${approvers.length} approvers`}`;
