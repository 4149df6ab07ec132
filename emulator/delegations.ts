import type { RegistrationAssignment, RegistrationDefinition, World } from "./world";

/** A definition at work at a scope (lower-cased path): what could give somebody something. */
export type Delegation = { scope: string; definition: RegistrationDefinition; assignment: RegistrationAssignment };

const subscriptionsPath = "/subscriptions/";

/** The subscription of a path, in lower case; undefined above subscriptions. */
export function subscriptionOf(scopePath: string): string | undefined {
  const path = scopePath.toLowerCase();
  if (!path.startsWith(subscriptionsPath)) return undefined;
  const end = path.indexOf("/", subscriptionsPath.length);
  return path.slice(subscriptionsPath.length, end < 0 ? undefined : end) || undefined;
}

export const isOwn = (world: World, subscription: string): boolean =>
  world.subscriptions.get(subscription)?.tenantId.toLowerCase() === world.id.toLowerCase();

/** The delegations to the managing tenant that succeeded and still reach another tenant's subscription. */
export function* delegationsOf(world: World): Generator<Delegation> {
  const managing = world.id.toLowerCase();
  for (const [path, assignment] of world.registrationAssignments) {
    const { provisioningState, registrationDefinitionId } = assignment.properties;
    if (provisioningState !== "Succeeded") continue;
    const definition = world.registrationDefinitions.get(registrationDefinitionId.toLowerCase());
    if (definition?.properties.managedByTenantId.toLowerCase() !== managing) continue;
    const scope = path.slice(0, path.lastIndexOf("/providers/"));
    const subscription = subscriptionOf(scope);
    // A subscription that moved into the managing tenant is no longer reached through its delegation.
    if (!subscription || !world.subscriptions.has(subscription) || isOwn(world, subscription)) continue;
    yield { scope, definition, assignment };
  }
}
