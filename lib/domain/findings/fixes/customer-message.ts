import type { Definition, EligibleAuthorization } from "@/lib/domain/definition";
import { durationWords } from "@/lib/domain/duration";
import { linesOf, type AuthorizationLine } from "../subject";
import type { Finding } from "../finding";
import type { AuthorizationChange, Missing } from "./authorization-change";

type Names = Readonly<{ principal: (line: AuthorizationLine) => string; role: (line: AuthorizationLine) => string }>;

/** What to tell a customer about a finding: what changes in the access that they gave, and what they have to do for it. */
export function customerMessage({ rule }: Finding, change: AuthorizationChange | undefined, names: Names): string {
  if (!change) return `In the access that you gave us we found: ${rule.title}. ${rule.why} ${rule.fix}`;
  const { definition, before, after, missing } = change;
  const was = linesOf({ ...definition, ...before });
  const is = linesOf({ ...definition, ...after });
  const gone = missingFrom(was, is).map((line) => `${names.principal(line)} no longer ${said(line, names)}`);
  const come = missingFrom(is, was).map((line) => `${names.principal(line)} ${said(line, names, missing)}`);
  return [
    `We change who of us gets into your resources through the offer “${definition.offer}”:`,
    `${[...gone, ...come].join("; ")}.`,
    deed(definition),
    "Until then the access stays as it is.",
  ].join(" ");
}

/** `missing`: what we still have to choose of a line to come, which may not be told as it stands in the change. */
function said(line: AuthorizationLine, { role }: Names, missing: readonly Missing[] = []): string {
  if (line.access === "eligible") return `may activate ${role(line)} ${terms(line.authorization, missing)}`;
  return missing.includes("smallerRole")
    ? `holds ${role(line)}, or a smaller role that we still have to choose, permanently`
    : `holds ${role(line)} permanently`;
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
