import type { PrincipalId } from "@/lib/domain/ids";
import type { BatchPath } from "./graph-batch";

const select = "$select=id,displayName,userPrincipalName,appId&$top=999";

/** Parts of a batch that list owners, each with the permission that it needs. */
export type OwnerList = Readonly<{ path: BatchPath; needs: string }>;

/**
 * The lists of a group's owners. Version 1.0 leaves service principals out of the first, and tells of them in the second,
 * which Graph answers from its index alone. https://learn.microsoft.com/graph/api/group-list-owners
 */
export const groupOwnerLists = (group: PrincipalId): readonly OwnerList[] => [
  { path: `/groups/${group}/owners?${select}`, needs: "GroupMember.Read.All" },
  {
    path: {
      url: `/groups/${group}/owners/microsoft.graph.servicePrincipal?$count=true&$select=id,displayName,appId&$top=999`,
      headers: { ConsistencyLevel: "eventual" },
    },
    needs: "Application.Read.All",
  },
];

export const servicePrincipalOwnerLists = (id: PrincipalId): readonly OwnerList[] => [
  { path: `/servicePrincipals/${id}/owners?${select}`, needs: "Application.Read.All" },
];
