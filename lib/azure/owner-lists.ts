import type { PrincipalId } from "@/lib/domain/ids";
import type { BatchPath } from "./graph-batch";
import { indexed, members, servicePrincipalMembers, type MemberList } from "./group-members";

const select = "$select=id,displayName,userPrincipalName,appId&$top=999";

/** Parts of a batch that list owners, each with the permission that it needs; its records are read as members are. */
export type OwnerList = Readonly<{ path: BatchPath; needs: string; records: Pick<MemberList, "record"> }>;

/**
 * The lists of a group's owners. Version 1.0 leaves service principals out of the first, and tells of them in the second,
 * which Graph answers from its index alone. https://learn.microsoft.com/graph/api/group-list-owners
 */
export const groupOwnerLists = (group: PrincipalId): readonly OwnerList[] => [
  { path: `/groups/${group}/owners?${select}`, needs: "GroupMember.Read.All", records: members },
  {
    path: {
      url: `/groups/${group}/owners/microsoft.graph.servicePrincipal?$count=true&$select=id,displayName,appId&$top=999`,
      headers: indexed,
    },
    needs: "Application.Read.All",
    records: servicePrincipalMembers,
  },
];

export const servicePrincipalOwnerLists = (id: PrincipalId): readonly OwnerList[] => [
  { path: `/servicePrincipals/${id}/owners?${select}`, needs: "Application.Read.All", records: members },
];
