import { entriesById, groupsHolding, ownedBy, transitiveGroupsHolding, userByName, users } from "./directory";
import { notFound } from "./errors";
import { visibleGroups } from "./hidden-membership";
import { readsUsers } from "./permissions";
import type { Ask, Route } from "./route";

const userIn = ({ call, params }: Ask) => {
  const user = userByName(call.world, params.id ?? "");
  if (!user) throw notFound(params.id ?? "");
  return user;
};

const memberships = ["Directory.Read.All", "GroupMember.Read.All", "Group.Read.All", "User.Read.All"];

export const userRoutes: readonly Route[] = [
  {
    path: "users",
    kind: "list",
    method: "GET",
    units: 2,
    permissions: readsUsers,
    of: "user",
    list: ({ call }) => users(call.world),
  },
  {
    path: "users/{id}",
    kind: "entity",
    method: "GET",
    permissions: readsUsers,
    own: ["User.Read"],
    of: "user",
    entity: (ask) => ({ kind: "user", row: userIn(ask) }),
  },
  {
    path: "users/{id}/memberOf",
    kind: "list",
    method: "GET",
    units: 2,
    permissions: memberships,
    own: ["User.Read"],
    of: "directoryObject",
    list: (ask) => visibleGroups(ask.call, groupsHolding(ask.call.world, userIn(ask).id)),
  },
  {
    path: "users/{id}/transitiveMemberOf",
    kind: "list",
    method: "GET",
    units: 2,
    permissions: memberships,
    own: ["User.Read"],
    of: "directoryObject",
    list: (ask) => visibleGroups(ask.call, transitiveGroupsHolding(ask.call.world, userIn(ask).id)),
  },
  {
    path: "users/{id}/ownedObjects",
    kind: "list",
    method: "GET",
    units: 2,
    permissions: ["User.Read.All", "Directory.Read.All"],
    own: ["User.Read"],
    of: "directoryObject",
    list: (ask) => entriesById(ask.call.world, ownedBy(ask.call.world, userIn(ask).id)),
  },
];
