import { isOwn, subscriptionOf } from "./delegations";
import { effectiveRights, subscriptionsWith, type Effective, type Right } from "./effective-rights";
import type { RoleAssignment, RolePermission, World } from "./world";

export { subscriptionOf } from "./delegations";

/** Stands for the type of any resource: no role names it, so only patterns for reading everything cover it. */
export const readAnything = "any.provider/anything/read";

export type Readable = {
  /** Reads every type of resource there, as `*\/read` does. A narrower role needs `canDo` with the type's own operation. */
  subscription(id: string): boolean;
  resourceGroup(subscriptionId: string, name: string): boolean;
  /** Lower-cased ids of the subscriptions in which everything can be read, at the subscription or in a group below. */
  subscriptions: ReadonlySet<string>;
};

const readables = new WeakMap<Effective, Readable>();

/** Whether the caller may perform an operation at a scope: `/`, a subscription, a resource group or a resource. */
export const canDo = (world: World, callerObjectId: string, action: string, scopePath: string): boolean =>
  rightsAt(world, callerObjectId, scopePath).some(({ role }) => role.allows(action.toLowerCase()));

/** As `canDo`, but by a role assignment in the tenant that owns the scope, as onboarding a subscription requires. */
export const canDoAsOwnTenant = (world: World, callerObjectId: string, action: string, scopePath: string): boolean =>
  rightsAt(world, callerObjectId, scopePath).some(
    ({ role, through }) => through === "roleAssignment" && role.allows(action.toLowerCase()),
  );

/** What the caller may do at a scope, as the permissions API lists it: one entry per entry of each role, unevaluated. */
export function permissionsAt(world: World, callerObjectId: string, scopePath: string): RolePermission[] {
  const roles = new Set(rightsAt(world, callerObjectId, scopePath).map(({ role }) => role));
  return [...roles].flatMap(({ permissions }) => permissions);
}

/** Lower-cased GUIDs of the roles that the caller may give to managed identities of a customer at this scope. */
export const delegatedRolesAt = (world: World, callerObjectId: string, scopePath: string): ReadonlySet<string> =>
  new Set(rightsAt(world, callerObjectId, scopePath).flatMap(({ delegates }) => delegates));

/** Lower-cased ids of the subscriptions at or below which the caller holds any right: those that ARM lists for them. */
export const visibleSubscriptions = (world: World, callerObjectId: string): ReadonlySet<string> =>
  effectiveRights(world, callerObjectId).visible;

export function readable(world: World, callerObjectId: string): Readable {
  const answer = effectiveRights(world, callerObjectId);
  const known = readables.get(answer) ?? readableFrom(world, answer);
  readables.set(answer, known);
  return known;
}

/**
 * Whether the managing tenant is ever shown a role assignment: its own people's, and those that one of them made for a
 * customer's managed identity. A customer's other assignments stay hidden whatever role the caller has there, and so
 * do those of foreign groups.
 */
export function isShown(world: World, { properties }: RoleAssignment): boolean {
  if (properties.principalTenantId.toLowerCase() === world.id.toLowerCase()) {
    return properties.principalType !== "ForeignGroup";
  }
  const madeBy = properties.createdBy.toLowerCase();
  return (
    Boolean(properties.delegatedManagedIdentityResourceId) &&
    (world.users.has(madeBy) || world.servicePrincipals.has(madeBy))
  );
}

function rightsAt(world: World, callerObjectId: string, scopePath: string): Right[] {
  const { rights } = effectiveRights(world, callerObjectId);
  const found: Right[] = [];
  let scope = scopePath.toLowerCase();
  while (scope.endsWith("/")) scope = scope.slice(0, -1);
  const subscription = subscriptionOf(scope);
  for (; scope; scope = scope.slice(0, scope.lastIndexOf("/"))) found.push(...(rights.get(scope) ?? []));
  // The root is that of the managing tenant: what is held there does not reach into a customer's subscription.
  if (!subscription || isOwn(world, subscription)) found.push(...(rights.get("") ?? []));
  return found;
}

function readableFrom(world: World, { rights }: Effective): Readable {
  const reads = ({ role }: Right) => role.allows(readAnything);
  const readsAt = (scope: string) => rights.get(scope)?.some(reads) ?? false;
  const subscription = (id: string) => {
    const own = id.toLowerCase();
    return readsAt(`/subscriptions/${own}`) || (isOwn(world, own) && readsAt(""));
  };
  return {
    subscription,
    resourceGroup: (id, name) =>
      subscription(id) || readsAt(`/subscriptions/${id.toLowerCase()}/resourcegroups/${name.toLowerCase()}`),
    subscriptions: subscriptionsWith(world, rights, reads),
  };
}
