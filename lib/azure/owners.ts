import type { PrincipalId } from "@/lib/domain/ids";
import type { Principal } from "@/lib/domain/principal";
import type { Azure } from "./client";
import { directoryRecord, indexed, typedServicePrincipal } from "./group-members";
import { all, pages } from "./paging";
import { id, objectOf, record, text, textOf, type Malformed, type Parse } from "./wire";

/** Whoever owns an application can give it a new password, and act as its service principal: the one with this `appId`. */
export type OwnedApplication = Readonly<{ appId: string; name: string }>;

export type Ownership = Readonly<{
  principals: readonly Principal[];
  applications: readonly OwnedApplication[];
  malformed: readonly Malformed[];
}>;

const select = "id,displayName,userPrincipalName,appId";

/**
 * Who owns a group: owners change its members, and are none themselves. Version 1.0 leaves service principals out of the
 * list, and tells of them under a cast of type alone. https://learn.microsoft.com/graph/api/group-list-owners
 * @throws AzureError
 */
export async function readGroupOwners(
  azure: Pick<Azure, "graph">,
  group: PrincipalId,
  signal?: AbortSignal,
): Promise<Ownership> {
  const path = `/v1.0/groups/${group}/owners`;
  const lists = await Promise.all([
    readObjects(azure, path, "GroupMember.Read.All", signal),
    readServicePrincipals(azure, `${path}/microsoft.graph.servicePrincipal`, "Application.Read.All", signal),
  ]);
  const principals = new Map(lists.flatMap((list) => list.principals).map((principal) => [principal.id, principal]));
  return { principals: [...principals.values()], applications: [], malformed: lists.flatMap((list) => list.malformed) };
}

/** @throws AzureError */
export const readServicePrincipalOwners = (azure: Pick<Azure, "graph">, id: PrincipalId, signal?: AbortSignal) =>
  readObjects(azure, `/v1.0/servicePrincipals/${id}/owners`, "Application.Read.All", signal);

/** Groups, service principals and applications that a person owns. @throws AzureError */
export const readOwnedBy = (azure: Pick<Azure, "graph">, user: PrincipalId, signal?: AbortSignal) =>
  readObjects(azure, `/v1.0/users/${user}/ownedObjects`, "Directory.Read.All", signal);

async function readObjects(
  { graph }: Pick<Azure, "graph">,
  path: string,
  needs: string,
  signal: AbortSignal | undefined,
): Promise<Ownership> {
  const query = { $select: select, $top: "999" };
  const { items, malformed } = await all(pages(graph, { path, query, needs, signal }, owned));
  return {
    principals: items.flatMap((item) => item.principal ?? []),
    applications: items.flatMap((item) => item.application ?? []),
    malformed,
  };
}

async function readServicePrincipals(
  { graph }: Pick<Azure, "graph">,
  path: string,
  needs: string,
  signal: AbortSignal | undefined,
): Promise<Ownership> {
  const query = { $count: "true", $select: "id,displayName,appId", $top: "999" };
  const request = { path, query, headers: indexed, needs, signal };
  const { items, malformed } = await all(
    pages(graph, request, (raw, report) => directoryRecord(typedServicePrincipal(raw), report)),
  );
  return { principals: items.flatMap((item) => item?.principal ?? []), applications: [], malformed };
}

const Application = record({ appId: id(String), displayName: text });

type Owned = Readonly<{ principal?: Principal; application?: OwnedApplication }>;

const owned: Parse<Owned> = (raw, report) => {
  if (textOf(objectOf(raw)?.["@odata.type"])?.toLowerCase() === "#microsoft.graph.application") {
    const { appId, displayName } = Application(raw);
    return { application: { appId, name: displayName ?? appId } };
  }
  const record = directoryRecord(raw, report);
  return record ? { principal: record.principal } : {};
};
