import type { Definition } from "@/lib/domain/definition";
import type { Delegation } from "@/lib/domain/delegation";
import type { PrincipalId, RoleId, TenantId } from "@/lib/domain/ids";
import type { Assessment } from "../engine/assessment";
import { definitionsGiving, definitionsReaching, holdersFor } from "../questions/definitions-by";
import { delegationsAt, delegationsIn, delegationsOfCustomer } from "../questions/delegations-by";
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
  const { delegationsOf } = assessment;
  switch (subject.kind) {
    case "authorization":
    case "definition":
      return delegationsOf(subject.definition);
    case "delegation":
      return [subject.delegation];
    case "principal":
      return [...definitionsReaching(subject.principal, assessment)].flatMap(delegationsOf);
    case "role":
      return definitionsGiving(subject.role, assessment).flatMap(delegationsOf);
    case "subscription":
      return delegationsIn(subject.subscription, assessment);
    case "customer":
      return delegationsOfCustomer(subject.customer, assessment);
    case "grant":
      return delegationsAt(subject.scope, assessment).filter(
        ({ definition }) => definition && names(definition, subject.role, subject.principal),
      );
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
    customers = customersThrough(subject, assessment);
    answers.set(key, customers);
  }
  return customers;
}

/** The customers that something concerns, each once. */
export function customersThrough(subject: Subject, assessment: Assessment): readonly TenantId[] {
  if (subject.kind !== "principal") return customersIn(throughSubject(subject, assessment));
  return [...new Set(holdersFor(subject.principal, assessment).flatMap((id) => customersNaming(id, assessment)))];
}

const customersIn = (delegations: readonly Delegation[]): TenantId[] => [
  ...new Set(delegations.map(({ customer }) => customer)),
];

const naming = new WeakMap<Assessment, Map<PrincipalId, readonly TenantId[]>>();

/** Those whose offers name a principal. Remembered: thousands of groups lie in the same few that offers name. */
function customersNaming(principal: PrincipalId, assessment: Assessment): readonly TenantId[] {
  let answers = naming.get(assessment);
  if (!answers) naming.set(assessment, (answers = new Map()));
  let customers = answers.get(principal);
  if (!customers) {
    customers = customersIn(assessment.definitionsNaming(principal).flatMap(assessment.delegationsOf));
    answers.set(principal, customers);
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

const names = ({ authorizations, eligibleAuthorizations }: Definition, wanted: RoleId, by: PrincipalId): boolean =>
  [...authorizations, ...eligibleAuthorizations].some(({ role, principal }) => role === wanted && principal === by);
