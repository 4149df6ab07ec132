import type { RoleDefinition, Subscription, Tenant, World } from "../../world";
import type { Principal } from "../directory-rows";

const guidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
export const isGuid = (text: string) => guidPattern.test(text);

/** Thrown with the sentence that a person should read; whoever knows the place in the file adds it. */
export class UnknownName extends Error {}

function only<T>(found: readonly T[], kind: string, name: string): T {
  const [first, second] = found;
  if (first === undefined) throw new UnknownName(`the world has no ${kind} named ${JSON.stringify(name)}`);
  if (second !== undefined)
    throw new UnknownName(`the world has ${found.length} of the ${kind} named ${JSON.stringify(name)}: give the id`);
  return first;
}

const named = <T extends { displayName: string }>(rows: Iterable<T>, name: string) =>
  [...rows].filter(({ displayName }) => displayName.toLowerCase() === name.toLowerCase());

/** A user, group or service principal by id, user principal name or display name; an unknown id stays what it is. */
export function principalCalled(world: World, name: string): Principal {
  const key = name.toLowerCase();
  const known = world.users.get(key) ?? world.groups.get(key) ?? world.servicePrincipals.get(key);
  if (known) return known;
  if (isGuid(name)) return { id: name, displayName: name };
  const byUpn = [...world.users.values()].find(({ userPrincipalName }) => userPrincipalName.toLowerCase() === key);
  if (byUpn) return byUpn;
  const kinds = [world.groups, world.users, world.servicePrincipals];
  const found = kinds.flatMap((rows) => named<Principal>(rows.values(), name));
  return only(found, "user, group or service principal", name);
}

export function tenantCalled(world: World, name: string): Tenant {
  return world.tenants.get(name.toLowerCase()) ?? only(named(world.tenants.values(), name), "tenant", name);
}

/** The id of a tenant by name, or an id of one whose name nobody knows. */
export const tenantIdCalled = (world: World, name: string): string =>
  isGuid(name) ? name : tenantCalled(world, name).tenantId;

export function subscriptionCalled(world: World, name: string): Subscription {
  const known = world.subscriptions.get(name.toLowerCase());
  return known ?? only(named(world.subscriptions.values(), name), "subscription", name);
}

/** A role's GUID by its name; an id that no role has stays what it is. */
export function roleIdCalled(world: World, name: string): string {
  if (isGuid(name)) return name;
  const isNamed = ({ properties }: RoleDefinition) => properties.roleName.toLowerCase() === name.toLowerCase();
  return only([...world.roleDefinitions.values()].filter(isNamed), "role", name).name;
}
