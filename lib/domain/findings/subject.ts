import { scopeKey, type AccessScope } from "../access/scope-table";
import type { Authorization, Definition, EligibleAuthorization } from "../definition";
import type { Delegation } from "../delegation";
import type { PrincipalId, RoleId, SubscriptionId, TenantId } from "../ids";

/** One line of an offer: who gets which role, standing or eligible. */
export type AuthorizationLine = Readonly<
  { kind: "authorization"; definition: Definition } & (
    { access: "standing"; authorization: Authorization } | { access: "eligible"; authorization: EligibleAuthorization }
  )
>;

/** What a finding is about, which is what somebody has to change. */
export type Subject =
  | AuthorizationLine
  /** `role`, where several lines with that role are at fault together. */
  | Readonly<{ kind: "definition"; definition: Definition; role?: RoleId }>
  | Readonly<{ kind: "delegation"; delegation: Delegation }>
  | Readonly<{ kind: "principal"; principal: PrincipalId }>
  | Readonly<{ kind: "role"; role: RoleId }>
  | Readonly<{ kind: "subscription"; subscription: SubscriptionId }>
  | Readonly<{ kind: "customer"; customer: TenantId }>
  /** What a principal holds at a place, through however many offers. */
  | Readonly<{ kind: "grant"; principal: PrincipalId; role: RoleId; scope: AccessScope }>
  /** A role at the root of our own tenant, which no offer has a part in. */
  | Readonly<{ kind: "rootRole"; principal: PrincipalId; role: RoleId }>;

const customerOf = ({ definition }: { definition: Definition }) => definition.customer ?? definition.subscription;

const lineKey = ({ access, authorization: { principal, role } }: AuthorizationLine) => `${access} ${principal} ${role}`;

/**
 * Equal for the same subject in every snapshot and on every machine: made of ids, and of nothing else. Lines of a customer's
 * definitions count as one where customer, access, principal and role are the same: that is one offer, which has a
 * definition in every subscription and another one each time it is deployed anew.
 */
export function subjectKey(subject: Subject): string {
  switch (subject.kind) {
    case "authorization":
      return `authorization ${customerOf(subject)} ${lineKey(subject)}`;
    case "definition":
      return `definition ${customerOf(subject)}${subject.role ? ` ${subject.role}` : ""}`;
    case "delegation":
      return `delegation ${subject.delegation.id}`;
    case "grant":
      return `grant ${subject.principal} ${subject.role} ${scopeKey(subject.scope)}`;
    case "rootRole":
      return `root ${subject.principal} ${subject.role}`;
    case "principal":
      return `principal ${subject.principal}`;
    case "role":
      return `role ${subject.role}`;
    case "subscription":
      return `subscription ${subject.subscription}`;
    case "customer":
      return `customer ${subject.customer}`;
  }
}

/** The lines of a definition, standing ones first. A line that only repeats an earlier one is left out. */
export function linesOf(definition: Definition): readonly AuthorizationLine[] {
  let lines = known.get(definition);
  if (!lines) known.set(definition, (lines = readLines(definition)));
  return lines;
}

const known = new WeakMap<Definition, readonly AuthorizationLine[]>();

function readLines(definition: Definition): AuthorizationLine[] {
  const lines = new Map<string, AuthorizationLine>();
  const add = (line: AuthorizationLine) => {
    const { policy } = line.authorization as Partial<EligibleAuthorization>;
    const key = policy ? `${lineKey(line)} ${JSON.stringify(policy)}` : lineKey(line);
    if (!lines.has(key)) lines.set(key, line);
  };
  for (const authorization of definition.authorizations)
    add({ kind: "authorization", definition, access: "standing", authorization });
  for (const authorization of definition.eligibleAuthorizations)
    add({ kind: "authorization", definition, access: "eligible", authorization });
  return [...lines.values()];
}
