import { minutesOf } from "@/lib/domain/duration";
import type { EligibleAuthorization } from "@/lib/domain/definition";
import type { Assessment } from "@/lib/domain/findings/engine/assessment";
import { asJustInTime } from "@/lib/domain/findings/fixes/just-in-time";
import { cannotJudge, found } from "@/lib/domain/findings/judgement";
import type { AuthorizationRule } from "@/lib/domain/findings/rule";
import { cited } from "../cited";
import { isTierZero } from "../tiers";

export const longActivation: AuthorizationRule = {
  id: "LH-JIT-006",
  severity: "medium",
  title: "Activation may last too long, or has no proper length",
  why: "What is activated in the morning is still there in the evening: the longer it lasts, the longer a forgotten session or a stolen one can use it.",
  how: "The maximumActivationDuration is longer than the policy's limit (PT4H) for a role that reaches everything, which is medium; or, at low, it is absent, which means PT8H, lies outside PT30M to PT8H, or is no multiple of half an hour.",
  fix: "State a maximumActivationDuration in half hours, four hours or less for roles that reach everything.",
  sources: [cited.eligibleAuthorizations],
  on: "authorization",
  access: "eligible",
  judge(line, assessment) {
    if (line.access !== "eligible") return undefined;
    const { policy, role: id } = line.authorization;
    const isOdd = isUnstated(policy) || !isProper(policy.longest);
    if (!isTooLong(policy, assessment)) return isOdd ? found("low") : undefined;
    const role = assessment.role(id);
    if (role && isTierZero(role)) return found("medium");
    if (isOdd) return found("low");
    return role ? undefined : cannotJudge({ kind: "unknownRole", about: id });
  },
  facts: (line) =>
    line.access === "eligible"
      ? [
          {
            label: "maximumActivationDuration",
            value: isUnstated(line.authorization.policy)
              ? "absent, which means PT8H"
              : line.authorization.policy.longest,
          },
        ]
      : [],
  mend: asJustInTime,
};

type Policy = EligibleAuthorization["policy"];

const isUnstated = ({ stated, defaultLength }: Policy) => !stated || defaultLength === true;

const isTooLong = ({ longest }: Policy, { policy }: Assessment) =>
  (minutesOf(longest) ?? 0) > (minutesOf(policy.thresholds.privilegedActivation) ?? 0);

function isProper(duration: string): boolean {
  const minutes = minutesOf(duration);
  return minutes !== undefined && minutes >= 30 && minutes <= 480 && minutes % 30 === 0;
}
