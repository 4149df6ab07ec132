import type { Assessment } from "@/lib/domain/findings/engine/assessment";
import { asJustInTime } from "@/lib/domain/findings/fixes/just-in-time";
import { cannotJudge, foundIf } from "@/lib/domain/findings/judgement";
import type { AuthorizationRule } from "@/lib/domain/findings/rule";
import type { AuthorizationLine } from "@/lib/domain/findings/subject";
import { scopePath } from "@/lib/domain/scope";
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
    const resources = resourcesIn(line, assessment);
    return resources ? foundIf(resources.length > 0) : cannotJudge(unread(line));
  },
  facts: (line, assessment) => [
    { label: "Resources with an identity", value: String(resourcesIn(line, assessment)?.length ?? "not read") },
  ],
  mend: asJustInTime,
};

const unread = ({ definition: { subscription } }: AuthorizationLine) =>
  ({
    kind: "unread",
    what: "Which resources run as a managed identity",
    fix: "Query Azure Resource Graph for resources with an identity; it takes Reader on the subscription.",
    about: subscription,
  }) as const;

/** A definition is used only within its own subscription. undefined: its resources were not read. */
function resourcesIn({ definition }: AuthorizationLine, { identities, delegationsOf }: Assessment) {
  const read = identities?.get(definition.subscription);
  const scopes = delegationsOf(definition).map(({ scope }) => `${scopePath(scope).toLowerCase()}/`);
  return read?.resources.filter((resource) => scopes.some((scope) => resource.startsWith(scope)));
}
