import { entriesById, groups, groupsHolding, transitiveGroupsHolding, transitiveMembers } from "./directory";
import { badRequest, notFound } from "./errors";
import { isGuid } from "./guid";
import { visibleGroups, visibleMembers } from "./hidden-membership";
import { readsGroups, readsMembers } from "./permissions";
import type { Ask, Route } from "./route";

const groupIn = ({ call, params }: Ask) => {
  const id = params.id ?? "";
  if (!isGuid(id)) throw badRequest(`Invalid object identifier '${id}'.`);
  const group = call.world.groups.get(id.toLowerCase());
  if (!group) throw notFound(id);
  return group;
};

export const groupRoutes: readonly Route[] = [
  {
    path: "groups",
    kind: "list",
    method: "GET",
    permissions: readsGroups,
    of: "group",
    list: ({ call }) => groups(call.world),
  },
  {
    path: "groups/{id}",
    kind: "entity",
    method: "GET",
    permissions: readsGroups,
    of: "group",
    entity: (ask) => ({ kind: "group", row: groupIn(ask) }),
  },
  {
    path: "groups/{id}/members",
    kind: "list",
    method: "GET",
    units: 3,
    permissions: readsMembers,
    of: "directoryObject",
    onlyCastShowsServicePrincipals: true,
    never: (ask) => (groupIn(ask).groupTypes.includes("Unified") ? ["group", "servicePrincipal"] : []),
    list: (ask) => visibleMembers(ask.call, groupIn(ask), groupIn(ask).members),
  },
  {
    path: "groups/{id}/transitiveMembers",
    kind: "list",
    method: "GET",
    units: 5,
    permissions: readsMembers,
    of: "directoryObject",
    list: (ask) => visibleMembers(ask.call, groupIn(ask), transitiveMembers(ask.call.world, groupIn(ask).id)),
  },
  {
    path: "groups/{id}/owners",
    kind: "list",
    method: "GET",
    permissions: readsGroups,
    of: "directoryObject",
    onlyCastShowsServicePrincipals: true,
    list: (ask) => entriesById(ask.call.world, groupIn(ask).owners),
  },
  {
    path: "groups/{id}/memberOf",
    kind: "list",
    method: "GET",
    permissions: readsGroups,
    of: "directoryObject",
    list: (ask) => visibleGroups(ask.call, groupsHolding(ask.call.world, groupIn(ask).id)),
  },
  {
    path: "groups/{id}/transitiveMemberOf",
    kind: "list",
    method: "GET",
    permissions: readsGroups,
    of: "directoryObject",
    list: (ask) => visibleGroups(ask.call, transitiveGroupsHolding(ask.call.world, groupIn(ask).id)),
  },
];
