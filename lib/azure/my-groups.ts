import { principalId, type PrincipalId } from "@/lib/domain/ids";
import type { Azure } from "./client";
import { all, pages } from "./paging";
import { id, record } from "./wire";

const Group = record({ id: id(principalId) });

/**
 * The groups that the signed-in person is in, directly or through others. User.Read is enough for it, which everybody
 * has; groups whose membership is hidden are left out by Graph. @throws AzureError
 */
export async function readMyGroups(
  { graph }: Pick<Azure, "graph">,
  signal?: AbortSignal,
): Promise<ReadonlySet<PrincipalId>> {
  const path = "/v1.0/me/transitiveMemberOf";
  const query = { $select: "id", $top: "999" };
  const { items } = await all(pages(graph, { path, query, needs: "User.Read", signal }, Group));
  return new Set(items.map((group) => group.id));
}
