import { describe, expect, test } from "vitest";
import { ask } from "../testing/ask";
import { testWorld } from "../testing/test-world";

const world = testWorld();
const refused = async (query: string) => {
  const { status, body } = await ask({ query }, { world });
  return { status, code: body.error.code, target: body.error.target, details: body.error.details ?? [] };
};

describe("a query with a syntax error says where", () => {
  const cases: [query: string, line: number, position: number, token: string, expected: string][] = [
    ["Resources | where (name == 'a'", 1, 30, "<EOF>", ")"],
    ["Resources | where name ==", 1, 25, "<EOF>", "expression"],
    ["Resources\n| where name == 'a'\n| order id", 3, 8, "id", "by"],
    ["Resources | summarize count( by type", 1, 29, "by", ")"],
    ["where (name == 'a'", 1, 18, "<EOF>", ")"],
    ["// a comment\nwhere (name == 'a'", 2, 18, "<EOF>", ")"],
    ["Resources | where name == 'open", 1, 31, "<EOF>", "'"],
    ["Resources |", 1, 11, "<EOF>", "Query operator expected."],
    ["Resources | nonsense", 1, 12, "nonsense", "Query operator expected."],
  ];
  for (const [query, line, characterPositionInLine, token, expectedToken] of cases)
    test(query, async () => {
      const { status, code, details } = await refused(query);
      expect({ status, code }).toEqual({ status: 400, code: "BadRequest" });
      expect(details[0]).toMatchObject({ code: "InvalidQuery" });
      expect(details[1]).toEqual({
        code: "ParserFailure",
        message: "ParserFailure",
        line,
        characterPositionInLine,
        token,
        expectedToken,
      });
    });
});

describe("a query that Resource Graph would not run", () => {
  const cases: [query: string, code: string, more: Record<string, unknown>][] = [
    [
      "Nothing | count",
      "DisallowedLogicalTableName",
      { message: "Table Nothing is invalid, unsupported or disallowed." },
    ],
    ["Resources | where unknown == 'a'", "SemanticError", { token: "unknown" }],
    ["Resources | project id | where name == 'a'", "SemanticError", { token: "name" }],
    ["Resources | where nofunction(name) == 'a'", "SemanticError", { token: "nofunction" }],
    ["Resources | where name > 5", "SemanticError", { token: ">" }],
    ["Resources | where name > 'a'", "SemanticError", { token: ">" }],
    ["Resources | where name + 'a' == 'b'", "SemanticError", { token: "+" }],
    ["Resources | where name", "SemanticError", { token: "name" }],
    ["Resources | summarize count() by properties.a", "SemanticError", { token: "properties.a" }],
    ["Resources | order by properties.a asc", "SemanticError", { token: "properties.a asc" }],
    ["Resources | where properties.timeCreated > ago(1d)", "SemanticError", { token: ">" }],
    ["Resources | top 3 by properties.a", "SemanticError", {}],
    ["Resources | distinct tags", "SemanticError", { token: "tags" }],
    ["Resources | join (ResourceContainers) on properties", "SemanticError", {}],
    [
      "Resources | extend a = properties.a | join kind=inner (ResourceContainers | extend b = properties.b) on $left.a == $right.b",
      "SemanticError",
      {},
    ],
    ["Resources | summarize sum(properties.size)", "SemanticError", { token: "properties.size" }],
    ["Resources | take -1", "SemanticError", {}],
    ["Resources | take 'x'", "SemanticError", { token: "'x'" }],
    ["Resources | project a = name, a = id", "SemanticError", { token: "a" }],
    ["Resources | where todatetime('x') == datetime(2026-13-45)", "SemanticError", {}],
    ["Resources | render table", "InvalidQueryLanguage", { line: -1, characterPositionInLine: -1, token: "render" }],
    ["Resources | evaluate bag_unpack(tags)", "InvalidQueryLanguage", { token: "evaluate" }],
    ["search 'web01'", "InvalidQueryLanguage", { token: "search" }],
    ["find where name == 'a'", "InvalidQueryLanguage", { token: "find" }],
    ["print 1", "InvalidQueryLanguage", { token: "print" }],
    ["range x from 1 to 3 step 1", "InvalidQueryLanguage", { token: "range" }],
    ["datatable(a: string)['x']", "InvalidQueryLanguage", { token: "datatable" }],
    ["Resources | serialize", "InvalidQueryLanguage", { token: "serialize" }],
    ["Resources | project-rename label = name", "InvalidQueryLanguage", { token: "project-rename" }],
    ["Resources | getschema", "InvalidQueryLanguage", { token: "getschema" }],
    [
      "Resources | where id in ((Resources | sample-distinct 3 of id))",
      "InvalidQueryLanguage",
      { token: "sample-distinct" },
    ],
    ["cluster('other').database('db').Resources", "InvalidQueryLanguage", {}],
    [
      "Resources | join kind=leftanti (ResourceContainers) on subscriptionId",
      "UnsupportedJoinFlavor",
      { token: "leftanti" },
    ],
    [
      "Resources | join kind=rightouter (ResourceContainers) on subscriptionId",
      "UnsupportedJoinFlavor",
      { token: "rightouter" },
    ],
    [
      "Resources | join hint.strategy=broadcast (ResourceContainers) on subscriptionId",
      "InvalidQueryLanguage",
      { token: "hint.strategy" },
    ],
    ["Resources | mv-expand zones limit 401", "MvExpandRowLimitExceeded", { token: "401" }],
    [`Resources ${"| mv-expand zones ".repeat(4)}`, "DisallowedMaxNumberOfOperators", { token: "mv-expand" }],
    [
      `Resources | project id ${"| join (Resources | project id) on id | project id ".repeat(4)}`,
      "DisallowedMaxNumberOfOperators",
      { token: "join" },
    ],
    ["union Resources, Resources, Resources, Resources", "DisallowedMaxNumberOfOperators", { token: "union leg" }],
    [
      `Resources | project id, subscriptionId
       | join (ManagedServicesResources | project subscriptionId) on subscriptionId | project id, subscriptionId
       | join (AuthorizationResources | project subscriptionId) on subscriptionId`,
      "DisallowedMaxNumberOfRemoteTables",
      {},
    ],
  ];
  for (const [query, code, more] of cases)
    test(query, async () => {
      const answer = await refused(query);
      expect(answer).toMatchObject({ status: 400, code: "BadRequest" });
      expect(answer.details[0]).toMatchObject({ code: "InvalidQuery" });
      expect(answer.details[1]).toMatchObject({ code, ...more });
    });
});

describe("what is not implemented is named", () => {
  const cases: [query: string, what: string][] = [
    ["ResourceChanges | count", "the table ResourceChanges"],
    ["Resources | join kind=inner (securityresources) on id", "the table securityresources"],
    ["Resources | where name matches regex '^w'", "matches regex"],
    ["Resources | extend a = extract('a', 0, name)", "the function extract"],
    ["Resources | project base64_encode_tostring(name)", "the function base64_encode_tostring"],
    ["Resources | project hash(name)", "hash() without a modulus"],
    ["Resources | project trim('[ab]+', name)", "trim with the pattern [ab]+"],
    ["Resources | parse kind=regex name with 'a' b", "parse kind=regex"],
    ["Resources | summarize stdev(toint(sku.capacity))", "the function stdev"],
    ["Resources | summarize percentiles(toint(sku.capacity), 5, 50)", "the function percentiles"],
    ["Resources | where * has 'web'", "the expression *"],
    [
      "Resources | where properties.timeCreated == now()",
      "comparing dynamic with datetime (convert it with todatetime())",
    ],
    ["Resources | project toscalar(ResourceContainers | count)", "the expression toscalar"],
    ["let f = (a: string) { strcat(a, 'x') }; Resources | project f(name)", "let with a function"],
    ["Resources | project format_datetime(now(), 'dddd')", "format_datetime with the pattern dddd"],
    ["Resources | mv-expand with_itemindex=i zones", "mv-expand with_itemindex"],
    ["{{/subscriptions/x/resourceGroups/y/providers/Microsoft.ResourceGraph/queries/z}}", "shared queries ({{…}})"],
    ["Resources; ResourceContainers", "several results in one query"],
    [
      "Resources | project name, kind | union kind=inner (Resources | project name)",
      "union kind=inner of tables with different columns",
    ],
  ];
  for (const [query, what] of cases)
    test(query, async () => {
      expect(await refused(query)).toEqual({ status: 501, code: "NotImplemented", target: what, details: [] });
    });
});

test("a query nested without end is refused before anything parses it", async () => {
  const { status, details } = await refused(`Resources | where ${"(".repeat(20_000)}1${")".repeat(20_000)} == 1`);
  expect({ status, code: details[0]?.code }).toEqual({ status: 400, code: "InvalidQuery" });
});
