import { describe, expect, test } from "vitest";
import { scripted } from "@/lib/azure/testing/scripted";
import type { Reply, Seen } from "@/lib/azure/testing/scripted";
import { examplePrincipal } from "@/lib/domain/example-inventory";
import { aDirectory } from "@/lib/domain/findings/example-findings";
import { roleId } from "@/lib/domain/ids";
import { collectTenant } from "./collect-tenant";

const [team, robot, ada, gone, appId] = [1, 2, 3, 4, 5].map(examplePrincipal) as [
  ReturnType<typeof examplePrincipal>,
  ...ReturnType<typeof examplePrincipal>[],
];
const monitoringReader = "43d0d8ad-25c7-4714-9337-8ba259a9fe05";

type Answers = Readonly<Record<string, Reply>>;

const list = (...value: unknown[]): Reply => ({ body: { value } });
const person = (id: string) => ({ "@odata.type": "#microsoft.graph.user", id, displayName: "Ada" });
const program = (id: string) => ({ id, displayName: "Robot", appId: "x" });
const missing: Reply = { status: 404, body: { error: { code: "Request_ResourceNotFound", message: "None." } } };
const denied: Reply = { status: 403, body: { error: { code: "Authorization_RequestDenied", message: "No." } } };
const atRoot = (scope: string) => ({
  properties: {
    scope,
    principalId: ada,
    principalType: "User",
    roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${monitoringReader}`,
  },
});

const answers: Answers = {
  [`/groups/${team}/owners`]: list(person(ada!)),
  [`/groups/${team}/owners/microsoft.graph.servicePrincipal`]: list(program(robot!)),
  [`/servicePrincipals/${robot}/owners`]: list(),
  [`/applications/${gone}`]: missing,
  [`/servicePrincipals(appId='${gone}')`]: missing,
  root: list(atRoot("/"), atRoot("/subscriptions/x")),
};

/** What is read of one group, one application and one principal that is gone, where some answers are others. */
function reading(changed: Answers = {}) {
  const all: Answers = { ...answers, ...changed };
  const one = (url: string): Reply => all[url.split("?")[0] ?? ""] ?? { status: 500, body: {} };
  const { azure, run } = scripted(({ url, body }: Seen) => {
    if (!url.pathname.endsWith("/$batch")) return all["root"]!;
    const { requests } = body as { requests: { id: string; url: string }[] };
    return { body: { responses: requests.map(({ id, url }) => ({ id, status: 200, ...one(url) })) } };
  });
  const directory = aDirectory({ groups: { [team]: [ada!] }, servicePrincipals: [robot!], deleted: [gone!] });
  return run(collectTenant({ azure, directory, principals: [team, robot!, gone!] }));
}

describe("of the managing tenant", () => {
  test("owners are read from both lists, and roles at the root without those below", async () => {
    const { facts, coverage } = await reading();
    const owners = facts.owners.get(team);
    expect(owners?.state === "read" && owners.owners).toMatchObject([
      { id: ada, state: "found", kind: "user" },
      { id: robot, state: "found", kind: "servicePrincipal" },
    ]);
    expect(facts.owners.get(robot!)).toEqual({ state: "read", owners: [] });
    expect(facts.applications.get(gone!)).toEqual({ state: "nobody" });
    expect(facts.rootRoles).toEqual({
      state: "read",
      roles: [{ principal: ada, kind: "user", role: roleId(monitoringReader) }],
    });
    expect(coverage.problems).toEqual([]);
    expect(Object.values(coverage.parts).map(({ state }) => state)).toEqual(Array(3).fill("complete"));
  });

  test("an id may be an application's own or its client id", async () => {
    const found = { id: gone, appId, displayName: "Pipeline" };
    const byObject = await reading({
      [`/applications/${gone}`]: { body: found },
      [`/servicePrincipals(appId='${appId}')`]: { body: { id: robot, appId, displayName: "Pipeline" } },
    });
    expect(byObject.facts.applications.get(gone!)).toEqual({
      state: "application",
      idIs: "objectId",
      name: "Pipeline",
      servicePrincipal: robot,
    });
    const byClient = await reading({ [`/servicePrincipals(appId='${gone}')`]: { body: { ...found, id: robot } } });
    expect(byClient.facts.applications.get(gone!)).toMatchObject({ idIs: "clientId", servicePrincipal: robot });
  });

  test("what is refused is no empty list, and costs nothing else", async () => {
    const { facts, coverage } = await reading({
      [`/groups/${team}/owners/microsoft.graph.servicePrincipal`]: denied,
      [`/servicePrincipals/${robot}/owners`]: denied,
      [`/applications/${gone}`]: denied,
      [`/servicePrincipals(appId='${gone}')`]: denied,
      root: { status: 403, body: { error: { code: "AuthorizationFailed", message: "Not yours." } } },
    });
    expect(facts.owners.get(team)).toMatchObject({ state: "unreadable", fix: expect.stringContaining("Application") });
    expect(facts.owners.get(robot!)?.state).toBe("unreadable");
    expect(facts.applications.get(gone!)?.state).toBe("unreadable");
    expect(facts.rootRoles?.state).toBe("unreadable");
    expect(coverage.problems.map(({ source, kind }) => [source, kind]).sort()).toEqual([
      ["applications", "refused"],
      ["owners", "refused"],
      ["rootRoles", "refused"],
    ]);
    expect(Object.values(coverage.parts).map(({ state }) => state)).toEqual(Array(3).fill("refused"));
  });

  test("a record that cannot be read makes the whole list unknown", async () => {
    const { facts } = await reading({
      [`/groups/${team}/owners`]: list(person(ada!), { displayName: "No id" }),
      root: list({ properties: {} }),
    });
    expect(facts.owners.get(team)).toMatchObject({ state: "unreadable" });
    expect(facts.rootRoles).toMatchObject({ state: "unreadable" });
    expect(facts.owners.get(robot!)?.state).toBe("read");
  });
});
