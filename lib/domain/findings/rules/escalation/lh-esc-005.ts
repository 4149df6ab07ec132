import type { PrincipalId } from "@/lib/domain/ids";
import type { Assessment } from "@/lib/domain/findings/engine/assessment";
import { cannotJudge, found, foundIf, type Judgement } from "@/lib/domain/findings/judgement";
import type { AuthorizationRule } from "@/lib/domain/findings/rule";
import { cited } from "../cited";
import { assignable } from "./assigning";

export const peopleWhoAssign: AuthorizationRule = {
  id: "LH-ESC-005",
  severity: "high",
  title: "User Access Administrator held by people",
  why: "The role is there so that a deployment can give its managed identity what it needs. Held by a person or a large group it lets any one of them, or whoever takes one of them over, hand out roles at the customer at any time.",
  how: "A permanent authorization for User Access Administrator whose holder is a user, or a group with more people and applications in it, through other groups too, than the policy allows a privileged group, ten by default.",
  fix: "Move it to one service principal that signs in with a certificate or a federated credential.",
  toCustomer:
    "We will move the role to one service principal that signs in with a certificate or a federated credential, and send you the changed offer.",
  sources: [cited.onboard],
  on: "authorization",
  access: "standing",
  judge: (line, assessment) => (assignable(line) ? judged(line.authorization.principal, assessment) : undefined),
  facts: ({ authorization: { principal } }, assessment) => [
    { label: "Held by", value: { kind: "principal", principal } },
    { label: "people and applications in it", value: String(countBehind(principal, assessment).count) },
  ],
};

function judged(id: PrincipalId, assessment: Assessment): Judgement {
  const { directory, policy } = assessment;
  const principal = assessment.principal(id);
  if (principal.state === "deleted") return undefined;
  if (!principal.kind) return cannotJudge(directory ? { kind: "principal", about: id } : { kind: "directory" });
  if (principal.kind !== "group") return foundIf(principal.kind === "user");
  if (!directory) return cannotJudge({ kind: "directory" });
  const { count, isAll } = countBehind(id, assessment);
  if (count > policy.thresholds.privilegedGroupMembers) return found();
  return isAll ? undefined : cannotJudge({ kind: "members", about: id });
}

/** Everybody in a group who is no group, and whether that is all of them. */
function countBehind(id: PrincipalId, { access: { people, downward, graph } }: Assessment) {
  const start = people.ids.find(id);
  const nodes = start < 0 ? [] : [...downward(start).nodes];
  return {
    count: nodes.filter((node) => node !== start && people.kinds[node] !== "group").length,
    isAll: nodes.every((node) => !graph.hidden.has(node)),
  };
}
