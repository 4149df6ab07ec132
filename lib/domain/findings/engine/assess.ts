import type { Assessment } from "./assessment";
import { judgeDefinition } from "./assess-definition";
import type { Finding, Unjudged } from "../finding";
import { planOf } from "./plan";
import { createTray, type Tray } from "./tray";

export type Assessed = Readonly<{ findings: readonly Finding[]; unjudged: readonly Unjudged[] }>;

/** Everything that is to be said of a snapshot, and everything that cannot be judged in it. */
export function assess(assessment: Assessment): Assessed {
  const tray = createTray();
  noteUnread(assessment, tray);
  for (const definition of assessment.definitions) judgeDefinition(definition, assessment, tray);

  const { ofDelegations, ofPrincipals, across } = planOf(assessment);
  for (const applied of ofDelegations)
    for (const delegation of assessment.delegations) {
      const answer = applied.rule.judge(delegation, assessment);
      if (answer) tray.take(applied, answer, { kind: "delegation", delegation });
    }
  for (const applied of ofPrincipals)
    for (const principal of assessment[applied.rule.of]) {
      const answer = applied.rule.judge(principal, assessment);
      if (answer) tray.take(applied, answer, { kind: "principal", principal });
    }
  for (const { applied, find } of across)
    for (const one of find(assessment)) {
      if (one.kind === "found") tray.take(applied, one, one.subject);
      else tray.cannotJudge(applied.rule, one.because);
    }
  return { findings: tray.findings, unjudged: tray.unjudged() };
}

/** What no rule can judge: it is not there to be asked about. */
function noteUnread({ access, delegations }: Assessment, tray: Tray): void {
  for (const { id, definition } of delegations)
    if (!definition) tray.cannotJudge(undefined, { kind: "definition", about: id });
  for (const id of access.unreadSubscriptions) tray.cannotJudge(undefined, { kind: "subscription", about: id });
}
