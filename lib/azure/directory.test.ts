import { describe, expect, it } from "vitest";
import { knownClouds } from "@/lib/cloud";
import { principalId, tenantId, type PrincipalId, type TenantId } from "@/lib/domain/ids";
import { readMe, readPrincipals } from "./directory";
import { readTenantNames } from "./tenant-names";
import { failure, scripted, type Deed, type Seen } from "./testing/scripted";

const guid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
const person = (number: number): PrincipalId => principalId(guid(number))!;
const tenant = (number: number): TenantId => tenantId(guid(number))!;
const denied = {
  error: { code: "Authorization_RequestDenied", message: "Insufficient privileges to complete the operation." },
};

type Asked = { id: string; url: string };
const batchOf = (seen: Seen) => (seen.body as { requests: Asked[] }).requests;
/** Microsoft Graph without Directory.Read.All: getByIds is refused, and a batch answers part by part. */
const lesser =
  (answer: (url: string, seen: Seen) => { status: number; body?: unknown; headers?: object }) =>
  (seen: Seen): Deed =>
    seen.url.pathname.endsWith("/getByIds")
      ? { status: 403, body: denied }
      : {
          body: {
            responses: batchOf(seen)
              .map(({ id, url }) => ({ id, ...answer(url, seen) }))
              .reverse(),
          },
        };

const idIn = (url: string) => Number(/-(\d{12})/.exec(url)?.[1]);

describe("principals by their ids", () => {
  it("are found, deleted, or not ours to see", async () => {
    const value = [
      { "@odata.type": "#microsoft.graph.group", id: guid(1), displayName: "Readers" },
      {
        "@odata.type": "#microsoft.graph.user",
        id: guid(2).toUpperCase(),
        displayName: "Ada",
        userPrincipalName: "ada@msp.example",
      },
      { "@odata.type": "#microsoft.graph.servicePrincipal", id: guid(3), displayName: "Bot", appId: "app" },
      { "@odata.type": "#microsoft.graph.group", id: guid(4), displayName: null },
    ];
    const { azure, run, seen } = scripted(() => ({ body: { value } }));
    const { principals, unread } = await run(readPrincipals(azure, [1, 2, 3, 4, 5].map(person)));
    expect(unread).toEqual([]);
    expect(principals).toEqual([
      { id: person(1), state: "found", kind: "group", name: "Readers", detail: undefined },
      { id: person(2), state: "found", kind: "user", name: "Ada", detail: "ada@msp.example" },
      { id: person(3), state: "found", kind: "servicePrincipal", name: "Bot", detail: "app" },
      { id: person(4), state: "unreadable", kind: "group" },
      { id: person(5), state: "deleted" },
    ]);
    expect(seen[0]?.url.href).toBe("https://graph.microsoft.com/v1.0/directoryObjects/getByIds");
    expect(seen[0]?.body).toEqual({ ids: [1, 2, 3, 4, 5].map(guid), types: ["user", "group", "servicePrincipal"] });
  });

  it("are asked for a thousand at a time, and told as they arrive", async () => {
    const { azure, run, seen } = scripted(() => ({ body: { value: [] } }));
    const told: number[] = [];
    const ids = Array.from({ length: 2500 }, (_, index) => person(index));
    const { principals } = await run(readPrincipals(azure, ids, { onPrincipals: (some) => told.push(some.length) }));
    expect(seen.map(({ body }) => (body as { ids: string[] }).ids.length)).toEqual([1000, 1000, 500]);
    expect(told.sort()).toEqual([1000, 1000, 500]);
    expect(principals).toHaveLength(2500);
  });

  it("that could not be asked for are named, and the others kept", async () => {
    const { azure, run } = scripted((seen) =>
      (seen.body as { ids: string[] }).ids.includes(guid(0)) ? { status: 503 } : { body: { value: [] } },
    );
    const ids = Array.from({ length: 1200 }, (_, index) => person(index));
    const { principals, unread } = await run(readPrincipals(azure, ids));
    expect(principals).toHaveLength(200);
    expect(unread.map(({ ids: some, error }) => [some.length, error.kind])).toEqual([[1000, "unavailable"]]);
  });

  it("are none of them deleted when a record of the answer could not be read", async () => {
    const { azure, run } = scripted(() => ({ body: { value: [{ id: 7 }] } }));
    const { principals } = await run(readPrincipals(azure, [person(1)]));
    expect(principals).toEqual([{ id: person(1), state: "unreadable", kind: undefined }]);
  });
});

describe("principals without Directory.Read.All", () => {
  it("are looked for among groups, users and service principals, in any order of the parts", async () => {
    const places: Record<number, string> = { 1: "/groups/", 2: "/users/", 3: "/servicePrincipals/" };
    const { azure, run, seen } = scripted(
      lesser((url) =>
        url.startsWith(places[idIn(url)] ?? "nowhere")
          ? {
              status: 200,
              body: {
                id: guid(idIn(url)),
                displayName: `Name ${idIn(url)}`,
                userPrincipalName: "u@msp.example",
                appId: "app",
              },
            }
          : { status: 404, body: { error: { code: "Request_ResourceNotFound", message: "" } } },
      ),
    );
    const { principals, unread } = await run(readPrincipals(azure, [1, 2, 3, 4].map(person)));
    expect(unread).toEqual([]);
    expect(principals).toEqual([
      { id: person(1), state: "found", kind: "group", name: "Name 1", detail: undefined },
      { id: person(2), state: "found", kind: "user", name: "Name 2", detail: "u@msp.example" },
      { id: person(3), state: "found", kind: "servicePrincipal", name: "Name 3", detail: "app" },
      { id: person(4), state: "deleted" },
    ]);
    expect(seen.slice(1).map((one) => batchOf(one).length)).toEqual([4, 3, 2]);
  });

  it("are unreadable, and never deleted, where one of the three kinds may not be read", async () => {
    const { azure, run, seen } = scripted(
      lesser((url) => (url.startsWith("/users/") ? { status: 403, body: denied } : { status: 404 })),
    );
    const ids = Array.from({ length: 90 }, (_, index) => person(index));
    const { principals } = await run(readPrincipals(azure, ids));
    expect(principals.every(({ state }) => state === "unreadable")).toBe(true);
    const users = seen.filter(
      ({ body, url }) => url.pathname.endsWith("$batch") && JSON.stringify(body).includes("/users/"),
    );
    expect(users).toHaveLength(1);
    for (const one of seen.slice(1)) expect(batchOf(one).length).toBeLessThanOrEqual(20);
  });

  it("throttled within a batch are asked again after the time that the part says", async () => {
    let first = true;
    const { azure, run, seen } = scripted(
      lesser((url) => {
        if (idIn(url) !== 2 || !first) return { status: 200, body: { displayName: "x" } };
        first = false;
        return { status: 429, headers: { "Retry-After": "9" } };
      }),
    );
    const { principals } = await run(readPrincipals(azure, [1, 2].map(person)));
    expect(principals.map(({ state }) => state)).toEqual(["found", "found"]);
    expect(batchOf(seen[2]!).map(({ id }) => id)).toEqual(["1"]);
    expect((seen[2]?.at ?? 0) - (seen[1]?.at ?? 0)).toBeGreaterThanOrEqual(9000);
  });

  it("whose part stays away or fails for good are named as unread", async () => {
    const { azure, run } = scripted((seen) =>
      seen.url.pathname.endsWith("/getByIds")
        ? { status: 403 }
        : {
            body: {
              responses: batchOf(seen)
                .filter(({ url }) => idIn(url) !== 2)
                .map(({ id, url }) => ({ id, status: idIn(url) === 3 ? 500 : 404 })),
            },
          },
    );
    const { principals, unread } = await run(readPrincipals(azure, [1, 2, 3].map(person)));
    expect(principals).toEqual([{ id: person(1), state: "deleted" }]);
    expect(unread.map(({ ids, error }) => [ids, error.kind])).toEqual([
      [[person(2)], "malformed"],
      [[person(3)], "unavailable"],
    ]);
  });

  it("can be cancelled between two rounds", async () => {
    const { azure, run, clock } = scripted(lesser(() => ({ status: 500 })));
    const stop = new AbortController();
    void clock.wait(1500).then(() => stop.abort());
    const startedAt = clock.now();
    expect(await run(failure(readPrincipals(azure, [person(1)], { signal: stop.signal })))).toMatchObject({
      kind: "cancelled",
    });
    expect(clock.now() - startedAt).toBeLessThanOrEqual(1600);
  });
});

describe("names of tenants", () => {
  const path = (number: number) => `/tenantRelationships/findTenantInformationByTenantId(tenantId='${guid(number)}')`;

  it("are read in batches of twenty", async () => {
    const { azure, run, seen } = scripted(
      lesser((url) => ({
        status: 200,
        body: { tenantId: guid(idIn(url)), displayName: `Tenant ${idIn(url)}`, defaultDomainName: "x.example" },
      })),
    );
    const { tenants, unread } = await run(
      readTenantNames(
        azure,
        Array.from({ length: 45 }, (_, index) => tenant(index)),
      ),
    );
    expect([tenants.length, unread]).toEqual([45, []]);
    expect(tenants[44]).toEqual({ id: tenant(44), name: "Tenant 44", domain: "x.example" });
    expect(seen.map((one) => batchOf(one).length)).toEqual([20, 20, 5]);
    expect(batchOf(seen[0]!)[0]?.url).toBe(path(0));
  });

  it("that nobody consented to cost one batch, and say which consent is missing", async () => {
    const { azure, run, seen } = scripted(lesser(() => ({ status: 403, body: denied })));
    const { tenants, unread } = await run(
      readTenantNames(
        azure,
        Array.from({ length: 300 }, (_, index) => tenant(index)),
      ),
    );
    expect([tenants, seen.length]).toEqual([[], 1]);
    expect(unread.map(({ ids, error }) => [ids.length, error.kind, error.permission])).toEqual([
      [300, "refused", "CrossTenantInformation.ReadBasic.All"],
    ]);
  });

  it("of another tenant than was asked for are not believed", async () => {
    const { azure, run } = scripted(lesser(() => ({ status: 200, body: { tenantId: guid(9), displayName: "Other" } })));
    const { tenants, unread } = await run(readTenantNames(azure, [tenant(1)]));
    expect([tenants, unread.map(({ ids }) => ids)]).toEqual([[], [[tenant(1)]]]);
  });

  it.each(["AzureUSGovernment", "AzureChinaCloud"])(
    "are not asked for in %s, which has no such service",
    async (name) => {
      const { azure, run, seen } = scripted(() => ({ status: 400 }), { cloud: knownClouds[name]! });
      expect(await run(readTenantNames(azure, [tenant(1)]))).toEqual({ tenants: [], unread: [] });
      expect(seen).toHaveLength(0);
    },
  );
});

it("the signed-in person is read", async () => {
  const { azure, run } = scripted(() => ({
    body: { id: guid(1), displayName: "Ada", userPrincipalName: "ada@msp.example" },
  }));
  expect(await run(readMe(azure))).toEqual({ id: person(1), name: "Ada", upn: "ada@msp.example" });
});
