import type { AuthorizationChange } from "@/lib/domain/findings/fixes/authorization-change";
import { livingAmong, mostApprovers, strictestOf, withPolicy } from "@/lib/domain/findings/fixes/strictest-policy";
import type { AuthorizationLine } from "@/lib/domain/findings/subject";
import type { Assessment } from "@/lib/domain/findings/engine/assessment";
import { cannotJudge, found, type Judgement } from "@/lib/domain/findings/judgement";
import type { AuthorizationRule } from "@/lib/domain/findings/rule";
import type { PrincipalId } from "@/lib/domain/ids";
import { cited } from "../cited";
import { peopleBehind, peopleIn } from "@/lib/domain/findings/questions/people-behind";

export const soleApprover: AuthorizationRule = {
  id: "LH-JIT-005",
  severity: "medium",
  title: "Fewer than two approvers, and none beside those who ask",
  why: "Nobody approves for themself: when the one approver needs the role nobody can grant it, and while that person is away the work waits, which is how approvals come to be switched off.",
  how: "Behind the approvers of an eligible authorization, groups resolved, there are fewer than two enabled people, and none who could not ask for the role as well. An authorization without any approvers is another matter.",
  fix: "Name a second approver, best a group of people who do not hold the role.",
  toCustomer: "We will name a second approver who does not hold the role, and send you the changed offer.",
  sources: [cited.eligibleAuthorizations],
  on: "authorization",
  access: "eligible",
  judge: (line, assessment) =>
    line.access === "eligible"
      ? judgeApprovers(
          line.authorization.principal,
          line.authorization.policy.approvers.map(({ principal }) => principal),
          assessment,
        )
      : undefined,
  facts: (line) =>
    line.access === "eligible"
      ? line.authorization.policy.approvers.map(({ principal }) => ({
          label: "approver",
          value: { kind: "principal", principal },
        }))
      : [],
  mend: withSecondApprover,
};

/** Those whom the offer asks for other roles approve as well, where that is enough. */
function withSecondApprover(line: AuthorizationLine, assessment: Assessment): AuthorizationChange | undefined {
  if (line.access !== "eligible") return undefined;
  const { definition, authorization } = line;
  const { principal: holder, role } = authorization;
  const { authorizations, eligibleAuthorizations } = definition;
  const policy = strictestOf(eligibleAuthorizations, role, assessment);
  const all = [...policy.approvers, ...eligibleAuthorizations.flatMap((one) => one.policy.approvers)];
  const approvers = livingAmong(all, assessment)
    .filter(({ principal }) => principal !== holder)
    .slice(0, mostApprovers);
  const ids = approvers.map(({ principal }) => principal);
  if (ids.length === 0 || judgeApprovers(holder, ids, assessment)) return undefined;
  return {
    definition,
    before: definition,
    after: {
      authorizations,
      eligibleAuthorizations: withPolicy(eligibleAuthorizations, role, { ...policy, approvers }),
    },
    missing: [],
  };
}

function judgeApprovers(holder: PrincipalId, approvers: readonly PrincipalId[], assessment: Assessment): Judgement {
  if (approvers.length === 0) return undefined;
  const sets = approvers.map((approver) => peopleBehind(approver, assessment));
  // Most approvers are a group of several, and there are many lines.
  if (sets.some(({ living }) => peopleIn(living).length >= 2)) return undefined;
  const people = new Set(sets.flatMap(({ living }) => peopleIn(living)));
  if (people.size >= 2) return undefined;
  const unseen = sets.find(({ blind }) => blind);
  if (unseen?.blind) return cannotJudge(unseen.blind);
  const asking = peopleBehind(holder, assessment);
  if ([...people].every((person) => asking.living.has(person))) return found();
  return asking.blind && cannotJudge(asking.blind);
}
