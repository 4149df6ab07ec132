import { pathsTo } from "@/lib/domain/access/path";
import { grantsHeldBy } from "@/lib/domain/access/grant";
import { scopeKey, type AccessScope } from "@/lib/domain/access/scope-table";
import type { PrincipalId } from "@/lib/domain/ids";
import { explaining, goneHolder } from "./advice";
import { delegationsAffected, principalOf, roleOf } from "./affected";
import type { Assessment } from "../engine/assessment";
import type { AuthorizationChange } from "../fixes/authorization-change";
import { withoutHolder } from "../fixes/without-holder";
import type { Evidence, Link } from "./evidence";
import type { Finding } from "../finding";

/** For whom and where the chain is shown: one of the people that hold it, one of the scopes; the first where not given. */
export type Seen = Readonly<{ person?: PrincipalId; scope?: AccessScope }>;

/** Why a finding is one. The chain leads from a person, or whom the offer names, to a scope. */
export function evidenceOf(finding: Finding, assessment: Assessment, seen: Seen = {}): Evidence {
  const { rule, subject } = finding;
  const id = roleOf(finding);
  const role = id && assessment.role(id);
  const operations = (role && rule.operations?.(role, assessment)) ?? [];
  return {
    chain: [
      ...walkTo(finding, assessment, seen),
      ...(id ? [{ kind: "role", role: id } as const] : []),
      ...operations
        .slice(0, 1)
        .flatMap(({ pattern, operation, gives }): Link[] => [
          ...(id ? [{ kind: "pattern", role: id, pattern } as const] : []),
          { kind: "operation", operation, gives },
        ]),
      ...placesOf(finding, assessment, seen),
    ],
    operations,
    facts: explaining(finding).facts?.(subject, assessment) ?? [],
  };
}

/**
 * The change of each offer that mends a finding: whoever is gone is taken out, whatever the rule. Empty where it takes
 * something else, which the advice says.
 */
export function mendingsOf(finding: Finding, assessment: Assessment): readonly AuthorizationChange[] {
  const { subject } = finding;
  const changes = [explaining(finding).mend?.(subject, assessment) ?? []].flat();
  const gone = goneHolder(finding, assessment) && principalOf(finding);
  if (!gone) return changes;
  const definitions =
    subject.kind === "principal"
      ? assessment.definitionsNaming(gone)
      : subject.kind === "authorization"
        ? [subject.definition]
        : changes.map(({ definition }) => definition);
  return definitions.map((definition) => withoutHolder(definition, gone));
}

/** The first of them: of most findings there is but one. */
export const mendingOf = (finding: Finding, assessment: Assessment): AuthorizationChange | undefined =>
  mendingsOf(finding, assessment)[0];

/** From the person, over the groups that it is in, to whom the offer names. */
function walkTo(finding: Finding, { access }: Assessment, { person }: Seen): Link[] {
  const holder = principalOf(finding);
  if (!holder) return [];
  const asLink = (principal: PrincipalId): Link => ({ kind: "principal", principal });
  const [grant] = person && person !== holder ? grantsHeldBy(access, holder) : [];
  const [path] = person && grant !== undefined ? pathsTo(access, person, grant, 1).paths : [];
  return path ? path.walk.map(asLink) : [asLink(holder)];
}

function placesOf(finding: Finding, assessment: Assessment, { scope: wanted }: Seen): Link[] {
  const delegations = delegationsAffected(finding, assessment);
  const key = wanted && scopeKey(wanted);
  const [one] = key ? delegations.filter(({ scope }) => scopeKey(scope) === key) : delegations;
  return one ? [{ kind: "scope", scope: one.scope, customer: one.customer }] : [];
}
