import type { Assessed } from "./assess";
import { blindKey, type Blind } from "../blind";
import type { Finding, Unjudged } from "../finding";
import type { CannotJudge, Found } from "../judgement";
import type { AppliedRule } from "../policy/apply-policy";
import type { Rule } from "../rule";
import type { Severity } from "../severity";
import type { Subject } from "../subject";

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

  const add: Tray["found"] = ({ rule, severity }, subject, own) => {
    findings.push({ rule, severity: severity ?? own ?? rule.severity, subject });
  };

  return {
    findings,
    cannotJudge,
    found: add,
    take(applied, answer, subject) {
      if (answer.kind === "cannotJudge") cannotJudge(applied.rule, answer.because);
      else add(applied, subject, answer.severity);
    },
    merge(assessed) {
      for (const finding of assessed.findings) findings.push(finding);
      for (const { rule, because, about } of assessed.unjudged) {
        const blank = blankOf(rule, because);
        for (const id of about) blank.about.add(id);
      }
    },
    all: () => ({ findings, unjudged: [...blanks.values()] }),
  };
}
