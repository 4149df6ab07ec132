import type { PrincipalId } from "@/lib/domain/ids";
import type { Principal } from "@/lib/domain/principal";
import { toPrincipal } from "./directory";
import { factsSelect, servicePrincipalSelect } from "./directory-facts";
import { malformed, type AzureError } from "./errors";
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

/** Graph's most. */
const pageSize = 999;
/** Asks Graph's index, which counts and casts: it may be some minutes behind. */
export const indexed = { ConsistencyLevel: "eventual" };

/** A list of a group's members: where it begins, where it goes on, and how its records read. */
export type MemberList = Readonly<{
  needs: string;
  first: (group: PrincipalId) => BatchPath;
  next: (url: string) => BatchPath;
  record: Parse<DirectoryRecord>;
}>;

/**
 * Everybody but service principals: version 1.0 leaves them out and does not say so.
 * https://learn.microsoft.com/graph/known-issues#get-groupsidmembers-doesnt-return-service-principals-in-v10
 */
export const members: MemberList = {
  needs: "GroupMember.Read.All",
  first: (group) => `/groups/${group}/members?$select=${factsSelect}&$top=${pageSize}`,
  next: (url) => url,
  record: (raw, report) => directoryRecord(raw, report),
};

/**
 * The service principals among them, which version 1.0 lists under a cast of type alone. A cast is asked of Graph's
 * index, with a header and a count; its records do not repeat the type.
 */
export const servicePrincipalMembers: MemberList = {
  needs: "Application.Read.All",
  first: (group) => ({
    url: `/groups/${group}/members/microsoft.graph.servicePrincipal?$count=true&$select=${servicePrincipalSelect}&$top=${pageSize}`,
    headers: indexed,
  }),
  next: (url) => ({ url, headers: indexed }),
  record: (raw, report) => directoryRecord(typedServicePrincipal(raw), report),
};

/** Graph refuses a cast to what such a group, a Microsoft 365 group for one, never holds. */
export const holdsNoSuchMember = ({ code }: AzureError): boolean => code === "Request_UnsupportedQuery";

/** Graph counts members in its index, which it asks only with this header. */
export const memberCountPath = (group: PrincipalId): BatchPath => ({
  url: `/groups/${group}/members?$count=true&$top=1&$select=id`,
  headers: indexed,
});

export const memberCountIn = (body: unknown): number | undefined => countOf(objectOf(body)?.["@odata.count"]);

const holders: readonly string[] = ["user", "group", "serviceprincipal"].map((kind) => `#microsoft.graph.${kind}`);

/** A record without a type may be anybody, so it is kept. */
export const directoryRecord: Parse<DirectoryRecord> = (raw, report) => {
  const type = textOf(objectOf(raw)?.["@odata.type"])?.toLowerCase();
  if (type !== undefined && !holders.includes(type)) return undefined;
  return { principal: toPrincipal(raw, report), raw };
};

export const typedServicePrincipal = (raw: unknown): unknown =>
  objectOf(raw) ? { "@odata.type": "#microsoft.graph.servicePrincipal", ...objectOf(raw) } : raw;

/** @throws AzureError if it is no page, or leads elsewhere */
export function recordsPage(graph: ServiceClient, { record }: MemberList, body: unknown): RecordsPage {
  const { items, malformed: unread, nextLink } = parsed(graph, () => page(record)(body));
  return { records: items, malformed: unread, next: nextLink && pathBelowVersion(graph, nextLink) };
}

/** Graph's links are whole addresses; a batch takes them without host and version. */
function pathBelowVersion(graph: ServiceClient, link: string): string {
  if (!isBelow(graph.endpoint, link)) throw strangeHost(graph.service, link);
  const { pathname, search } = new URL(link);
  if (!pathname.startsWith("/v1.0/")) throw malformed(graph.service, "a list leads on to another version.");
  return `${pathname.slice("/v1.0".length)}${search}`;
}
