import { subscriptionId, type ArmId, type SubscriptionId } from "./ids";

/** What can be delegated: a subscription or one resource group in it (there is nothing above or below in Lighthouse). */
export type Scope =
  | Readonly<{ kind: "subscription"; subscription: SubscriptionId }>
  | Readonly<{ kind: "resourceGroup"; subscription: SubscriptionId; resourceGroup: string }>;

/** The delegable scope that a resource id lies in, or undefined for an id outside any subscription. */
export function scopeOf(id: ArmId): Scope | undefined {
  const [, word, first, groupWord, group] = id.split("/");
  const subscription = word === "subscriptions" && first ? subscriptionId(first) : undefined;
  if (!subscription) return undefined;
  return groupWord === "resourcegroups" && group
    ? { kind: "resourceGroup", subscription, resourceGroup: group }
    : { kind: "subscription", subscription };
}

/** The same for an id that names the scope itself, and undefined for what lies within. */
export function exactScope(id: ArmId): Scope | undefined {
  const scope = scopeOf(id);
  return scope && scopePath(scope).toLowerCase() === id ? scope : undefined;
}

export const scopePath = (scope: Scope): string =>
  scope.kind === "subscription"
    ? `/subscriptions/${scope.subscription}`
    : `/subscriptions/${scope.subscription}/resourceGroups/${scope.resourceGroup}`;
