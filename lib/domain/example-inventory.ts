import type { Coverage, SourceCoverage, SourceName, SubscriptionAnswer } from "./coverage";
import { sources } from "./coverage";
import type { Definition } from "./definition";
import type { Delegation } from "./delegation";
import type { ArmId, PrincipalId, RoleId, SubscriptionId, TenantId } from "./ids";
import type { Inventory, Tenant } from "./inventory";
import { scopePath, type Scope } from "./scope";
import type { Subscription } from "./subscription";

/** Plain values for tests: everything has a valid shape, and a test states only what it is about. */
const guid = (kind: number, number: number) =>
  `${String(kind).padStart(8, "0")}-0000-4000-8000-${number.toString(16).padStart(12, "0")}`;

export const exampleTenant = (number: number) => guid(1, number) as TenantId;
export const exampleSubscription = (number: number) => guid(2, number) as SubscriptionId;
export const examplePrincipal = (number: number) => guid(3, number) as PrincipalId;
export const exampleRole = (number: number) => guid(4, number) as RoleId;

/** The managing tenant of every example. */
export const us = exampleTenant(0);

const noHistory = { createdAt: undefined, createdBy: undefined, changedAt: undefined, changedBy: undefined };

export function aDefinition(number: number, given: Partial<Definition> = {}): Definition {
  const subscription = given.subscription ?? exampleSubscription(number);
  const name = guid(5, number);
  return {
    id: `/subscriptions/${subscription}/providers/microsoft.managedservices/registrationdefinitions/${name}` as ArmId,
    name,
    subscription,
    offer: `Care ${number}`,
    description: undefined,
    managingTenant: us,
    managingTenantName: undefined,
    customer: exampleTenant(number),
    customerName: undefined,
    plan: undefined,
    state: "Succeeded",
    authorizations: [],
    eligibleAuthorizations: [],
    history: noHistory,
    raw: {},
    ...given,
  };
}

export function aDelegation(number: number, given: Partial<Delegation> = {}): Delegation {
  const scope: Scope = given.scope ?? { kind: "subscription", subscription: exampleSubscription(number) };
  const definition =
    "definition" in given ? given.definition : aDefinition(number, { subscription: scope.subscription });
  const name = guid(6, number);
  const path = `${scopePath(scope)}/providers/microsoft.managedservices/registrationassignments/${name}`;
  return {
    id: path.toLowerCase() as ArmId,
    name,
    scope,
    customer: definition?.customer ?? exampleTenant(number),
    definitionId: definition?.id ?? aDefinition(number).id,
    state: "Succeeded",
    history: noHistory,
    raw: {},
    ...given,
    definition,
  };
}

export const aSubscription = (number: number, given: Partial<Subscription> = {}): Subscription => ({
  id: exampleSubscription(number),
  name: `Subscription ${number}`,
  tenant: exampleTenant(number),
  state: "Enabled",
  managedBy: [us],
  ...given,
});

export function aCoverage(
  given: Partial<Coverage> & { states?: Partial<Record<SourceName, SourceCoverage["state"]>> } = {},
): Coverage {
  const { states = {}, ...rest } = given;
  const one = (source: SourceName): SourceCoverage => ({
    source,
    state: states[source] ?? "complete",
    expected: 0,
    read: 0,
    readAt: 0,
  });
  return {
    sources: Object.fromEntries(sources.map((source) => [source, one(source)])) as Coverage["sources"],
    subscriptions: new Map(),
    problems: [],
    notes: [],
    throttled: undefined,
    startedAt: 0,
    finishedAt: 0,
    ...rest,
  };
}

/** Subscriptions that are given without an answer count as answered. */
export function anInventory(
  given: {
    delegations?: readonly Delegation[];
    subscriptions?: readonly Subscription[];
    tenants?: readonly Tenant[];
    answers?: ReadonlyMap<SubscriptionId, SubscriptionAnswer>;
    coverage?: Coverage;
  } & Partial<Pick<Inventory, "roles" | "principals">> = {},
): Inventory {
  const { delegations = [], subscriptions = [], tenants = [] } = given;
  const definitions = delegations.flatMap(({ definition }) => (definition ? [definition] : []));
  const answers =
    given.answers ?? new Map(subscriptions.map(({ id }): [SubscriptionId, SubscriptionAnswer] => [id, "answered"]));
  return {
    managingTenant: us,
    delegations: new Map(delegations.map((delegation) => [delegation.id, delegation])),
    definitions: new Map(definitions.map((definition) => [definition.id, definition])),
    subscriptions: new Map(subscriptions.map((subscription) => [subscription.id, subscription])),
    tenants: new Map(tenants.map((tenant) => [tenant.id, tenant])),
    roles: given.roles ?? new Map(),
    principals: given.principals ?? new Map(),
    coverage: given.coverage ?? aCoverage({ subscriptions: answers }),
  };
}
