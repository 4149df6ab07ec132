import type { Assessment } from "./engine/assessment";
import type { Finding } from "./finding";
import type { Reason } from "./rule";
import type { Subject } from "./subject";

/** Why a subject of a finding is at fault, where its rule tells more than one kind. */
export const reasonsOf = (
  { rule }: Pick<Finding, "rule">,
  subject: Subject,
  assessment: Assessment,
): readonly Reason[] =>
  (rule.on === "authorization" && subject.kind === "authorization" && rule.reasons?.(subject, assessment)) || [];

/** A finding's message with a reason. Of a part that is at fault it tells instead of the whole line. */
export const withReason = (message: string, { rule }: Pick<Finding, "rule">, { what, why }: Reason): string =>
  `${what === undefined ? message : `${rule.title}: ${what}.`} ${why}`;

/** The same with all reasons there are. */
export function withReasons(message: string, finding: Finding, assessment: Assessment): string {
  const [first, ...others] = reasonsOf(finding, finding.subject, assessment);
  if (!first) return message;
  const more = others.map(({ what, why }) => (what === undefined ? why : `${what}: ${why}`));
  return [withReason(message, finding, first), ...more].join(" ");
}
