import type { ArmId, SubscriptionId, TenantId } from "../ids";
import { scopeOf, scopePath, type Scope } from "../scope";
import type { RoleAssignment } from "../role-assignment";
import { createNumbers, type Numbering } from "./numbering";

/** Where a role can hold: what Lighthouse delegates, or a single resource, at which Azure may have assigned one. */
export type AccessScope = Scope | Readonly<{ kind: "resource"; subscription: SubscriptionId; path: ArmId }>;

/** Equal for the same scope, however its resource group is written. */
export const scopeKey = (scope: AccessScope): string =>
  (scope.kind === "resource" ? scope.path : scopePath(scope)).toLowerCase();

/** Where an assignment holds below its subscription; one from above it, a management group's, holds there as a whole. */
export function scopeOfAssignment({ scope, subscription }: RoleAssignment): AccessScope {
  const within = scopeOf(scope) ?? { kind: "subscription", subscription };
  return scope.startsWith(`${scopeKey(within)}/`) ? { kind: "resource", subscription, path: scope } : within;
}

/** Every scope that anything is granted on, those of one customer in a row. */
export type ScopeTable = Readonly<{
  scopes: readonly AccessScope[];
  customers: Numbering<TenantId>;
  /** The number of each scope's customer. */
  customerOf: Int32Array;
  /** The first scope of each customer; its last one comes before the first of the next. */
  firstOf: Int32Array;
  /** The scope's number, or -1. */
  find(scope: AccessScope): number;
  ownerOf(subscription: SubscriptionId): TenantId | undefined;
}>;

/** A subscription belongs to one tenant: the first that is named with it, should two records disagree. */
export function tableOfScopes(mentions: Iterable<readonly [AccessScope, TenantId]>): ScopeTable {
  const owners = new Map<SubscriptionId, TenantId>();
  const byCustomer = new Map<TenantId, Map<string, AccessScope>>();
  for (const [scope, customer] of mentions) {
    let owner = owners.get(scope.subscription);
    if (owner === undefined) owners.set(scope.subscription, (owner = customer));
    let own = byCustomer.get(owner);
    if (!own) byCustomer.set(owner, (own = new Map()));
    const key = scopeKey(scope);
    if (!own.has(key)) own.set(key, scope);
  }

  const customers = createNumbers<TenantId>();
  const numbers = new Map<string, number>();
  const scopes: AccessScope[] = [];
  const customerOf: number[] = [];
  const firstOf: number[] = [];
  for (const [tenant, own] of byCustomer) {
    const customer = customers.add(tenant);
    firstOf.push(scopes.length);
    for (const [key, scope] of own) {
      numbers.set(key, scopes.length);
      scopes.push(scope);
      customerOf.push(customer);
    }
  }
  firstOf.push(scopes.length);
  return {
    scopes,
    customers,
    customerOf: new Int32Array(customerOf),
    firstOf: new Int32Array(firstOf),
    find: (scope) => numbers.get(scopeKey(scope)) ?? -1,
    ownerOf: (subscription) => owners.get(subscription),
  };
}
