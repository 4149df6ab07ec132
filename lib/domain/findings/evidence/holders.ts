import type { Behind } from "@/lib/domain/access/behind";
import { behind } from "@/lib/domain/access/behind";
import type { HiddenMembers } from "@/lib/domain/access/membership-graph";
import type { PrincipalId } from "@/lib/domain/ids";
import { linesOf } from "../subject";
import { principalOf } from "./affected";
import type { Assessment } from "../engine/assessment";
import type { Finding } from "../finding";

/** Who holds what a finding is about. */
export type Holders = Readonly<{
  /** Whom the offer names. */
  named: readonly PrincipalId[];
  /** People and applications that have it in the end, through groups or directly; of disabled ones `carries` is "no". */
  people: readonly Behind[];
  /** Groups whose members cannot be seen: there may be more people. */
  hidden: readonly HiddenMembers[];
  /** The directory was not read, so nobody behind a group is known. */
  isUnread: boolean;
}>;

export function holdersOf(finding: Pick<Finding, "subject">, assessment: Assessment): Holders {
  const named = namedBy(finding);
  const people = new Map<PrincipalId, Behind>();
  const hidden = new Map<PrincipalId, HiddenMembers>();
  for (const principal of named) {
    const { members, hidden: unseen } = behind(assessment.access, principal);
    const self: Behind = { principal, kind: kindOf(principal, assessment), carries: "yes" };
    for (const one of [self, ...members])
      if (one.kind !== "group" && people.get(one.principal)?.carries !== "yes") people.set(one.principal, one);
    for (const one of unseen) hidden.set(one.principal, one);
  }
  return {
    named,
    people: [...people.values()],
    hidden: [...hidden.values()],
    isUnread: assessment.directory === undefined,
  };
}

function namedBy(finding: Pick<Finding, "subject">): PrincipalId[] {
  const { subject } = finding;
  const principal = principalOf(finding);
  if (principal) return [principal];
  const definition =
    subject.kind === "definition"
      ? subject.definition
      : subject.kind === "delegation"
        ? subject.delegation.definition
        : undefined;
  if (!definition) return [];
  const wanted = subject.kind === "definition" ? subject.role : undefined;
  const lines = linesOf(definition).filter(({ authorization }) => !wanted || authorization.role === wanted);
  return [...new Set(lines.map(({ authorization }) => authorization.principal))];
}

function kindOf(id: PrincipalId, { access: { people } }: Assessment) {
  const number = people.ids.find(id);
  return number < 0 ? undefined : people.kinds[number];
}
