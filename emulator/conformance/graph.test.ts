import {
  BatchRequestContent,
  BatchResponseContent,
  type Client,
  type GraphError,
  PageIterator,
} from "@microsoft/microsoft-graph-client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Description } from "../admin/description";
import { type Emulator, startEmulator } from "../server";
import { credentialOf, credentialOfProgram, graphFor, newWorld, person } from "./microsoft-clients";

type Row = { id: string; displayName: string };
type Page = { value: Row[]; "@odata.nextLink"?: string; "@odata.count"?: number };

let emulator: Emulator;
let graph: Client;

const clientOf = async (description: Description, name: string) =>
  graphFor(description, await credentialOf(description, person(description, name)));

const groupNamed = async (name: string): Promise<Row> => {
  const { value } = (await graph.api("/groups").filter(`displayName eq '${name}'`).get()) as Page;
  const [group] = value;
  if (!group) throw new Error(`There is no group ${name}.`);
  return group;
};

beforeAll(async () => {
  emulator = await startEmulator({ world: "s" });
  graph = await clientOf(emulator.description, "Mira");
});
afterAll(() => emulator.close());

describe("@microsoft/microsoft-graph-client", () => {
  test("reads who is signed in", async () => {
    const me = await graph.api("/me").select(["id", "displayName", "accountEnabled"]).get();
    expect(me).toMatchObject({
      id: person(emulator.description, "Mira"),
      displayName: "Mira Solberg",
      accountEnabled: true,
    });
  });

  test("reads every user once with its PageIterator", async () => {
    const seen: Row[] = [];
    const first = (await graph.api("/users").select("id,displayName").top(4).get()) as Page;
    expect(first["@odata.nextLink"]).toMatch(/^https:\/\/graph\.fresnel\.localhost\/v1\.0\/users\?/);
    const pages = new PageIterator(graph, first, (user: Row) => seen.push(user) > 0);
    await pages.iterate();
    expect(pages.isComplete()).toBe(true);
    expect(seen.map(({ displayName }) => displayName)).toContain("Kofi Varga");
    expect(new Set(seen.map(({ id }) => id)).size).toBe(25);
  });

  test("finds whoever reaches a customer through nested groups", async () => {
    const readers = await groupNamed("sg-lh-readers");
    const direct = (await graph.api(`/groups/${readers.id}/members`).select("id,displayName").get()) as Page;
    const everyone = (await graph
      .api(`/groups/${readers.id}/transitiveMembers/microsoft.graph.user`)
      .header("ConsistencyLevel", "eventual")
      .count(true)
      .select("id,displayName,accountEnabled")
      .get()) as Page;
    expect(direct.value.map(({ displayName }) => displayName)).toContain("sg-lh-platform");
    expect(everyone.value.map(({ displayName }) => displayName)).toEqual(
      expect.arrayContaining(["Mira Solberg", "Ines Marlow"]),
    );
    expect(everyone["@odata.count"]).toBe(everyone.value.length);
  });

  test("resolves ids and learns which are gone", async () => {
    const readers = await groupNamed("sg-lh-readers");
    const gone = crypto.randomUUID();
    const { value } = (await graph
      .api("/directoryObjects/getByIds")
      .post({ ids: [gone, readers.id], types: ["user", "group"] })) as Page;
    expect(value).toMatchObject([{ "@odata.type": "#microsoft.graph.group", id: readers.id }]);
  });

  test("sends batches whose parts depend on each other", async () => {
    const readers = await groupNamed("sg-lh-readers");
    const content = new BatchRequestContent([
      { id: "group", request: new Request(`https://any.example/groups/${readers.id}`) },
      {
        id: "missing",
        request: new Request(`https://any.example/users/${crypto.randomUUID()}`),
        dependsOn: ["group"],
      },
      { id: "after", request: new Request("https://any.example/me"), dependsOn: ["missing"] },
    ]);
    const answer = new BatchResponseContent(await graph.api("/$batch").post(await content.getContent()));
    expect(answer.getResponseById("group").status).toBe(200);
    expect(await answer.getResponseById("group").json()).toMatchObject({ displayName: "sg-lh-readers" });
    expect(answer.getResponseById("missing").status).toBe(404);
    expect(answer.getResponseById("after").status).toBe(424);
  });

  test("reads errors with their code and ids", async () => {
    const failure: GraphError = await graph
      .api(`/users/${crypto.randomUUID()}`)
      .get()
      .catch((error: GraphError) => error);
    expect(failure).toMatchObject({ statusCode: 404, code: "Request_ResourceNotFound" });
    expect(failure.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(failure.date.getTime()).toBeLessThanOrEqual(Date.now());
  });

  test("is told by name what is not implemented", async () => {
    await expect(graph.api("/groups").expand("members").get()).rejects.toMatchObject({
      statusCode: 501,
      message: expect.stringContaining("$expand"),
    });
  });

  test("waits as long as Retry-After says, and succeeds", async () => {
    const faults = [{ service: "graph", effect: { kind: "throttle", retryAfterSeconds: 1 }, times: 1 }];
    const description = await newWorld(emulator.url, { faults });
    const client = await clientOf(description, "Mira");
    const started = Date.now();
    await expect(client.api("/me").get()).resolves.toMatchObject({ displayName: "Mira Solberg" });
    expect(Date.now() - started).toBeGreaterThanOrEqual(950);
  });

  test("sees with a person's consent no more than the world gave", async () => {
    const client = await clientOf(await newWorld(emulator.url, { consented: ["User.Read"] }), "Mira");
    await expect(client.api("/me").get()).resolves.toMatchObject({ displayName: "Mira Solberg" });
    await expect(client.api("/groups").get()).rejects.toMatchObject({
      statusCode: 403,
      code: "Authorization_RequestDenied",
    });
  });

  test("works for a program, which is nobody", async () => {
    const client = graphFor(emulator.description, credentialOfProgram(emulator.description));
    const { value } = (await client.api("/servicePrincipals").select("id,displayName,keyCredentials").get()) as Page;
    expect(value.map(({ id }) => id)).toContain(emulator.description.servicePrincipal?.objectId);
    await expect(client.api("/me").get()).rejects.toMatchObject({ statusCode: 400 });
  });
});
