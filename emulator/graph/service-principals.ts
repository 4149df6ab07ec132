import type { ServicePrincipal } from "../world";
import {
  entriesById,
  groupsHolding,
  ownedBy,
  servicePrincipalByAppId,
  servicePrincipals,
  transitiveGroupsHolding,
} from "./directory";
import { badRequest, notFound } from "./errors";
import { isGuid } from "./guid";
import { visibleGroups } from "./hidden-membership";
import { readsApplications } from "./permissions";
import type { Ask, Route } from "./route";

const servicePrincipalIn = ({ call, params }: Ask): ServicePrincipal => {
  const id = params.id ?? params.appId ?? "";
  if (!isGuid(id)) throw badRequest(`Invalid object identifier '${id}'.`);
  const found =
    params.id === undefined
      ? servicePrincipalByAppId(call.world, id)
      : call.world.servicePrincipals.get(id.toLowerCase());
  if (!found) throw notFound(id);
  return found;
};

/** A service principal may read itself without being granted anything. */
const self = { permissions: readsApplications, own: [] } as const;

const entityAt = (path: string): Route => ({
  path,
  kind: "entity",
  method: "GET",
  ...self,
  of: "servicePrincipal",
  entity: (ask) => ({ kind: "servicePrincipal", row: servicePrincipalIn(ask) }),
});

const relationsAt = (path: string): Route[] => [
  {
    path: `${path}/owners`,
    kind: "list",
    method: "GET",
    permissions: readsApplications,
    of: "directoryObject",
    list: (ask) => entriesById(ask.call.world, servicePrincipalIn(ask).owners),
  },
  {
    path: `${path}/memberOf`,
    kind: "list",
    method: "GET",
    permissions: readsApplications,
    of: "directoryObject",
    list: (ask) => visibleGroups(ask.call, groupsHolding(ask.call.world, servicePrincipalIn(ask).id)),
  },
  {
    path: `${path}/transitiveMemberOf`,
    kind: "list",
    method: "GET",
    permissions: readsApplications,
    of: "directoryObject",
    list: (ask) => visibleGroups(ask.call, transitiveGroupsHolding(ask.call.world, servicePrincipalIn(ask).id)),
  },
  {
    path: `${path}/ownedObjects`,
    kind: "list",
    method: "GET",
    permissions: readsApplications,
    of: "directoryObject",
    list: (ask) => entriesById(ask.call.world, ownedBy(ask.call.world, servicePrincipalIn(ask).id)),
  },
];

const addresses = ["servicePrincipals/{id}", "servicePrincipals(appId='{appId}')"];

export const servicePrincipalRoutes: readonly Route[] = [
  {
    path: "servicePrincipals",
    kind: "list",
    method: "GET",
    permissions: readsApplications,
    of: "servicePrincipal",
    list: ({ call }) => servicePrincipals(call.world),
  },
  ...addresses.map(entityAt),
  ...addresses.flatMap(relationsAt),
];
