import type { Deed, Seen } from "@/lib/azure/testing/scripted";
import { principalId, type PrincipalId } from "@/lib/domain/ids";

export type Wire = Readonly<Record<string, unknown>> & Readonly<{ "@odata.type": string; id: string }>;

export const guid = (kind: number, number: number) =>
  `${String(kind).padStart(8, "0")}-0000-4000-8000-${String(number).padStart(12, "0")}`;
export const idOf = ({ id }: { id: string }): PrincipalId => principalId(id)!;

export const user = (number: number, more: object = {}): Wire => ({
  "@odata.type": "#microsoft.graph.user",
  id: guid(1, number),
  displayName: `User ${number}`,
  userPrincipalName: `user${number}@msp.example`,
  accountEnabled: true,
  userType: "Member",
  ...more,
});

export const group = (number: number, more: object = {}): Wire => ({
  "@odata.type": "#microsoft.graph.group",
  id: guid(2, number),
  displayName: `Group ${number}`,
  groupTypes: [],
  securityEnabled: true,
  mailEnabled: false,
  isAssignableToRole: null,
  visibility: null,
  ...more,
});

export const servicePrincipal = (number: number, more: object = {}): Wire => ({
  "@odata.type": "#microsoft.graph.servicePrincipal",
  id: guid(3, number),
  displayName: `Robot ${number}`,
  appId: guid(4, number),
  servicePrincipalType: "Application",
  accountEnabled: true,
  appOwnerOrganizationId: null,
  keyCredentials: [],
  passwordCredentials: [],
  ...more,
});

export type Part = Readonly<{ status: number; body?: unknown; headers?: Record<string, string> }>;

type Options = Readonly<{
  objects: readonly Wire[];
  members?: Readonly<Record<string, readonly string[]>>;
  applications?: Readonly<Record<string, unknown>>;
  pageSize?: number;
  /** Takes the place of the right answer to a part of a batch, or to a call beside batches. */
  spoil?: (url: string) => Part | undefined;
}>;

export const denied: Part = {
  status: 403,
  body: { error: { code: "Authorization_RequestDenied", message: "Insufficient privileges." } },
};
const missing: Part = {
  status: 404,
  body: { error: { code: "Request_ResourceNotFound", message: "No such object." } },
};

export const unsupported: Part = {
  status: 400,
  body: { error: { code: "Request_UnsupportedQuery", message: "The cast is not supported." } },
};

const isServicePrincipal = (record: Wire) => record["@odata.type"] === "#microsoft.graph.servicePrincipal";
const onSelectOnly = ["accountEnabled", "userType"];

/** Microsoft Graph over a small directory; `calls` are requests, `parts` the paths that batches held. */
export function graphServer({ objects, members = {}, applications = {}, pageSize = 999, spoil }: Options) {
  const byId = new Map(objects.map((one) => [one.id, one]));
  const calls: { path: string; size: number }[] = [];
  const parts: string[] = [];

  const one = (url: string, headers: Readonly<Record<string, string>> = {}): Part => {
    const instead = spoil?.(url);
    if (instead) return instead;
    const { pathname, searchParams } = new URL(url, "https://graph.microsoft.com");
    const [, folder = "", id = "", relation, cast] = pathname.split("/");
    if (folder.startsWith("applications(")) {
      const body = applications[/'(.*)'/.exec(folder)?.[1] ?? ""];
      return body ? { status: 200, body } : missing;
    }
    const found = byId.get(id);
    if (!found || !`${found["@odata.type"]}s`.endsWith(`.${folder}`)) return missing;
    if (relation !== "members") return { status: 200, body: { ...found, "@odata.type": undefined } };
    const held = (members[id] ?? []).flatMap((member) => byId.get(member) ?? []);
    const isAdvanced = searchParams.get("$count") === "true" && headers["ConsistencyLevel"] === "eventual";
    if (cast && (!isAdvanced || cast !== "microsoft.graph.servicePrincipal")) return unsupported;
    const all = held.filter((member) => isServicePrincipal(member) === Boolean(cast));
    if (!cast && searchParams.get("$count"))
      return { status: 200, body: { "@odata.count": all.length, value: all.slice(0, 1) } };
    const from = Number(searchParams.get("$skiptoken") ?? 0);
    const options = `${cast ? "$count=true&" : ""}$skiptoken=${from + pageSize}`;
    const next = `https://graph.microsoft.com/v1.0${pathname}?${options}`;
    const bare = (member: Wire) => (cast ? { ...member, "@odata.type": undefined } : member);
    const value = all.slice(from, from + pageSize).map(bare);
    return { status: 200, body: { value, ...(from + pageSize < all.length && { "@odata.nextLink": next }) } };
  };

  const serve = ({ url, body }: Seen): Deed => {
    const path = url.pathname.slice("/v1.0".length);
    if (path === "/$batch") {
      const { requests } = body as { requests: { id: string; url: string; headers?: Record<string, string> }[] };
      calls.push({ path, size: requests.length });
      parts.push(...requests.map((request) => request.url));
      return { body: { responses: requests.map(({ id, url, headers }) => ({ id, ...one(url, headers) })).reverse() } };
    }
    const { ids } = body as { ids: string[] };
    calls.push({ path, size: ids.length });
    const bare = (record: Wire) =>
      Object.fromEntries(
        Object.entries(record).filter(
          ([name]) => record["@odata.type"] !== "#microsoft.graph.user" || !onSelectOnly.includes(name),
        ),
      );
    return spoil?.(path) ?? { body: { value: ids.flatMap((id) => byId.get(id) ?? []).map(bare) } };
  };
  const to = (path: string) => calls.filter((call) => call.path === path).map(({ size }) => size);
  return { serve, parts, batches: () => to("/$batch"), together: () => to("/directoryObjects/getByIds") };
}
