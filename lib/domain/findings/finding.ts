import type { Blind } from "./blind";
import type { Rule } from "./rule";
import type { Severity } from "./severity";
import { subjectKey, type Subject } from "./subject";
import { digestOf } from "./digest";

/**
 * Something that somebody should change. It holds no more than what it is about: evidence, people, customers and the fix are
 * worked out for those that are looked at.
 */
export type Finding = Readonly<{
  rule: Rule;
  severity: Severity;
  /** The worst of them where there are several. */
  subject: Subject;
  /** Others that have the same key: the customer's further definitions with the same fault. */
  alike: readonly Subject[];
}>;

/** What one rule cannot answer for one reason. `rule` undefined: none can. */
export type Unjudged = Readonly<{
  rule: Rule | undefined;
  because: Blind;
  /** Ids of everything that it is so for. Empty where it is so for all. */
  about: ReadonlySet<string>;
}>;

const known = new WeakMap<Subject, string>();

/** What a finding is about: its subject, and those that are alike. */
export const subjectsOf = ({ subject, alike }: Pick<Finding, "subject" | "alike">): readonly Subject[] =>
  alike.length === 0 ? [subject] : [subject, ...alike];

/** Sixteen hexadecimal digits, the same for the same rule and subject in every snapshot and on every machine. */
export function fingerprintOf({ rule, subject }: Pick<Finding, "rule" | "subject">): string {
  let digest = known.get(subject);
  if (!digest) known.set(subject, (digest = digestOf(subjectKey(subject))));
  return digestOf(`${rule.id} ${digest}`);
}
