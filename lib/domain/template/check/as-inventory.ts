import { sources, type Coverage, type SourceName } from "@/lib/domain/coverage";
import type { Definition } from "@/lib/domain/definition";
import type { Delegation } from "@/lib/domain/delegation";
import type { ArmId, RoleId, SubscriptionId, TenantId } from "@/lib/domain/ids";
import { subscriptionId } from "@/lib/domain/ids";
import type { Inventory } from "@/lib/domain/inventory";
import type { Role } from "@/lib/domain/role";
import type { Scope } from "@/lib/domain/scope";
import type { ReadDefinition, TemplateScope } from "../read-template";
import { nobody } from "../to-definition";

/**
 * What a tenant would hold at one customer if it deployed these definitions and nothing else, as rules want to be asked. The
 * customer and its subscription are nobody's.
 */
export function asInventory(
  definitions: readonly ReadDefinition[],
  managingTenant: TenantId,
  roles: ReadonlyMap<RoleId, Role> | undefined,
  hasAllRoles: boolean,
): Inventory {
  const delegations = definitions.flatMap(({ definition, scopes }) =>
    (scopes.length > 0 ? scopes : [wholeSubscription]).map((scope, number) => toDelegation(definition, scope, number)),
  );
  return {
    managingTenant,
    definitions: new Map(definitions.map(({ definition }) => [definition.id, definition])),
    delegations: new Map(delegations.map((delegation) => [delegation.id, delegation])),
    subscriptions: new Map(),
    tenants: new Map(),
    roles: roles ?? new Map(),
    principals: new Map(),
    coverage: coverageOf(hasAllRoles ? ["principals"] : ["principals", "roles"], delegations),
  };
}

const wholeSubscription: TemplateScope = { resourceGroup: undefined, subscription: undefined };

function toDelegation(definition: Definition, written: TemplateScope, number: number): Delegation {
  const subscription = subscriptionId(written.subscription ?? "") ?? (nobody as SubscriptionId);
  const scope: Scope =
    written.resourceGroup === undefined
      ? { kind: "subscription", subscription }
      : { kind: "resourceGroup", subscription, resourceGroup: written.resourceGroup };
  return {
    id: `${definition.id}/assignment/${number}` as ArmId,
    name: String(number),
    scope,
    customer: nobody as TenantId,
    definitionId: definition.id,
    definition,
    state: "Succeeded",
    history: definition.history,
    raw: undefined,
  };
}

function coverageOf(unread: readonly SourceName[], delegations: readonly Delegation[]): Coverage {
  const one = (source: SourceName) => ({
    source,
    state: unread.includes(source) ? ("refused" as const) : ("complete" as const),
    expected: undefined,
    read: 0,
    readAt: undefined,
  });
  return {
    sources: Object.fromEntries(sources.map((source) => [source, one(source)])) as Coverage["sources"],
    subscriptions: new Map(delegations.map(({ scope }) => [scope.subscription, "answered"])),
    problems: [],
    notes: [],
    throttled: undefined,
    startedAt: 0,
    finishedAt: 0,
  };
}
