import type { Mending } from "../fixes/authorization-change";
import { asJustInTime } from "../fixes/just-in-time";
import type { Assessment } from "../engine/assessment";
import type { Finding } from "../finding";
import { barredFromEligible, type Bar } from "../questions/eligibility";
import { goneAs } from "../questions/gone-as";
import type { Subject } from "../subject";
import { principalOf } from "./affected";
import type { Fact } from "./evidence";

/** What to do about a finding, in a sentence or two. */
export function adviceOf(finding: Finding, assessment: Assessment): string {
  const gone = goneHolder(finding, assessment);
  if (gone) return goneAdvice[gone];
  const bar = barredFrom(finding, assessment);
  return bar ? barredAdvice[bar] : (explaining(finding).advice ?? finding.rule.fix);
}

/** Why a line cannot be made eligible, where that is what its rule would have done. */
function barredFrom(finding: Finding, assessment: Assessment): Bar | undefined {
  const { subject } = finding;
  return subject.kind === "authorization" && explaining(finding).mend === asJustInTime
    ? barredFromEligible(subject, assessment)
    : undefined;
}

const barredAdvice: Readonly<Record<Bar, string>> = {
  servicePrincipal:
    "A service principal cannot activate anything, so the role cannot be eligible: give it a smaller role that does its work, or delegate only the resource groups that it works on.",
  cloud:
    "This cloud knows no eligible authorizations: give a smaller role that does the work, or delegate only the resource groups that are worked on.",
  role: "Azure Lighthouse does not take this role as eligible, or not for certain: give a smaller role that does the work, or take it out of the offer.",
};

const removal = "remove its authorizations, or name the group that does the work now, and deploy the offer again.";
const goneAdvice = {
  disabled: `The account is disabled: ${removal}`,
  deleted: `Nobody has this id any more: ${removal}`,
};

/** How the holder is gone whose authorizations a finding is about; members of groups have none of their own. */
export function goneHolder(finding: Finding, assessment: Assessment): ReturnType<typeof goneAs> {
  const { rule, subject } = finding;
  const holder = principalOf(finding);
  const isNamed = rule.on === "principal" && rule.of === "holders";
  const isHeld = isNamed || subject.kind === "authorization" || explaining(finding).mend !== undefined;
  return holder && isHeld ? goneAs(holder, assessment) : undefined;
}

type Explaining = Readonly<{
  advice?: string;
  facts?: (subject: Subject, assessment: Assessment) => readonly Fact[];
  mend?: (subject: Subject, assessment: Assessment) => Mending;
}>;

/** What a rule tells of a finding beyond its words: some tell otherwise across several offers. */
export function explaining({ rule, subject }: Finding): Explaining {
  if ("across" in rule && rule.across && subject.kind !== "authorization") return rule.across;
  // A rule is asked only about its own findings, whose subjects are of the kind that it takes.
  return rule as unknown as Explaining;
}
