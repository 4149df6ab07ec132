import { refused, type Refused, type Stage } from "./request";

const unknown = "11111111-2222-4333-8444-555555555555";
const bad = "Request_BadRequest";
const batch = (requests: unknown) => ({ path: "/v1.0/$batch", body: { requests } });
const me = (id: string, more: object = {}) => ({ id, method: "GET", url: "/me", ...more });
const mira = ({ description }: Stage) => description.personas[0]?.objectId ?? "";
const as = (token: string) => ({ authorization: `Bearer ${token}` });

const permissions: Refused[] = [
  refused(
    "groups without consent",
    ({ narrow }) => ({ path: "/v1.0/groups", ...as(narrow) }),
    403,
    "Authorization_RequestDenied",
  ),
  refused(
    "names of tenants without consent",
    ({ narrow }) => ({
      path: `/v1.0/tenantRelationships/findTenantInformationByTenantId(tenantId='${unknown}')`,
      ...as(narrow),
    }),
    403,
    "Authorization_RequestDenied",
  ),
  refused(
    "getByIds without consent",
    ({ narrow }) => ({ path: "/v1.0/directoryObjects/getByIds", body: { ids: [unknown] }, ...as(narrow) }),
    403,
    "Authorization_RequestDenied",
  ),
];

const objects: Refused[] = [
  refused("an unknown user", () => ({ path: `/v1.0/users/${unknown}` }), 404, "Request_ResourceNotFound"),
  refused(
    "an unknown group's members",
    () => ({ path: `/v1.0/groups/${unknown}/members` }),
    404,
    "Request_ResourceNotFound",
  ),
  refused("a group by its name", () => ({ path: "/v1.0/groups/readers" }), 400, bad),
  refused("an unknown segment", () => ({ path: "/v1.0/colours" }), 400, bad),
  refused("a segment that is missing here", () => ({ path: "/v1.0/auditLogs/signIns" }), 501, "NotImplemented"),
  refused("the beta version", () => ({ path: "/beta/me" }), 501, "NotImplemented"),
  refused(
    "deleting a user",
    (stage) => ({ path: `/v1.0/users/${mira(stage)}`, method: "DELETE" }),
    501,
    "NotImplemented",
  ),
  refused("getByIds by GET", () => ({ path: "/v1.0/directoryObjects/getByIds" }), 405, bad),
];

const queries: Refused[] = [
  refused("an empty page", () => ({ path: "/v1.0/users?$top=0" }), 400, bad),
  refused("a page of 1,000", () => ({ path: "/v1.0/users?$top=1000" }), 400, bad),
  refused("an unknown property", () => ({ path: "/v1.0/users?$select=colour" }), 400, bad),
  refused("a filter that is none", () => ({ path: "/v1.0/users?$filter=displayName is 'a'" }), 400, bad),
  refused(
    "a negation without the header",
    () => ({ path: "/v1.0/users?$filter=accountEnabled ne true" }),
    400,
    "Request_UnsupportedQuery",
  ),
  refused(
    "a cast without the header",
    () => ({ path: "/v1.0/me/memberOf/microsoft.graph.group" }),
    400,
    "Request_UnsupportedQuery",
  ),
  refused("skipping", () => ({ path: "/v1.0/users?$skip=5" }), 400, bad),
  refused("expanding", () => ({ path: "/v1.0/groups?$expand=members" }), 501, "NotImplemented"),
  refused("a token of another list", () => ({ path: "/v1.0/users?$skiptoken=abc" }), 400, bad),
];

const bodies: Refused[] = [
  refused(
    "1,001 ids",
    () => ({ path: "/v1.0/directoryObjects/getByIds", body: { ids: Array.from({ length: 1001 }, () => unknown) } }),
    400,
    bad,
  ),
  refused("an id that is none", () => ({ path: "/v1.0/directoryObjects/getByIds", body: { ids: ["ada"] } }), 400, bad),
  refused("no ids", () => ({ path: "/v1.0/directoryObjects/getByIds", body: {} }), 400, bad),
  refused("getByIds without a body", () => ({ path: "/v1.0/directoryObjects/getByIds", method: "POST" }), 400, bad),
  refused("a batch of 21", () => batch(Array.from({ length: 21 }, (_, index) => me(String(index)))), 400, bad),
  refused("a batch of none", () => batch([]), 400, bad),
  refused("a batch with one id twice", () => batch([me("1"), me("1")]), 400, bad),
  refused("a batch that depends in a circle", () => batch([me("1", { dependsOn: ["1"] })]), 400, bad),
  refused("a batch that is not JSON", () => ({ path: "/v1.0/$batch", method: "POST", body: "[" }), 400, bad),
];

export const refusedGraph = [...permissions, ...objects, ...queries, ...bodies];
