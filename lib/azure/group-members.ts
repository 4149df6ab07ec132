import type { PrincipalId } from "@/lib/domain/ids";
import type { Principal } from "@/lib/domain/principal";
import { toPrincipal } from "./directory";
import { factsSelect } from "./directory-facts";
import { malformed } from "./errors";
import type { BatchPath } from "./graph-batch";
import { isBelow, strangeHost } from "./pipeline/host-guard";
import { parsed, type ServiceClient } from "./service-client";
import { countOf, objectOf, page, textOf, type Malformed, type Parse } from "./wire";

/** A principal with the record it was read from; undefined stands for what can hold no role, such as a device. */
export type DirectoryRecord = Readonly<{ principal: Principal; raw: unknown }> | undefined;

/** Part of a list of directory objects. `next` is the path of the part after it. */
export type RecordsPage = Readonly<{
  records: readonly DirectoryRecord[];
  malformed: readonly Malformed[];
  next: string | undefined;
}>;

export const membersNeed = "GroupMember.Read.All";
/** Graph's most. */
const pageSize = 999;

export const membersPath = (group: PrincipalId): string =>
  `/groups/${group}/members?$select=${factsSelect}&$top=${pageSize}`;

/** Graph counts members in its index, which it asks only with this header. */
export const memberCountPath = (group: PrincipalId): BatchPath => ({
  url: `/groups/${group}/members?$count=true&$top=1&$select=id`,
  headers: { ConsistencyLevel: "eventual" },
});

export const memberCountIn = (body: unknown): number | undefined => countOf(objectOf(body)?.["@odata.count"]);

const holders: readonly string[] = ["user", "group", "serviceprincipal"].map((kind) => `#microsoft.graph.${kind}`);

/** A record without a type may be anybody, so it is kept. */
export const directoryRecord: Parse<DirectoryRecord> = (raw, report) => {
  const type = textOf(objectOf(raw)?.["@odata.type"])?.toLowerCase();
  if (type !== undefined && !holders.includes(type)) return undefined;
  return { principal: toPrincipal(raw, report), raw };
};

/** @throws AzureError if it is no page, or leads elsewhere */
export function recordsPage(graph: ServiceClient, body: unknown): RecordsPage {
  const { items, malformed: unread, nextLink } = parsed(graph, () => page(directoryRecord)(body));
  return { records: items, malformed: unread, next: nextLink && pathBelowVersion(graph, nextLink) };
}

/** Graph's links are whole addresses; a batch takes them without host and version. */
function pathBelowVersion(graph: ServiceClient, link: string): string {
  if (!isBelow(graph.endpoint, link)) throw strangeHost(graph.service, link);
  const { pathname, search } = new URL(link);
  if (!pathname.startsWith("/v1.0/")) throw malformed(graph.service, "a list leads on to another version.");
  return `${pathname.slice("/v1.0".length)}${search}`;
}
