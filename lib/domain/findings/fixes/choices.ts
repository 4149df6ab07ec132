import type { Assessment } from "../engine/assessment";
import { explaining, goneHolder } from "../evidence/advice";
import { mendingsOf } from "../evidence/explain";
import type { Finding } from "../finding";
import { isRefusedRole } from "../questions/refused-role";
import type { AuthorizationLine } from "../subject";
import type { AuthorizationChange } from "./authorization-change";
import { asJustInTime } from "./just-in-time";
import { asSmaller, smallerRoles, type SmallerRole } from "./smaller-roles";
import { withoutLine } from "./without-line";
import { withoutRefused } from "./without-refused";

/** A way to mend a finding. `mend` is the only one there is, and says nothing of how. */
export type Choice =
  | Readonly<{ kind: "eligible" | "policy" | "remove" | "mend"; changes: readonly AuthorizationChange[] }>
  | Readonly<{ kind: "smaller"; roles: readonly Replacement[] }>;

export type Replacement = SmallerRole & Readonly<{ change: AuthorizationChange }>;

/** What can be done about a finding, in the order in which it is offered. Empty: no change of an offer mends it. */
export function choicesOf(finding: Finding, assessment: Assessment): readonly Choice[] {
  const { subject } = finding;
  const changes = mendingsOf(finding, assessment);
  const { mend } = explaining(finding);
  if (subject.kind !== "authorization" || goneHolder(finding, assessment) || !isAboutRole(finding, subject, assessment))
    return changes.length > 0 ? [{ kind: "mend", changes }] : [];

  const roles = smallerRoles(finding, assessment).map((smaller) => ({
    ...smaller,
    change: asSmaller(subject, smaller.role, assessment),
  }));
  const instead: readonly Choice[] = roles.length > 0 ? [{ kind: "smaller", roles }] : [];
  if (mend === withoutRefused) return [...instead, { kind: "remove", changes }];
  const kept: readonly Choice[] =
    changes.length > 0 ? [{ kind: subject.access === "standing" ? "eligible" : "policy", changes }] : [];
  const offered = [...instead, ...kept];
  // To take work away from somebody is no answer where it is the only one.
  return offered.length > 0 ? [...offered, { kind: "remove", changes: [withoutLine(subject, assessment)] }] : [];
}

/** It is what the role allows that has to end, or that Azure does not delegate it. */
function isAboutRole(finding: Finding, { authorization }: AuthorizationLine, assessment: Assessment): boolean {
  const { mend } = explaining(finding);
  if (mend !== asJustInTime && mend !== withoutRefused) return false;
  return finding.rule.operations !== undefined || isRefusedRole(authorization.role, assessment);
}
