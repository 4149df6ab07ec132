import { customerNames } from "../customer-name";
import { resourceGroupOf } from "../delegation-rows";
import type { EligibleAuthorization } from "../definition";
import type { Delegation } from "../delegation";
import type { ArmId, PrincipalId, RoleId, SubscriptionId, TenantId } from "../ids";
import { sourceOf, type OfferSource } from "../offer";
import type { Principal, PrincipalKind } from "../principal";
import type { AccessIndex } from "./access-index";
import type { Answer, Reason } from "./answer";
import { grantAt, type Grant, type GrantKind, type GrantSource } from "./grant";
import { principalIn } from "./people";
import type { AccessScope } from "./scope-table";

type Named = Readonly<{ id: RoleId; name: string | undefined }>;

/** A grant with the names that its ids stand for. undefined reads as "cannot see", never as "none". */
export type GrantRow = Readonly<{
  /** The grant's number in the index. */
  grant: number;
  principal: Principal;
  kind: PrincipalKind | undefined;
  /** Its name; where that cannot be seen, what the customer reads in its place. */
  principalName: string | undefined;
  role: Named;
  access: GrantKind;
  scopeKind: AccessScope["kind"];
  /** What a person calls the scope: a resource's or resource group's name, the subscription's (its id if need be). */
  scopeName: string;
  subscription: SubscriptionId;
  subscriptionName: string | undefined;
  resourceGroup: string | undefined;
  customer: TenantId;
  customerName: string | undefined;
  /** Offers that it comes from, without repetition; none for what Azure assigned. */
  offers: readonly string[];
  offerSources: readonly OfferSource[];
  delegations: readonly ArmId[];
  /** Without repetition: one for eligible access, more where offers ask for different things, none for the rest. */
  policies: readonly EligibleAuthorization["policy"][];
  /** Roles that a holder of User Access Administrator may assign to managed identities. */
  delegatedRoles: readonly Named[];
  gives: Answer;
  /** Why it gives nothing, or why that cannot be told. */
  reasons: readonly Reason[];
}>;

/** One row for each grant on every customer, in the order of the index; `numbers` picks some. */
export function grantRows(index: AccessIndex, numbers?: Iterable<number>): GrantRow[] {
  const toRow = createRows(index);
  const all = numbers ?? index.grants.principals.keys();
  return Array.from(all, (number) => toRow(grantAt(index, number)));
}

/** Makes rows one by one, sharing between them whatever names the same thing. */
export function createRows(index: AccessIndex): (grant: Grant) => GrantRow {
  const { inventory } = index;
  const nameOf = customerNames(inventory);
  const principals = remembered((id: PrincipalId) => principalIn(index, id));
  const roles = remembered((id: RoleId): Named => ({
    id,
    name: inventory.roles.get(id)?.name,
  }));
  const origins = remembered(originOfDelegation);
  const customers = remembered((id: TenantId) => nameOf(id).name);
  return ({ number, principal: id, role, scope, customer, kind, sources, gives, reasons }) => {
    const principal = principals(id);
    const origin = originIn(sources, origins);
    const subscriptionName = inventory.subscriptions.get(scope.subscription)?.name;
    const resourceGroup = groupOf(scope, sources);
    const own = scope.kind === "resource" ? scope.path.slice(scope.path.lastIndexOf("/") + 1) : resourceGroup;
    return {
      grant: number,
      principal,
      kind: index.people.kinds[index.people.ids.find(id)],
      principalName: principal.state === "found" ? principal.name : labelIn(sources),
      role: roles(role),
      access: kind,
      scopeKind: scope.kind,
      scopeName: own ?? subscriptionName ?? scope.subscription,
      subscription: scope.subscription,
      subscriptionName,
      resourceGroup,
      customer,
      customerName: customers(customer),
      offers: origin.offers,
      offerSources: origin.offerSources,
      delegations: origin.delegations,
      policies: policiesIn(sources),
      delegatedRoles: delegatedIn(sources).map(roles),
      gives,
      reasons,
    };
  };
}

function remembered<Key, Value>(look: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, { value: Value }>();
  return (key) => {
    let found = known.get(key);
    if (!found) known.set(key, (found = { value: look(key) }));
    return found.value;
  };
}

function groupOf(scope: AccessScope, sources: readonly GrantSource[]): string | undefined {
  if (scope.kind === "subscription") return undefined;
  if (scope.kind === "resource") return scope.path.split("/")[4];
  for (const source of sources) if (source.kind !== "assigned") return resourceGroupOf(source.delegation);
  return scope.resourceGroup;
}

function labelIn(sources: readonly GrantSource[]): string | undefined {
  for (const source of sources)
    if (source.kind !== "assigned" && source.authorization.label) return source.authorization.label;
  return undefined;
}

type Origin = Pick<GrantRow, "offers" | "offerSources" | "delegations">;

const nowhere: Origin = { offers: [], offerSources: [], delegations: [] };

/** Most grants come from one delegation, and share what is told of it with all others that do. */
function originIn(sources: readonly GrantSource[], originOf: (delegation: Delegation) => Origin): Origin {
  const [first, ...others] = new Set(
    sources.flatMap((source) => (source.kind === "assigned" ? [] : [originOf(source.delegation)])),
  );
  if (!first) return nowhere;
  if (others.length === 0) return first;
  const all = [first, ...others];
  return {
    offers: [...new Set(all.flatMap(({ offers }) => offers))],
    offerSources: [...new Set(all.flatMap(({ offerSources }) => offerSources))],
    delegations: all.flatMap(({ delegations }) => delegations),
  };
}

const originOfDelegation = ({ id, definition }: Delegation): Origin => ({
  offers: definition ? [definition.offer] : [],
  offerSources: definition ? [sourceOf(definition)] : [],
  delegations: [id],
});

const none: readonly never[] = [];

/** Told apart by what they ask for; who wrote down Azure's defaults and who left them out asks for the same. */
function policiesIn(sources: readonly GrantSource[]): GrantRow["policies"] {
  const policies = new Map<string, EligibleAuthorization["policy"]>();
  for (const source of sources) {
    if (source.kind !== "eligible") return none;
    const { policy } = source.authorization;
    if (sources.length === 1) return [policy];
    const approvers = policy.approvers.map(({ principal }) => principal).sort();
    const key = [policy.mfa, policy.longest, ...approvers].join(" ");
    if (!policies.has(key)) policies.set(key, policy);
  }
  return [...policies.values()];
}

function delegatedIn(sources: readonly GrantSource[]): readonly RoleId[] {
  const roles = new Set<RoleId>();
  for (const source of sources)
    if (source.kind === "standing") for (const role of source.authorization.delegatedRoles) roles.add(role);
  return roles.size === 0 ? none : [...roles];
}
