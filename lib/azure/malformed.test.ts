import { describe, expect, it } from "vitest";
import { listRoles } from "./authorization";
import type { Azure } from "./client";
import { readMe, readPrincipals } from "./directory";
import { AzureError } from "./errors";
import { createManagedServicesClient } from "./managed-services/client";
import { all } from "./paging";
import { queryResourceGraph } from "./resource-graph";
import { listSubscriptions, listTenants, subscriptionRow } from "./subscriptions";
import { readTenantNames } from "./tenant-names";
import { scripted, type Reply } from "./testing/scripted";
import { principalId, tenantId } from "@/lib/domain/ids";

const deep = (opening: string, closing: string) => `${opening.repeat(10_000)}1${closing.repeat(10_000)}`;
const garbage = "x\u0000\uFFFD".repeat(350_000);
const guid = "11111111-2222-3333-4444-555555555555";

const answers: Record<string, Reply> = {
  nothing: { text: "" },
  spaces: { text: "   \n" },
  "a byte order mark alone": { text: "\uFEFF" },
  "1 MB of garbage": { text: garbage },
  "1 MB of garbage that begins as JSON": { text: `{"value":[${garbage}` },
  "JSON cut off within a string": { text: '{"value":[{"id":"/subscr' },
  "JSON cut off within a list": { text: '{"value":[{},' },
  "JSON with something behind it": { text: '{"value":[]}<!-- injected -->' },
  HTML: { text: "<!doctype html><html><body>Sign in to the Wi-Fi</body></html>" },
  "HTML that calls itself JSON": { text: "<html>", headers: { "content-type": "application/json" } },
  XML: { text: '<?xml version="1.0"?><Error/>' },
  "text of another charset": { text: '\uFFFD{\u0000"\u0000v\u0000' },
  null: { text: "null" },
  true: { text: "true" },
  "a number": { text: "42" },
  "a string": { text: '"value"' },
  "a list where an object belongs": { text: "[]" },
  "a list of pages": { text: '[{"value":[]}]' },
  "an empty object": { text: "{}" },
  "value null": { body: { value: null, data: null, responses: null } },
  "value an object": { body: { value: {}, data: {}, responses: {} } },
  "value a string": { body: { value: "none", data: "none", responses: "none" } },
  "records that are null": {
    body: { value: [null, null], data: [null, null], totalRecords: 2, responses: [null, null] },
  },
  "records that are numbers": { body: { value: [1, 2], data: [1, 2], totalRecords: 2, responses: [1, 2] } },
  "records that are lists": { body: { value: [[], [[]]], data: [[], [[]]], totalRecords: 2, responses: [[], [[]]] } },
  "records without any field": { body: { value: [{}, {}], data: [{}, {}], totalRecords: 2, responses: [{}, {}] } },
  "fields that are null": {
    body: {
      value: [{ id: null, subscriptionId: null, tenantId: null, properties: null, displayName: null }],
      data: [{ id: null, subscriptionId: null, tenantId: null }],
      totalRecords: null,
      responses: [{ id: null, status: null, body: null }],
    },
  },
  "fields of another type": {
    body: {
      value: [{ id: 1, subscriptionId: {}, tenantId: [], properties: "x", displayName: 7 }],
      data: [{ id: {}, subscriptionId: 5 }],
      totalRecords: {},
      responses: [{ id: {}, status: "x", body: 1 }],
    },
  },
  "ids that are none": {
    body: {
      value: [{ id: "../..", subscriptionId: "javascript:1", tenantId: "%00" }],
      data: [{ id: "x", subscriptionId: "y" }],
      totalRecords: 1,
      responses: [],
    },
  },
  "a negative count": { body: { value: [], data: [], totalRecords: -5, responses: [] } },
  "a count beyond all measure": { body: { value: [], data: [], totalRecords: 1e300, responses: [] } },
  "a count that nobody could read": { body: { value: [], data: [], totalRecords: 9_000_000_000, responses: [] } },
  "keys named __proto__": {
    text: '{"__proto__":{"value":[{}],"polluted":1},"value":[{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}],"data":[{"__proto__":{"polluted":1}}],"totalRecords":1,"responses":[{"__proto__":{"polluted":1}}]}',
  },
  "10,000 lists in one another": { text: deep("[", "]") },
  "10,000 objects in one another": { text: deep('{"value":', "}") },
  "a record with 10,000 lists in one another": {
    text: `{"value":[{"id":${deep("[", "]")}}],"data":[{"id":${deep("[", "]")}}],"totalRecords":1,"responses":[${deep("[", "]")}]}`,
  },
  "10,000 records of nothing": {
    text: `{"value":[${"0,".repeat(9_999)}0],"data":[],"totalRecords":0,"responses":[]}`,
  },
  "a link to another host": {
    body: {
      value: [],
      nextLink: "https://evil.example/x",
      "@odata.nextLink": "https://evil.example/x",
      data: [],
      totalRecords: 0,
      responses: [],
    },
  },
  "a link to a name that begins like ours": {
    body: {
      value: [],
      nextLink: "https://management.azure.com.evil.example/",
      data: [],
      totalRecords: 0,
      responses: [],
    },
  },
  "a link with a person's name in it": {
    body: {
      value: [],
      nextLink: "https://management.azure.com@evil.example/",
      data: [],
      totalRecords: 0,
      responses: [],
    },
  },
  "a link without TLS": {
    body: {
      value: [],
      nextLink: "http://management.azure.com/subscriptions",
      data: [],
      totalRecords: 0,
      responses: [],
    },
  },
  "a link of another scheme": {
    body: { value: [], nextLink: "javascript:alert(1)", data: [], totalRecords: 0, responses: [] },
  },
  "a link that is no address": { body: { value: [], nextLink: "::::", data: [], totalRecords: 0, responses: [] } },
  "a link to itself": {
    body: {
      value: [],
      nextLink: "https://management.azure.com/subscriptions?page=1",
      data: [],
      totalRecords: 0,
      responses: [],
    },
  },
  "an error in the clothes of a success": { body: { error: { code: "x", message: "y" } } },
  "a success in the clothes of an error": { status: 400, body: { value: [], data: [], totalRecords: 0 } },
  "an error without a body": { status: 400, text: "" },
  "an error that is HTML": { status: 403, text: "<html>" },
  "an error that is a list": { status: 404, text: "[1]" },
  "an error whose fields are of another type": {
    status: 409,
    body: { error: { code: {}, message: [], details: "x" } },
  },
  "an error 10,000 deep": { status: 400, text: `{"error":${deep('{"details":[', "]}")}}` },
  "a flat error": { status: 400, body: { code: "BadRequest", message: "The filter is missing." } },
  "a status that means nothing": { status: 299, text: "" },
  "a redirect": { status: 302, headers: { location: "https://evil.example/" } },
};

const principal = principalId(guid)!;
const tenant = tenantId(guid)!;

const endpoints: Record<string, (azure: Azure) => Promise<unknown>> = {
  subscriptions: (azure) => all(listSubscriptions(azure)),
  tenants: (azure) => all(listTenants(azure)),
  roles: (azure) => all(listRoles(azure)),
  "resource graph": (azure) => queryResourceGraph(azure, { query: "Resources", row: subscriptionRow }),
  "registration assignments": async (azure) => {
    for await (const page of createManagedServicesClient(azure.arm)
      .registrationAssignments.list(`subscriptions/${guid}`)
      .byPage())
      void page;
  },
  "a registration definition": (azure) =>
    createManagedServicesClient(azure.arm).registrationDefinitions.get(`subscriptions/${guid}`, guid),
  "deleting an assignment": (azure) =>
    createManagedServicesClient(azure.arm).registrationAssignments.beginDeleteAndWait(`subscriptions/${guid}`, guid),
  me: (azure) => readMe(azure),
  principals: (azure) => readPrincipals(azure, [principal]),
  "names of tenants": (azure) => readTenantNames(azure, [tenant]),
};

const hosts = new Set(["https://management.azure.com", "https://graph.microsoft.com"]);

describe.each(Object.keys(endpoints))("%s", (name) => {
  it.each(Object.keys(answers))("bears %s", async (kind) => {
    const { azure, run, seen } = scripted(() => answers[kind] ?? {});
    let error: unknown;
    await run(
      endpoints[name]!(azure).catch((reason: unknown) => {
        error = reason;
      }),
    );
    if (error !== undefined) expect(error).toBeInstanceOf(AzureError);
    if (error instanceof AzureError) expect(error.message).not.toBe("");
    expect(seen.length).toBeLessThanOrEqual(60);
    for (const { url } of seen) expect(hosts).toContain(url.origin);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});

describe("a principal is called deleted only on good evidence", () => {
  it.each(Object.keys(answers).filter((kind) => !["value null"].includes(kind)))("not after %s", async (kind) => {
    const { azure, run } = scripted(() => answers[kind] ?? {});
    const result = await run(readPrincipals(azure, [principal]).catch(() => undefined));
    const isEmptyList =
      JSON.stringify((answers[kind]?.body as { value?: unknown } | undefined)?.value) === "[]" &&
      !answers[kind]?.status;
    for (const one of result?.principals ?? []) expect(one.state === "deleted" && !isEmptyList).toBe(false);
  });
});
