import type { Call } from "../call";
import { canDo, subscriptionOf, visibleSubscriptions } from "../rbac";
import type { Fault, World } from "../world";
import { authorizationFailed, badRequest, resourceGroupNotFound, subscriptionNotFound, wrongTenant } from "./errors";
import { isGuid, type Scope } from "./scope";

/** Refuses a subscription that does not exist for this caller, before anything below it is looked at. */
export function requireVisible(call: Call, subscriptionId: string): void {
  if (!isGuid(subscriptionId)) {
    throw badRequest(
      "InvalidSubscriptionId",
      `The provided subscription identifier '${subscriptionId}' is malformed or invalid.`,
    );
  }
  const subscription = call.world.subscriptions.get(subscriptionId.toLowerCase());
  if (!subscription) throw subscriptionNotFound(subscriptionId);
  if (visibleSubscriptions(call.world, call.caller.objectId).has(subscriptionId.toLowerCase())) return;
  if (isUnrelated(call.world, subscriptionId.toLowerCase())) throw wrongTenant(call, subscription.tenantId);
  throw subscriptionNotFound(subscriptionId);
}

export function requireAction(call: Call, action: string, scope: string): void {
  if (!canDo(call.world, call.caller.objectId, action, scope)) throw authorizationFailed(call, action, scope);
}

/** Refuses everything at and below a subscription that the world declares unreadable, though it is still listed. */
export function requireReadable(call: Call, action: string, scope: Scope): void {
  if (scope.subscriptionId && call.world.faults.some((fault) => makesUnreadable(fault, call, scope.subscriptionId))) {
    throw authorizationFailed(call, action, scope.path);
  }
}

export function requireResourceGroup({ world }: Call, { subscriptionId, resourceGroup }: Scope): void {
  if (subscriptionId === undefined || resourceGroup === undefined) return;
  const path = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}`.toLowerCase();
  if (!world.resourceGroups.has(path)) throw resourceGroupNotFound(resourceGroup);
}

function makesUnreadable({ service, effect, match }: Fault, call: Call, subscriptionId: string | undefined): boolean {
  if (effect.kind !== "unreadable" || (service !== "arm" && service !== "any")) return false;
  const same = (wanted: string | undefined, actual: string | undefined) =>
    wanted === undefined || wanted.toLowerCase() === actual?.toLowerCase();
  const path = call.url.pathname.toLowerCase();
  return (
    same(match?.subscription, subscriptionId) &&
    same(match?.persona, call.caller.objectId) &&
    same(match?.method, call.request.method) &&
    path.includes(match?.contains?.toLowerCase() ?? "")
  );
}

/** Neither the managing tenant's own nor delegated to it in any part. */
function isUnrelated(world: World, subscriptionId: string): boolean {
  const managing = world.id.toLowerCase();
  if (world.subscriptions.get(subscriptionId)?.tenantId.toLowerCase() === managing) return false;
  for (const [path, { properties }] of world.registrationAssignments) {
    if (subscriptionOf(path) !== subscriptionId) continue;
    const definition = world.registrationDefinitions.get(properties.registrationDefinitionId.toLowerCase());
    if (definition?.properties.managedByTenantId.toLowerCase() === managing) return false;
  }
  return true;
}
