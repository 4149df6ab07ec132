import type { Assessed } from "./assess";
import { blindKey, type Blind } from "../blind";
import type { Finding, Unjudged } from "../finding";
import type { CannotJudge, Found } from "../judgement";
import type { AppliedRule } from "../policy/apply-policy";
import type { Rule } from "../rule";
import { severityRank, type Severity } from "../severity";
import { subjectKey, type Subject } from "../subject";

/** Where an assessment puts what it finds. What cannot be judged is told once for each rule and reason. */
export type Tray = Readonly<{
  findings: Finding[];
  found: (applied: AppliedRule, subject: Subject, severity?: Severity) => void;
  take: (applied: AppliedRule, answer: Found | CannotJudge, subject: Subject) => void;
  cannotJudge: (rule: Rule | undefined, because: Blind) => void;
  /** Takes over what was said elsewhere. */
  merge: (assessed: Assessed) => void;
  all: () => Assessed;
}>;

type Draft = { -readonly [Field in keyof Finding]: Finding[Field] };

// Most findings have nothing alike, and there are many of them.
const none: readonly never[] = [];

function join(draft: Draft, subject: Subject, severity: Severity): void {
  const isWorse = severityRank(severity) > severityRank(draft.severity);
  const further = isWorse ? draft.subject : subject;
  if (draft.alike === none) draft.alike = [further];
  else (draft.alike as Subject[]).push(further);
  if (isWorse) Object.assign(draft, { severity, subject });
}

export function createTray(): Tray {
  const findings: Finding[] = [];
  const blanks = new Map<string, Unjudged & { about: Set<string> }>();

  const blankOf = (rule: Rule | undefined, because: Blind) => {
    const key = `${rule?.id ?? ""} ${blindKey(because)}`;
    let blank = blanks.get(key);
    if (!blank) blanks.set(key, (blank = { rule, because, about: new Set() }));
    return blank;
  };
  const cannotJudge = (rule: Rule | undefined, because: Blind) => {
    const blank = blankOf(rule, because);
    if ("about" in because && because.about) blank.about.add(because.about);
  };

  const bySubject = new Map<string, Draft[]>();
  // Most rules follow one another on the same subject.
  let last: { subject: Subject; drafts: Draft[] } | undefined;
  const draftsOf = (subject: Subject): Draft[] => {
    if (last?.subject === subject) return last.drafts;
    const key = subjectKey(subject);
    let drafts = bySubject.get(key);
    if (!drafts) bySubject.set(key, (drafts = []));
    last = { subject, drafts };
    return drafts;
  };

  const put = (rule: Rule, subject: Subject, severity: Severity) => {
    const drafts = draftsOf(subject);
    const known = drafts.find((draft) => draft.rule === rule);
    if (known) return join(known, subject, severity);
    const draft: Draft = { rule, severity, subject, alike: none };
    drafts.push(draft);
    findings.push(draft);
  };
  const add: Tray["found"] = ({ rule, severity }, subject, own) => put(rule, subject, severity ?? own ?? rule.severity);

  return {
    findings,
    cannotJudge,
    found: add,
    take(applied, answer, subject) {
      if (answer.kind === "cannotJudge") cannotJudge(applied.rule, answer.because);
      else add(applied, subject, answer.severity);
    },
    merge(assessed) {
      for (const { rule, subject, alike, severity } of assessed.findings) {
        put(rule, subject, severity);
        for (const one of alike) put(rule, one, severity);
      }
      for (const { rule, because, about } of assessed.unjudged) {
        const blank = blankOf(rule, because);
        for (const id of about) blank.about.add(id);
      }
    },
    all: () => ({ findings, unjudged: [...blanks.values()] }),
  };
}
