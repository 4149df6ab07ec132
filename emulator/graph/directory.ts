import type { Group, ServicePrincipal, User, World } from "../world";

/** A directory object with its kind: what Graph calls `@odata.type`. */
export type Entry =
  { kind: "user"; row: User } | { kind: "group"; row: Group } | { kind: "servicePrincipal"; row: ServicePrincipal };
export type Kind = Entry["kind"];

export const users = (world: World): Entry[] => [...world.users.values()].map((row) => ({ kind: "user", row }));
export const groups = (world: World): Entry[] => [...world.groups.values()].map((row) => ({ kind: "group", row }));
export const servicePrincipals = (world: World): Entry[] =>
  [...world.servicePrincipals.values()].map((row) => ({ kind: "servicePrincipal", row }));

/** Undefined for an id that is unknown, or whose object was deleted. */
export const entryById = (world: World, id: string): Entry | undefined => {
  const key = id.toLowerCase();
  const user = world.users.get(key);
  if (user) return { kind: "user", row: user };
  const group = world.groups.get(key);
  if (group) return { kind: "group", row: group };
  const servicePrincipal = world.servicePrincipals.get(key);
  return servicePrincipal && { kind: "servicePrincipal", row: servicePrincipal };
};

/** Deleted members leave no trace in a list of Graph: their ids are skipped. */
export const entriesById = (world: World, ids: readonly string[]): Entry[] =>
  ids.flatMap((id) => entryById(world, id) ?? []);

type Index = {
  version: number;
  /** Lower-cased member id → ids of the groups that hold it directly. */
  groupsOf: Map<string, string[]>;
  /** Lower-cased owner id → ids of what it owns. */
  ownedBy: Map<string, string[]>;
  byUserPrincipalName: Map<string, User>;
  byAppId: Map<string, ServicePrincipal>;
};

const indexes = new WeakMap<World, Index>();

const indexOf = (world: World): Index => {
  const known = indexes.get(world);
  if (known?.version === world.version) return known;
  const index: Index = {
    version: world.version,
    groupsOf: new Map(),
    ownedBy: new Map(),
    byUserPrincipalName: new Map(),
    byAppId: new Map(),
  };
  for (const group of world.groups.values()) {
    for (const member of group.members) add(index.groupsOf, member, group.id);
    for (const owner of group.owners) add(index.ownedBy, owner, group.id);
  }
  for (const principal of world.servicePrincipals.values()) {
    for (const owner of principal.owners) add(index.ownedBy, owner, principal.id);
    index.byAppId.set(principal.appId.toLowerCase(), principal);
  }
  for (const user of world.users.values()) index.byUserPrincipalName.set(user.userPrincipalName.toLowerCase(), user);
  indexes.set(world, index);
  return index;
};

const add = (map: Map<string, string[]>, id: string, value: string) => {
  const key = id.toLowerCase();
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
};

export const userByName = (world: World, idOrName: string): User | undefined =>
  world.users.get(idOrName.toLowerCase()) ?? indexOf(world).byUserPrincipalName.get(idOrName.toLowerCase());

export const servicePrincipalByAppId = (world: World, appId: string): ServicePrincipal | undefined =>
  indexOf(world).byAppId.get(appId.toLowerCase());

export const groupsHolding = (world: World, id: string): string[] =>
  indexOf(world).groupsOf.get(id.toLowerCase()) ?? [];

export const ownedBy = (world: World, id: string): string[] => indexOf(world).ownedBy.get(id.toLowerCase()) ?? [];

/** Everything reached over `next` from `start`, each once and `start` never, nearest first; cycles end the walk. */
const reachedFrom = (start: string, next: (id: string) => readonly string[]): string[] => {
  const seen = new Set([start.toLowerCase()]);
  const found: string[] = [];
  let frontier: readonly string[] = next(start);
  while (frontier.length > 0) {
    const fresh = frontier.filter((id) => !seen.has(id.toLowerCase()) && seen.add(id.toLowerCase()));
    found.push(...fresh);
    frontier = fresh.flatMap(next);
  }
  return found;
};

export const transitiveMembers = (world: World, groupId: string): string[] =>
  reachedFrom(groupId, (id) => world.groups.get(id.toLowerCase())?.members ?? []);

export const transitiveGroupsHolding = (world: World, id: string): string[] =>
  reachedFrom(id, (member) => groupsHolding(world, member));
