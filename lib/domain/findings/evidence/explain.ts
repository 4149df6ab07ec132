import { pathsTo } from "@/lib/domain/access/path";
import { grantsHeldBy } from "@/lib/domain/access/grant";
import { scopeKey, type AccessScope } from "@/lib/domain/access/scope-table";
import type { PrincipalId } from "@/lib/domain/ids";
import { delegationsAffected, principalOf, roleOf } from "./affected";
import type { Assessment } from "../engine/assessment";
import type { AuthorizationChange } from "../fixes/authorization-change";
import { withoutHolder } from "../fixes/without-holder";
import { goneAs } from "../questions/gone-as";
import type { Evidence, Fact, Link } from "./evidence";
import type { Finding } from "../finding";
import type { Subject } from "../subject";

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
 * The change of the offer that mends a finding: whoever is gone is taken out, whatever the rule. undefined where it takes
 * something else, which the advice says.
 */
export function mendingOf(finding: Finding, assessment: Assessment): AuthorizationChange | undefined {
  const { subject } = finding;
  const change = explaining(finding).mend?.(subject, assessment);
  if (!goneHolder(finding, assessment)) return change;
  const definition = subject.kind === "authorization" ? subject.definition : change?.definition;
  return definition && withoutHolder(definition, principalOf(finding)!);
}

/** What to do about a finding, in a sentence or two. */
export function adviceOf(finding: Finding, assessment: Assessment): string {
  const gone = goneHolder(finding, assessment);
  return gone ? goneAdvice[gone] : (explaining(finding).advice ?? finding.rule.fix);
}

const removal = "remove its authorizations, or name the group that does the work now, and deploy the offer again.";
const goneAdvice = {
  disabled: `The account is disabled: ${removal}`,
  deleted: `Nobody has this id any more: ${removal}`,
};

/** How the holder is gone whose authorizations a finding is about; members of groups have none of their own. */
function goneHolder(finding: Finding, assessment: Assessment): ReturnType<typeof goneAs> {
  const { rule, subject } = finding;
  const holder = principalOf(finding);
  const isNamed = rule.on === "principal" && rule.of === "holders";
  const isHeld = isNamed || subject.kind === "authorization" || explaining(finding).mend !== undefined;
  return holder && isHeld ? goneAs(holder, assessment) : undefined;
}

type Explaining = Readonly<{
  advice?: string;
  facts?: (subject: Subject, assessment: Assessment) => readonly Fact[];
  mend?: (subject: Subject, assessment: Assessment) => AuthorizationChange | undefined;
}>;

function explaining({ rule, subject }: Finding): Explaining {
  if ("across" in rule && rule.across && subject.kind !== "authorization") return rule.across;
  // A rule is asked only about its own findings, whose subjects are of the kind that it takes.
  return rule as unknown as Explaining;
}

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
