import { answerOf } from "@/lib/domain/access/answer";
import { behind, type Behind } from "@/lib/domain/access/behind";
import type { HiddenMembers } from "@/lib/domain/access/membership-graph";
import type { Definition } from "@/lib/domain/definition";
import type { PrincipalId, RoleId } from "@/lib/domain/ids";
import type { Assessment } from "../engine/assessment";
import { subjectsOf, type Finding } from "../finding";
import { linesOf, type Subject } from "../subject";

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

/** Empty where a finding is about a place and not about what anybody holds there. */
export function holdersOf(finding: Pick<Finding, "subject" | "alike">, assessment: Assessment): Holders {
  const named = [...new Set(subjectsOf(finding).flatMap((subject) => [...namedBy(subject, assessment)]))];
  const people = new Map<PrincipalId, Behind>();
  const hidden = new Map<PrincipalId, HiddenMembers>();
  for (const principal of named) {
    const { members, hidden: unseen } = behind(assessment.access, principal);
    for (const one of [asHolder(principal, assessment), ...members])
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

function namedBy(subject: Subject, { definitions }: Assessment): Iterable<PrincipalId> {
  switch (subject.kind) {
    case "authorization":
      return [subject.authorization.principal];
    case "principal":
    case "grant":
    case "rootRole":
      return [subject.principal];
    case "definition":
      return namedIn([subject.definition], subject.role);
    case "delegation":
      return namedIn(subject.delegation.definition ? [subject.delegation.definition] : []);
    case "role":
      return namedIn(definitions, subject.role);
    case "subscription":
    case "customer":
      return [];
  }
}

function* namedIn(definitions: readonly Definition[], role?: RoleId): Iterable<PrincipalId> {
  for (const definition of definitions)
    for (const { authorization } of linesOf(definition))
      if (!role || authorization.role === role) yield authorization.principal;
}

function asHolder(principal: PrincipalId, { access: { people } }: Assessment): Behind {
  const number = people.ids.find(principal);
  return { principal, kind: people.kinds[number], carries: answerOf(people.ranks[number] ?? 0) };
}
