import { yes } from "@/lib/domain/access/answer";
import type { Blind } from "../blind";
import type { Assessment } from "../engine/assessment";
import type { PrincipalId } from "@/lib/domain/ids";
import { unseen } from "./kind-of";

/** People and applications, told apart. */
export type Accounts = ReadonlyMap<PrincipalId, "user" | "servicePrincipal">;

/** Who stands behind a principal, itself among them if it is no group. */
export type PeopleBehind = Readonly<{
  /** Enabled accounts that a role given to the principal comes to. */
  reached: Accounts;
  /** Enabled accounts in it, even where no role comes through: a Microsoft 365 group passes none on. */
  living: Accounts;
  /** There may be more of them, and why they cannot be seen. */
  blind: Blind | undefined;
}>;

/** Those among accounts who are people. */
export const peopleIn = (accounts: Accounts): PrincipalId[] =>
  [...accounts].flatMap(([id, kind]) => (kind === "user" ? id : []));

const known = new WeakMap<Assessment, Map<PrincipalId, PeopleBehind>>();

/** Whoever is deleted or disabled is left out. */
export function peopleBehind(id: PrincipalId, assessment: Assessment): PeopleBehind {
  let answers = known.get(assessment);
  if (!answers) known.set(assessment, (answers = new Map()));
  let answer = answers.get(id);
  if (!answer) answers.set(id, (answer = lookBehind(id, assessment)));
  return answer;
}

function lookBehind(id: PrincipalId, assessment: Assessment): PeopleBehind {
  const { people, downward, graph } = assessment.access;
  const start = people.ids.find(id);
  const reached = new Map<PrincipalId, "user" | "servicePrincipal">();
  const living = new Map<PrincipalId, "user" | "servicePrincipal">();
  // Approvers alone are in no number where they are gone or were never found.
  if (start < 0) {
    const isGone = assessment.principal(id).state === "deleted";
    return { reached, living, blind: isGone ? undefined : unseen(id, assessment) };
  }
  let blind: Blind | undefined;
  const { nodes, ranks } = downward(start);
  nodes.forEach((node, at) => {
    const kind = people.kinds[node];
    const isGone = people.reasons.get(node)?.why === "deleted";
    if (graph.hidden.has(node) && !isGone) blind ??= blindTo(people.ids.at(node), kind !== undefined, assessment);
    if (kind === undefined || kind === "group") return;
    if (people.ranks[node] === yes) living.set(people.ids.at(node), kind);
    if (ranks[at] === yes) reached.set(people.ids.at(node), kind);
  });
  return { reached, living, blind };
}

const blindTo = (about: PrincipalId, isGroup: boolean, assessment: Assessment): Blind =>
  isGroup && assessment.directory ? { kind: "members", about } : unseen(about, assessment);
