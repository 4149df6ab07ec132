import type { Assessment } from "./assessment";
import { judgeDefinition } from "./assess-definition";
import type { Finding, Unjudged } from "../finding";
import type { Kept } from "./keep-assessed";
import { planOf } from "./plan";
import { createTray, type Tray } from "./tray";

export type Assessed = Readonly<{ findings: readonly Finding[]; unjudged: readonly Unjudged[] }>;

type Course = Readonly<{
  /** What was said of definitions before, for those of which nothing changed. */
  kept?: Kept | undefined;
  /** Only what each definition and delegation shows by itself: what is to come cannot make that untrue. */
  isPartial?: boolean;
}>;

/** Everything that is to be said of a snapshot, and everything that cannot be judged in it. */
export function assess(assessment: Assessment): Assessed {
  const work = assessing(assessment);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** The same step by step, so that it can run in slices. */
export function* assessing(
  assessment: Assessment,
  { kept, isPartial = false }: Course = {},
): Generator<void, Assessed> {
  const tray = createTray();
  if (!isPartial) noteUnread(assessment, tray);
  for (const definition of assessment.definitions) {
    if (kept) tray.merge(kept(definition, assessment));
    else judgeDefinition(definition, assessment, tray);
    yield;
  }
  const { ofDelegations, ofPrincipals, across } = planOf(assessment);
  for (const applied of ofDelegations)
    for (const delegation of assessment.delegations) {
      const answer = applied.rule.judge(delegation, assessment);
      if (answer) tray.take(applied, answer, { kind: "delegation", delegation });
      yield;
    }
  if (isPartial) return tray.all();

  for (const applied of ofPrincipals)
    for (const principal of assessment[applied.rule.of]) {
      const answer = applied.rule.judge(principal, assessment);
      if (answer) tray.take(applied, answer, { kind: "principal", principal });
      yield;
    }
  for (const { applied, find } of across)
    for (const one of find(assessment)) {
      if (one.kind === "found") tray.take(applied, one, one.subject);
      else tray.cannotJudge(applied.rule, one.because);
      yield;
    }
  return tray.all();
}

/** What no rule can judge: it is not there to be asked about. */
function noteUnread({ access, delegations }: Assessment, tray: Tray): void {
  for (const { id, definition } of delegations)
    if (!definition) tray.cannotJudge(undefined, { kind: "definition", about: id });
  for (const id of access.unreadSubscriptions) tray.cannotJudge(undefined, { kind: "subscription", about: id });
}
