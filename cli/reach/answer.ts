import type { AccessIndex } from "@/lib/domain/access/access-index";
import type { Answer, Reason } from "@/lib/domain/access/answer";
import { grantAt, type GrantKind, type GrantSource } from "@/lib/domain/access/grant";
import { pathsTo } from "@/lib/domain/access/path";
import { principalIn } from "@/lib/domain/access/people";
import { reachOf } from "@/lib/domain/access/reach";
import { grantsBehind, reachersOf } from "@/lib/domain/access/reachers";
import type { AccessScope } from "@/lib/domain/access/scope-table";
import type { Target } from "@/lib/domain/access/target";
import { customerNames } from "@/lib/domain/customer-name";
import type { PrincipalId, RoleId, TenantId } from "@/lib/domain/ids";
import { scopePath } from "@/lib/domain/scope";
import { answerWords, blindWords, reasonWords } from "./words";

type Named = Readonly<{ id: string; name: string | null }>;
export type NamedPrincipal = Named & Readonly<{ kind: string | null }>;
type AnswerWord = (typeof answerWords)[Answer];

/** How a role comes to somebody: over which groups, by what an offer or an assignment says, and where. */
export type PathJson = Readonly<{
  access: GrantKind;
  customer: Named;
  scope: string;
  /** From whom it comes to, over each group, to whom the offer names. */
  walk: readonly NamedPrincipal[];
  /** Names of offers, or ids of role assignments. */
  sources: readonly string[];
  carries: AnswerWord;
}>;

/** A role that somebody has; of a person with the place, of a place with the paths to wherever in it. */
export type AccessJson = Readonly<{
  principal: NamedPrincipal;
  role: Named;
  standing: AnswerWord;
  eligible: AnswerWord;
  assigned: AnswerWord;
  paths: readonly PathJson[];
  /** Why it cannot be told whether it holds. */
  doubts: readonly string[];
}> &
  Partial<Place>;

type Place = Readonly<{ customer: Named; scope: string }>;

/** What is granted and surely gives nothing. */
export type InVainJson = Readonly<{
  principal: NamedPrincipal;
  role: Named;
  access: GrantKind;
  reasons: readonly string[];
}> &
  Partial<Place>;

export type ReachJson = Readonly<{
  reach: readonly AccessJson[];
  inVain: readonly InVainJson[];
  cannotSee: readonly string[];
}>;

const mostPaths = 5;

export function reachOfPerson(index: AccessIndex, person: PrincipalId): ReachJson {
  const { held, inVain, blind } = reachOf(index, person);
  const says = wordsIn(index);
  return {
    reach: held.map(({ customer, scope, role, standing, eligible, assigned, grants, doubts }) => ({
      customer: says.customer(customer),
      scope: says.scope(scope),
      principal: says.principal(person),
      role: says.role(role),
      ...says.answers({ standing, eligible, assigned }),
      paths: grants.flatMap((grant) => says.paths(person, grant)),
      doubts: says.reasons(doubts),
    })),
    inVain: inVain.map(({ customer, scope, role, kind, reasons }) => ({
      customer: says.customer(customer),
      scope: says.scope(scope),
      principal: says.principal(person),
      role: says.role(role),
      access: kind,
      reasons: says.reasons(reasons),
    })),
    cannotSee: blindWords(index, blind),
  };
}

/** Everybody who reaches a target, each with one entry for each role. */
export function reachTo(index: AccessIndex, target: Target): ReachJson {
  const { reachers, inVain, blind } = reachersOf(index, target);
  const says = wordsIn(index);
  return {
    reach: reachers.map(({ principal, role, standing, eligible, assigned, doubts }) => ({
      principal: says.principal(principal),
      role: says.role(role),
      ...says.answers({ standing, eligible, assigned }),
      paths: grantsBehind(index, target, principal, role).flatMap((grant) => says.paths(principal, grant)),
      doubts: says.reasons(doubts),
    })),
    inVain: inVain.map(({ principal, role, access, reasons }) => ({
      principal: says.principal(principal),
      role: says.role(role),
      access,
      reasons: says.reasons(reasons),
    })),
    cannotSee: blindWords(index, blind),
  };
}

type Answers = Readonly<Record<"standing" | "eligible" | "assigned", Answer>>;

function wordsIn(index: AccessIndex) {
  const { inventory } = index;
  const nameOf = customerNames(inventory);
  const principal = (id: PrincipalId): NamedPrincipal => {
    const found = principalIn(index, id);
    const number = index.people.ids.find(id);
    return {
      id,
      name: found.state === "found" ? found.name : null,
      kind: (number < 0 ? undefined : index.people.kinds[number]) ?? null,
    };
  };
  const customer = (id: TenantId): Named => ({ id, name: nameOf(id).name ?? null });
  const scope = (one: AccessScope) => (one.kind === "resource" ? one.path : scopePath(one));
  return {
    principal,
    customer,
    scope,
    role: (id: RoleId): Named => ({ id, name: inventory.roles.get(id)?.name ?? null }),
    reasons: (reasons: readonly Reason[]) => [...new Set(reasons.map((reason) => reasonWords(index, reason)))],
    answers: ({ standing, eligible, assigned }: Answers) => ({
      standing: answerWords[standing],
      eligible: answerWords[eligible],
      assigned: answerWords[assigned],
    }),
    paths(person: PrincipalId, number: number): PathJson[] {
      const grant = grantAt(index, number);
      return pathsTo(index, person, number, mostPaths).paths.map(({ walk, carries }) => ({
        access: grant.kind,
        customer: customer(grant.customer),
        scope: scope(grant.scope),
        walk: walk.map(principal),
        sources: [...new Set(grant.sources.map(sourceWords))],
        carries: answerWords[grant.gives === "yes" ? carries : grant.gives],
      }));
    },
  };
}

const sourceWords = (source: GrantSource): string =>
  source.kind === "assigned" ? source.assignment.id : (source.delegation.definition?.offer ?? source.delegation.id);
