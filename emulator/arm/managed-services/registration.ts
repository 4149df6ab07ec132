import { Refusal } from "../../call";
import { canDoAsOwnTenant, subscriptionOf } from "../../rbac";
import type { World } from "../../world";
import { badRequest } from "../errors";
import type { ArmCall, Route } from "../route";
import { namespace } from "./rows";

/** Subscriptions whose provider was registered or unregistered since the world began. */
const changed = new WeakMap<World, Map<string, boolean>>();
const apiVersions = ["2021-04-01", "2022-09-01", "2020-06-01", "2019-10-01"];

/** Onboarding registers the provider, so where something was onboarded it is registered; elsewhere not yet. */
function isRegistered(world: World, subscriptionId: string): boolean {
  const id = subscriptionId.toLowerCase();
  return (
    changed.get(world)?.get(id) ?? [...world.registrationDefinitions.keys()].some((path) => subscriptionOf(path) === id)
  );
}

export function requireRegistered({ world, scope }: ArmCall): void {
  if (scope.subscriptionId === undefined || isRegistered(world, scope.subscriptionId)) return;
  throw new Refusal(
    409,
    "MissingSubscriptionRegistration",
    `The subscription is not registered to use namespace '${namespace}'. See https://aka.ms/rps-not-found for how to register subscriptions.`,
  );
}

/** Only people of the tenant that owns the subscription may delegate it, whatever a delegation gave them. */
export function requireOwnTenant({ world, caller, scope }: ArmCall, actions: readonly string[]): void {
  if (actions.every((action) => canDoAsOwnTenant(world, caller.objectId, action, scope.path))) return;
  throw new Refusal(
    403,
    "InsufficientPrivilegesForManagedServiceResource",
    "The requested user doesn't have sufficient privileges to perform the operation.",
  );
}

const show = ({ world, params: { subscriptionId = "" } }: ArmCall): Response =>
  Response.json({
    id: `/subscriptions/${subscriptionId}/providers/${namespace}`,
    namespace,
    registrationPolicy: "RegistrationRequired",
    registrationState: isRegistered(world, subscriptionId) ? "Registered" : "NotRegistered",
    resourceTypes: [],
  });

const set =
  (registered: boolean) =>
  (call: ArmCall): Response => {
    const { world, params } = call;
    const id = (params.subscriptionId ?? "").toLowerCase();
    if (!registered && [...world.registrationDefinitions.keys()].some((path) => subscriptionOf(path) === id)) {
      throw badRequest("ResourcesStillInUse", `Subscription '${id}' still has resources of '${namespace}'.`);
    }
    let ofWorld = changed.get(world);
    if (!ofWorld) changed.set(world, (ofWorld = new Map()));
    ofWorld.set(id, registered);
    return show(call);
  };

const path = `subscriptions/{subscriptionId}/providers/${namespace}`;

export const registrationRoutes: Route[] = [
  { method: "GET", path, apiVersions, action: "Microsoft.Resources/subscriptions/providers/read", handle: show },
  { method: "POST", path: `${path}/register`, apiVersions, action: `${namespace}/register/action`, handle: set(true) },
  {
    method: "POST",
    path: `${path}/unregister`,
    apiVersions,
    action: `${namespace}/unregister/action`,
    handle: set(false),
  },
];
