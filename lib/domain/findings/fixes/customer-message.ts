import type { Definition, EligibleAuthorization } from "@/lib/domain/definition";
import { durationWords } from "@/lib/domain/duration";
import type { PrincipalId, RoleId } from "@/lib/domain/ids";
import { scopePath } from "@/lib/domain/scope";
import type { Assessment } from "../engine/assessment";
import { customersAffected, delegationsAffected } from "../evidence/affected";
import type { Finding } from "../finding";
import { reasonsOf } from "../reasons";
import { linesOf, type AuthorizationLine, type Subject } from "../subject";
import type { AuthorizationChange, Missing } from "./authorization-change";

/** How a name that others chose is written, so that nothing in it is unseen. */
type Shown = (name: string) => string;

/**
 * What to tell a customer about a finding: what changes in the access that they gave, or else what was found, for whom and
 * where, and what we do about it. undefined for what lies in our own tenant alone.
 */
export function customerMessage(
  finding: Finding,
  change: AuthorizationChange | undefined,
  assessment: Assessment,
  shown: Shown,
): string | undefined {
  if (finding.subject.kind === "rootRole") return undefined;
  const changes = change ? changesIn(change, namesIn(assessment, shown)) : [];
  return change && changes.length > 0
    ? [
        `We change who of us gets into your resources through the offer “${shown(change.definition.offer)}”:`,
        `${changes.join("; ")}.`,
        ...reasonWords(finding, assessment, shown),
        deed(change.definition),
        "Until then the access stays as it is.",
      ].join(" ")
    : foundWords(finding, assessment, shown);
}

function foundWords(finding: Finding, assessment: Assessment, shown: Shown): string {
  const { rule } = finding;
  const about = [aboutWords(finding.subject, namesIn(assessment, shown)), placeWords(finding, assessment, shown)]
    .filter(Boolean)
    .join(" in ");
  return [
    `In your delegations through Azure Lighthouse we found: ${rule.title}.`,
    ...(about ? [`It concerns ${about}.`] : []),
    ...reasonWords(finding, assessment, shown),
    rule.why,
    rule.toCustomer ?? "We will change the offer so that this ends, and send it to you.",
  ].join(" ");
}

const reasonWords = (finding: Finding, assessment: Assessment, shown: Shown): string[] =>
  reasonsOf(finding, finding.subject, assessment).map(({ what, why }) =>
    what === undefined ? why : `${shown(what)}: ${why}`,
  );

type Names = ReturnType<typeof namesIn>;

const namesIn = (assessment: Assessment, shown: Shown) => ({
  principal(id: PrincipalId, label?: string) {
    const known = assessment.principal(id);
    return shown((known.state === "found" ? known.name : label) ?? id);
  },
  role: (id: RoleId) => shown(assessment.role(id)?.name ?? id),
  offer: (definition: Definition) => `the offer “${shown(definition.offer)}”`,
});

function aboutWords(subject: Subject, names: Names): string {
  switch (subject.kind) {
    case "authorization": {
      const { principal, label, role } = subject.authorization;
      return `${names.role(role)} for ${names.principal(principal, label)}`;
    }
    case "grant":
    case "rootRole":
      return `${names.role(subject.role)} for ${names.principal(subject.principal)}`;
    case "principal":
      return names.principal(subject.principal);
    case "role":
      return names.role(subject.role);
    case "definition":
      return `${subject.role ? `${names.role(subject.role)} in ` : ""}${names.offer(subject.definition)}`;
    case "delegation":
    case "subscription":
    case "customer":
      return "";
  }
}

/** Where it is, to the one customer that it concerns; no customer is told of another's scopes. */
function placeWords(finding: Finding, assessment: Assessment, shown: Shown): string {
  if (customersAffected(finding, assessment).length > 1) return "";
  const { subject } = finding;
  const scopes = delegationsAffected(finding, assessment).map(({ scope }) => scope);
  const [first] = scopes;
  const count = new Set(scopes.map(scopePath)).size;
  if (count > 1) return `${count} of your subscriptions and resource groups`;
  if (first?.kind === "resourceGroup") return `the resource group ${shown(first.resourceGroup)}`;
  const id = first?.subscription ?? ("definition" in subject ? subject.definition.subscription : undefined);
  return id ? `the subscription ${shown(assessment.inventory.subscriptions.get(id)?.name ?? id)}` : "";
}

function changesIn({ definition, before, after, missing }: AuthorizationChange, names: Names): string[] {
  const was = linesOf({ ...definition, ...before });
  const is = linesOf({ ...definition, ...after });
  const who = ({ authorization: { principal, label } }: AuthorizationLine) => names.principal(principal, label);
  return [
    ...missingFrom(was, is).map((line) => `${who(line)} no longer ${said(line, names)}`),
    ...missingFrom(is, was).map((line) => `${who(line)} ${said(line, names, missing)}`),
  ];
}

/** `missing`: what we still have to choose of a line to come, which may not be told as it stands in the change. */
function said(line: AuthorizationLine, names: Names, missing: readonly Missing[] = []): string {
  const role = names.role(line.authorization.role);
  if (line.access === "eligible") return `may activate ${role} ${terms(line.authorization, missing)}`;
  return missing.includes("smallerRole")
    ? `holds ${role}, or a smaller role that we still have to choose, permanently`
    : `holds ${role} permanently`;
}

function terms({ policy }: EligibleAuthorization, missing: readonly Missing[]): string {
  const { longest, mfa, approvers } = policy;
  const isToName = approvers.length === 0 && missing.includes("approvers");
  const approval = isToName
    ? "with approval by people whom we still have to name"
    : approvers.length > 0
      ? "with approval"
      : "without approval";
  return `for ${durationWords(longest)} at most, ${mfa ? "with" : "without"} multifactor authentication and ${approval}`;
}

const deed = ({ plan }: Definition): string =>
  plan
    ? "It takes effect when you accept the new version of the offer under Service providers in the Azure portal."
    : "It takes effect when an Owner of the subscription deploys the changed template.";

const missingFrom = (
  lines: readonly AuthorizationLine[],
  others: readonly AuthorizationLine[],
): AuthorizationLine[] => {
  const keys = new Set(others.map(keyOf));
  return lines.filter((line) => !keys.has(keyOf(line)));
};

const keyOf = ({ access, authorization }: AuthorizationLine): string =>
  JSON.stringify([
    access,
    authorization.principal,
    authorization.role,
    "policy" in authorization && authorization.policy,
  ]);
