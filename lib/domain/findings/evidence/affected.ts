import { scopeKey } from "@/lib/domain/access/scope-table";
import type { Definition } from "@/lib/domain/definition";
import type { Delegation } from "@/lib/domain/delegation";
import type { PrincipalId, RoleId, TenantId } from "@/lib/domain/ids";
import type { Assessment } from "../engine/assessment";
import { subjectsOf, type Finding } from "../finding";
import type { Subject } from "../subject";

/** The delegations through which a finding takes effect, each with its scope and its customer. */
export function delegationsAffected(finding: About, assessment: Assessment): readonly Delegation[] {
  const [first, ...others] = subjectsOf(finding);
  const found = throughSubject(first!, assessment);
  return others.length === 0
    ? found
    : [...new Set([found, ...others.map((one) => throughSubject(one, assessment))].flat())];
}

function throughSubject(subject: Subject, assessment: Assessment): readonly Delegation[] {
  const { delegations, definitions, delegationsOf } = assessment;
  switch (subject.kind) {
    case "authorization":
    case "definition":
      return delegationsOf(subject.definition);
    case "delegation":
      return [subject.delegation];
    case "principal":
      return [...definitionsReaching(subject.principal, assessment)].flatMap(delegationsOf);
    case "role":
      return definitions.filter((definition) => names(definition, subject.role)).flatMap(delegationsOf);
    case "subscription":
      return delegations.filter(({ scope }) => scope.subscription === subject.subscription);
    case "customer":
      return delegations.filter(({ customer }) => customer === subject.customer);
    case "grant":
      return assessment
        .definitionsNaming(subject.principal)
        .filter((definition) => names(definition, subject.role, subject.principal))
        .flatMap(delegationsOf)
        .filter(({ scope }) => scopeKey(scope) === scopeKey(subject.scope));
    case "rootRole":
      return [];
  }
}

/** The customers that a finding concerns, each once. */
export function customersAffected({ subject, alike }: About, assessment: Assessment): readonly TenantId[] {
  let found = customersOf(subject, assessment);
  for (const one of alike)
    for (const customer of customersOf(one, assessment)) if (!found.includes(customer)) found = [...found, customer];
  return found;
}

/** Remembered, since counts by customer ask this of every finding. */
function customersOf(subject: Subject, assessment: Assessment): readonly TenantId[] {
  let answers = known.get(assessment);
  if (!answers) known.set(assessment, (answers = new Map()));
  // All lines of a definition concern the same customers.
  const key = subject.kind === "authorization" ? subject.definition : subject;
  let customers = answers.get(key);
  if (!customers) {
    customers = [...new Set(throughSubject(subject, assessment).map(({ customer }) => customer))];
    answers.set(key, customers);
  }
  return customers;
}

/** Whom to count findings by: a line's holder, or the principal itself. undefined for what is about nobody in particular. */
export function principalOf({ subject }: Pick<Finding, "subject">): PrincipalId | undefined {
  switch (subject.kind) {
    case "authorization":
      return subject.authorization.principal;
    case "principal":
    case "grant":
    case "rootRole":
      return subject.principal;
    default:
      return undefined;
  }
}

export function roleOf({ subject }: Pick<Finding, "subject">): RoleId | undefined {
  switch (subject.kind) {
    case "authorization":
      return subject.authorization.role;
    case "role":
    case "grant":
    case "rootRole":
    case "definition":
      return subject.role;
    default:
      return undefined;
  }
}

type About = Pick<Finding, "subject" | "alike">;

const known = new WeakMap<Assessment, Map<Subject | Definition, readonly TenantId[]>>();

/** Those that name a principal, or a group that it is in. */
function definitionsReaching(principal: PrincipalId, { access, definitionsNaming }: Assessment): Set<Definition> {
  const { people, upward } = access;
  const start = people.ids.find(principal);
  const ids = start < 0 ? [principal] : Array.from(upward(start).nodes, (node) => people.ids.at(node));
  return new Set(ids.flatMap(definitionsNaming));
}

const names = ({ authorizations, eligibleAuthorizations }: Definition, wanted: RoleId, by?: PrincipalId): boolean =>
  [...authorizations, ...eligibleAuthorizations].some(
    ({ role, principal }) => role === wanted && (by === undefined || principal === by),
  );
