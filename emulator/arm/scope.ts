/** Where a request asks: the part of its path before the provider, as it was written. */
export type Scope = {
  kind: "tenant" | "subscription" | "resourceGroup" | "resource";
  /** With a leading slash; `/` for the tenant. */
  path: string;
  subscriptionId?: string;
  resourceGroup?: string;
};

export const isGuid = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);

/** Reads `subscriptions/…[/resourceGroups/…][/providers/ns/type/name…]`; undefined for what is no scope of ours. */
export function scopeFrom(segments: readonly string[]): Scope | undefined {
  const path = `/${segments.join("/")}`;
  if (segments.length === 0) return { kind: "tenant", path };
  const [subscriptions, subscriptionId, ...below] = segments;
  if (subscriptions?.toLowerCase() !== "subscriptions" || subscriptionId === undefined) return undefined;
  if (below.length === 0) return { kind: "subscription", path, subscriptionId };

  const inGroup = below[0]?.toLowerCase() === "resourcegroups";
  const resourceGroup = inGroup ? below[1] : undefined;
  if (inGroup && resourceGroup === undefined) return undefined;
  const resource = inGroup ? below.slice(2) : below;
  const group = resourceGroup === undefined ? {} : { resourceGroup };
  if (resource.length === 0) return { kind: "resourceGroup", path, subscriptionId, ...group };
  // providers/namespace, then pairs of type and name
  if (resource[0]?.toLowerCase() !== "providers" || resource.length < 4 || resource.length % 2 !== 0) return undefined;
  return { kind: "resource", path, subscriptionId, ...group };
}

/** The subscription's own path, in the casing of the request. */
export const subscriptionPath = ({ subscriptionId }: Scope): string => `/subscriptions/${subscriptionId ?? ""}`;
