import type { Assessment } from "../engine/assessment";
import type { Rule } from "../rule";
import { notDelegable } from "../rules/delegations/lh-del-007";
import { differingPolicies } from "../rules/just-in-time/lh-jit-007";
import { eligibleWithoutReader } from "../rules/just-in-time/lh-jit-008";
import { invalidEligible } from "../rules/just-in-time/lh-jit-009";
import { linesOf, type Subject } from "../subject";
import type { AuthorizationChange } from "./authorization-change";

/** What Azure refuses an offer for. */
export type Blocker = Readonly<{ rule: Rule; subject: Subject }>;

const ofLines = [notDelegable, eligibleWithoutReader, invalidEligible];

/** What still keeps the offer from being deployed once a change is made. */
export function blockersOf({ definition, after }: AuthorizationChange, assessment: Assessment): readonly Blocker[] {
  const changed = { ...definition, ...after };
  return [
    ...linesOf(changed).flatMap((subject) =>
      ofLines
        .filter(
          ({ access, judge }) =>
            (access === "both" || access === subject.access) && judge(subject, assessment)?.kind === "found",
        )
        .map((rule) => ({ rule, subject })),
    ),
    ...[...differingPolicies.judge(changed, assessment)].flatMap((one) =>
      one.kind === "found" ? { rule: differingPolicies, subject: one.subject } : [],
    ),
  ];
}
