import { refused, type Asked, type Refused } from "./request";

const path = "/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01";
const query = "Resources | project id";
const asks = (body: unknown, more: Partial<Asked> = {}): Asked => ({ path, method: "POST", body, ...more });
const kql = (text: string): Asked => asks({ query: text });
const unknown = "11111111-2222-4333-8444-555555555555";

const ofQueries: Refused[] = [
  refused(
    "a misspelt operator",
    () => kql("Resources | whre type == 'a'"),
    400,
    "BadRequest",
    "InvalidQuery",
    "ParserFailure",
  ),
  refused("an unfinished query", () => kql("Resources | where type =="), 400, "BadRequest", "ParserFailure"),
  refused("an unknown table", () => kql("Colours | limit 1"), 400, "BadRequest", "InvalidQuery"),
  refused("an unknown column", () => kql("Resources | project colour"), 400, "BadRequest", "InvalidQuery"),
  refused("an unknown function", () => kql("Resources | extend a = colour(id)"), 400, "BadRequest", "InvalidQuery"),
  refused("sorting by a dynamic value", () => kql("Resources | order by properties"), 400, "BadRequest"),
  refused("drawing a chart", () => kql("Resources | summarize count() by type | render piechart"), 400, "BadRequest"),
  refused("no query", () => asks({}), 400, "BadRequest", "InvalidQuery"),
];

const ofRequests: Refused[] = [
  refused(
    "JSON that does not say so",
    () => asks(JSON.stringify({ query }), { headers: { "Content-Type": "text/plain" } }),
    500,
    "InternalServerError",
  ),
  refused("what is not JSON", () => asks("{", { headers: { "Content-Type": "application/json" } }), 400, "BadRequest"),
  refused(
    "no api-version",
    () => asks({ query }, { path: path.split("?")[0] ?? "" }),
    400,
    "MissingApiVersionParameter",
  ),
  refused(
    "a version that was never published",
    () => asks({ query }, { path: path.replace("2022", "2033") }),
    400,
    "NoRegisteredProviderFound",
  ),
  refused("a query by GET", () => ({ path }), 405, "MethodNotAllowed"),
  refused(
    "1,001 subscriptions",
    () => asks({ query, subscriptions: Array.from({ length: 1001 }, () => unknown) }),
    400,
    "BadRequest",
  ),
  refused(
    "a subscription that is no id",
    () => asks({ query, subscriptions: ["prod"] }),
    400,
    "BadRequest",
    "SubscriptionsContainInvalidGuids",
  ),
  refused(
    "only subscriptions that cannot be read",
    () => asks({ query, subscriptions: [unknown] }),
    400,
    "BadRequest",
    "NoValidSubscriptionsInQueryRequest",
  ),
  refused(
    "subscriptions and management groups",
    () => asks({ query, subscriptions: [unknown], managementGroups: ["a"] }),
    400,
    "BadRequest",
  ),
  refused("no rows to a page", () => asks({ query, options: { $top: 0 } }), 400, "BadRequest"),
  refused("1,001 rows to a page", () => asks({ query, options: { $top: 1001 } }), 400, "BadRequest"),
  refused("fewer than no rows to skip", () => asks({ query, options: { $skip: -1 } }), 400, "BadRequest"),
  refused("a skip token that was not given", () => asks({ query, options: { $skipToken: "abc" } }), 400, "BadRequest"),
  refused("an unknown format", () => asks({ query, options: { resultFormat: "csv" } }), 400, "BadRequest"),
  refused("17 million characters", () => asks({ query: `Resources | where name == '${"a".repeat(17_000_000)}'` }), 413),
];

export const refusedResourceGraph = [...ofQueries, ...ofRequests];
