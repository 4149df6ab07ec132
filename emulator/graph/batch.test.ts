import { describe, expect, test } from "vitest";
import { ada, asAda, ask, ben, id, leaver, security, smallDirectory } from "./small-directory";

type Part = { id: string; status: number; headers: Record<string, string>; body: Record<string, unknown> };

const batch = async (requests: unknown, asked: Parameters<typeof ask>[1] = {}) => {
  const answer = await ask("/$batch", { ...asked, body: { requests } });
  const responses = (answer.body.responses ?? []) as Part[];
  return { ...answer, part: (wanted: string) => responses.find((part) => part.id === wanted), responses };
};
const get = (id: string, url: string, more: object = {}) => ({ id, method: "GET", url, ...more });

describe("a batch", () => {
  test("answers each request by itself, in no promised order", async () => {
    const { status, part, responses } = await batch([
      get("1", "/me?$select=id"),
      get("2", `users/${id(77)}`),
      get("3", `/groups/${security}/transitiveMembers/microsoft.graph.user?$count=true`, {
        headers: { ConsistencyLevel: "eventual" },
      }),
      {
        id: "4",
        method: "POST",
        url: "/directoryObjects/getByIds",
        headers: { "Content-Type": "application/json" },
        body: { ids: [ben] },
      },
      get("5", `/groups/${security}/members/$count`, { headers: { consistencylevel: "eventual" } }),
    ]);
    expect(status).toBe(200);
    expect(responses.map(({ id }) => id)).not.toEqual(["1", "2", "3", "4", "5"]);
    expect(part("1")).toMatchObject({ status: 200, body: { id: ada }, headers: { "x-ms-resource-unit": "1" } });
    expect(part("2")).toMatchObject({ status: 404, body: { error: { code: "Request_ResourceNotFound" } } });
    expect(part("3")).toMatchObject({ status: 200, body: { "@odata.count": 3 } });
    expect(part("4")?.body.value).toHaveLength(1);
    expect(part("5")).toMatchObject({ status: 200, body: 4 });
  });

  test("reads whole groups and what people own or are in, with their numbers", async () => {
    const headers = { ConsistencyLevel: "eventual" };
    const members = "$select=id,displayName,accountEnabled&$top=999";
    const { part } = await batch([
      get("members", `/groups/${security}/members?${members}`),
      get("counted", `/groups/${security}/members?${members}&$count=true`, { headers }),
      get("owners", `/groups/${security}/owners?$select=id&$count=true`, { headers }),
      get("owned", `/users/${ada}/ownedObjects?$select=id,displayName&$count=true`, { headers }),
      get("mine", "/me/transitiveMemberOf?$select=id&$top=999&$count=true", { headers }),
      get("groups", "/me/transitiveMemberOf/microsoft.graph.group?$select=id&$count=true", { headers }),
      get("number", "/me/transitiveMemberOf/$count", { headers }),
      get("forgotten", `/groups/${security}/members?$count=true`),
    ]);
    expect(part("members")?.body.value).toHaveLength(3);
    expect(part("members")?.body).not.toHaveProperty("@odata.count");
    for (const each of ["counted", "owners", "owned", "mine", "groups"]) {
      const { value, "@odata.count": count } = part(each)?.body ?? {};
      expect([each, part(each)?.status, count]).toEqual([each, 200, (value as unknown[]).length]);
    }
    expect(part("number")).toMatchObject({ status: 200, body: (part("mine")?.body.value as unknown[]).length });
    expect(part("forgotten")).toMatchObject({ status: 400, body: { error: { code: "Request_BadRequest" } } });
  });

  test("each part has the caller's permissions", async () => {
    const { part } = await batch([get("1", "/me"), get("2", "/groups")], { caller: asAda(["User.Read"]) });
    expect([part("1")?.status, part("2")?.status]).toEqual([200, 403]);
  });

  test("paging links of a part are whole addresses", async () => {
    const { part } = await batch([get("1", "/users?$top=1")]);
    expect(part("1")?.body["@odata.nextLink"]).toMatch(/^https:\/\/graph\.fresnel\.localhost\/v1\.0\/users\?\$top=1&/);
  });

  test("what depends on a failure is not run, nor what depends on that", async () => {
    const { part } = await batch([
      get("3", "/me", { dependsOn: ["2"] }),
      get("2", "/me", { dependsOn: ["1"] }),
      get("1", `/users/${id(77)}`),
      get("4", "/me"),
      get("5", "/me", { dependsOn: ["4"] }),
    ]);
    expect(["1", "2", "3", "4", "5"].map((id) => part(id)?.status)).toEqual([404, 424, 424, 200, 200]);
  });

  test("is throttled part by part, inside a 200", async () => {
    const world = smallDirectory({ graphUnitsPerTenSeconds: 12 });
    const requests = ["1", "2", "3", "4"].map((id) => get(id, `/groups/${security}/transitiveMembers`));
    const { status, responses, headers } = await batch(requests, { world });
    expect(status).toBe(200);
    expect(headers.get("x-ms-resource-unit")).toBeNull();
    expect(responses.map((part) => part.status).sort()).toEqual([200, 200, 429, 429]);
    expect(responses.find((part) => part.status === 429)).toMatchObject({
      headers: { "Retry-After": "3" },
      body: { error: { code: "TooManyRequests" } },
    });
  });

  test("a part with a body and no content type fails alone", async () => {
    const { part } = await batch([
      { id: "1", method: "POST", url: "/directoryObjects/getByIds", body: { ids: [leaver] } },
      get("2", "/me"),
    ]);
    expect([part("1")?.status, part("2")?.status]).toEqual([400, 200]);
  });

  test.each(["https://graph.microsoft.com/v1.0/me", "//example.com/me", "/$batch", "/../beta/me"])(
    "a part cannot ask for %s",
    async (url) => {
      const { part } = await batch([get("1", url)]);
      expect(part("1")?.status).toBe(400);
    },
  );
});

describe("as a whole it is refused", () => {
  const me = get("1", "/me");
  test.each<[string, unknown]>([
    ["empty", []],
    ["with 21 requests", Array.from({ length: 21 }, (_, index) => get(String(index), "/me"))],
    ["without a list", undefined],
    ["with two of one id", [me, me]],
    ["with ids that differ in case only", [get("a", "/me"), get("A", "/me")]],
    ["without an id", [{ method: "GET", url: "/me" }]],
    ["with an unknown method", [{ id: "1", method: "LOOK", url: "/me" }]],
    ["without a url", [{ id: "1", method: "GET" }]],
    ["depending on what is not there", [get("1", "/me", { dependsOn: ["9"] })]],
    ["depending in a circle", [get("1", "/me", { dependsOn: ["2"] }), get("2", "/me", { dependsOn: ["1"] })]],
    ["with headers that HTTP forbids", [get("1", "/me", { headers: { "a b": "c" } })]],
  ])("%s", async (_, requests) => {
    const { status, body } = await batch(requests);
    expect(status).toBe(400);
    expect(body.error?.code).toBe("Request_BadRequest");
  });

  test("when it is not JSON, or not posted", async () => {
    expect((await ask("/$batch", { body: "no" })).status).toBe(400);
    expect((await ask("/$batch")).status).toBe(405);
  });

  test("20 requests are served", async () => {
    const { responses } = await batch(Array.from({ length: 20 }, (_, index) => get(String(index), "/me")));
    expect(responses.filter(({ status }) => status === 200)).toHaveLength(20);
  });
});
