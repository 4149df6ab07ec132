import type { Assessment } from "@/lib/domain/findings/engine/assessment";
import { asJustInTime } from "@/lib/domain/findings/fixes/just-in-time";
import { cannotJudge, foundIf } from "@/lib/domain/findings/judgement";
import type { AuthorizationRule } from "@/lib/domain/findings/rule";
import type { AuthorizationLine } from "@/lib/domain/findings/subject";
import type { Gives } from "@/lib/domain/roles/catalogue/gives";
import { cited } from "../cited";
import { givenOf } from "../given";

const runsCode = (gives: Gives) => gives === "code" || gives === "automation";

export const codeBesideIdentities: AuthorizationRule = {
  id: "LH-EXE-002",
  severity: "critical",
  title: "Role runs code where resources have identities, standing",
  why: "Code that runs on a resource can ask for the token of its managed identity and do whatever that identity may do, in other subscriptions too. No role assignment and no sign-in of a person shows it.",
  how: "A permanent authorization whose role runs code or writes runbooks and workflows (LH-EXE-001, LH-EXE-003), on a delegated scope in which Azure Resource Graph lists resources with an identity. Whether the identity has rights elsewhere cannot be seen from here, and is taken for likely.",
  fix: "Make the role eligible; have the customer isolate resources with powerful identities in resource groups that are not delegated, or delegate them by an offer of their own.",
  sources: [cited.bloodHound],
  on: "authorization",
  access: "standing",
  operations: (role) => givenOf(role, runsCode),
  judge(line, assessment) {
    const role = assessment.role(line.authorization.role);
    if (!role) return cannotJudge({ kind: "unknownRole", about: line.authorization.role });
    if (givenOf(role, runsCode).length === 0) return undefined;
    const { counted, isAll } = resourcesIn(line, assessment);
    return counted === 0 && !isAll ? cannotJudge(unread(line)) : foundIf(counted > 0);
  },
  facts(line, assessment) {
    const { counted, isAll } = resourcesIn(line, assessment);
    return [{ label: "Resources with an identity", value: isAll ? String(counted) : `${counted} or more` }];
  },
  mend: asJustInTime,
};

const unread = ({ definition: { subscription } }: AuthorizationLine) =>
  ({
    kind: "unread",
    what: "Which resources run as a managed identity",
    fix: "Query Azure Resource Graph for resources with an identity; it takes Reader on the subscription.",
    about: subscription,
  }) as const;

/** How many have one, and whether that is all of them. A definition is used only within its own subscription. */
function resourcesIn({ definition }: AuthorizationLine, { identities, delegationsOf }: Assessment) {
  const read = identities?.resources.get(definition.subscription);
  if (!identities || !read) return { counted: 0, isAll: false };
  const scopes = delegationsOf(definition).map(({ scope }) => scope);
  const covers = (group: string) =>
    scopes.some((scope) => scope.kind === "subscription" || scope.resourceGroup.toLowerCase() === group);
  let counted = 0;
  for (const [group, resources] of read) if (covers(group)) counted += resources;
  return { counted, isAll: identities.isWhole };
}
