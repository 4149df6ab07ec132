import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { credentialOf, newWorld, person } from "../../emulator/conformance/microsoft-clients";
import type { World } from "../../emulator/world";
import { createWorld, type WorldFile } from "../../emulator/worlds/worlds";
import type { Azure, AzureOptions } from "../../lib/azure/client";
import { readGroupOwners, readOwnedBy } from "../../lib/azure/owners";
import { wait } from "../../lib/azure/pipeline/clock";
import { collect } from "../../lib/collect/collect";
import { collectDirectory } from "../../lib/collect/directory/collect-directory";
import { collectRoleAssignments } from "../../lib/collect/role-assignments/collect-role-assignments";
import type { DirectoryReading } from "../../lib/domain/directory-reading";
import { principalId, type PrincipalId } from "../../lib/domain/ids";
import { namedPrincipals } from "../../lib/domain/named-principals";
import { startEmulator, type Description } from "../../scripts/serve.mjs";
import { expectedFor } from "../witness";
import { graphCalls } from "./graph-calls";
import { scriptAzure } from "./script-azure";

const now = "2026-11-20T09:00:00Z";
let program: Awaited<ReturnType<typeof startEmulator>>;

beforeAll(async () => {
  program = await startEmulator({ world: "s", args: ["--now", now] });
}, 60_000);
afterAll(() => program.stop());

type Given = { world: World; description: Description };

/** A world of the program, and the same one to compare with. */
async function given(file: Partial<WorldFile> = {}): Promise<Given> {
  const whole = { extends: "s", tenantId: crypto.randomUUID(), ...file } as const;
  const description = (await newWorld(program.description.endpoints.resourceManager.reachedAt, whole)) as Description;
  return { world: createWorld(whole, { now: new Date(now) }), description };
}

async function read({ description }: Given, options: Partial<AzureOptions> = {}) {
  const calls = graphCalls();
  const named = [...namedPrincipals(await collect({ azure: scriptAzure(description) }))];
  const azure = scriptAzure(description, { httpClient: calls.httpClient, ...options });
  const reading = await collectDirectory({ azure, principals: named });
  return { named, calls, reading, azure };
}

const lower = (ids: Iterable<string>) => [...ids].map((id) => id.toLowerCase());
const sorted = (ids: Iterable<string>) => [...ids].sort();

/** Groups that are reached from the ids, worked out slowly: until nothing more is found. */
function groupsFrom({ groups }: World, ids: readonly string[]): Set<string> {
  const found = new Set(ids.filter((id) => groups.has(id)));
  for (let size = -1; size !== found.size;) {
    size = found.size;
    for (const id of [...found])
      for (const member of lower(groups.get(id)?.members ?? [])) if (groups.has(member)) found.add(member);
  }
  return found;
}

const exists = ({ users, groups, servicePrincipals }: World, id: string) =>
  users.has(id) || groups.has(id) || servicePrincipals.has(id);

const membersOf = (world: World, id: string) =>
  sorted(lower(world.groups.get(id)?.members ?? []).filter((member) => exists(world, member)));

/** What the reading says of every group, against the world; hidden members are told apart from none. */
function expectMembers(world: World, named: readonly string[], { directory }: DirectoryReading) {
  const groups = groupsFrom(world, named);
  expect(sorted(directory.memberships.keys())).toEqual(sorted(groups));
  for (const [id, membership] of directory.memberships) {
    if (world.groups.get(id)?.visibility === "HiddenMembership")
      expect(membership).toMatchObject({ state: "unreadable", fix: expect.stringContaining("Member.Read.Hidden") });
    else if (membership.state !== "read") expect.fail(`${id} is ${membership.state}`);
    else expect(sorted(membership.members)).toEqual(membersOf(world, id));
  }
  return groups;
}

/** One request for each group, and one more where it can hold service principals. Returns how many of these. */
function expectLists({ groups }: World, ids: ReadonlySet<string>, calls: ReturnType<typeof graphCalls>): number {
  const mayHold = [...ids].filter((id) => {
    const { groupTypes, visibility } = groups.get(id)!;
    return groupTypes.length === 0 && visibility !== "HiddenMembership";
  });
  expect(calls.partsTo(/^\/groups\/[^/]+\/members\?/)).toHaveLength(ids.size);
  expect(calls.partsTo(/^\/groups\/[^/]+\/members\/microsoft\.graph\.servicePrincipal\?/)).toHaveLength(mayHold.length);
  return mayHold.length;
}

function expectFacts(world: World, { directory }: DirectoryReading) {
  for (const [id, facts] of directory.users) {
    const { accountEnabled, userType } = world.users.get(id)!;
    expect(facts).toEqual({ enabled: accountEnabled, guest: userType === "Guest" });
  }
  for (const [id, { type, roleAssignable }] of directory.groups) {
    const { groupTypes, isAssignableToRole } = world.groups.get(id)!;
    expect([type, roleAssignable]).toEqual([
      groupTypes.includes("Unified") ? "microsoft365" : "security",
      isAssignableToRole === true,
    ]);
  }
  for (const [id, { enabled, credentials }] of directory.servicePrincipals) {
    const { accountEnabled, keyCredentials, passwordCredentials, servicePrincipalType } =
      world.servicePrincipals.get(id)!;
    expect(enabled).toBe(accountEnabled);
    const held = servicePrincipalType === "ManagedIdentity" ? [] : [...keyCredentials, ...passwordCredentials];
    // Of one that is only a member, nobody asked its application, which may hold more.
    if (credentials)
      expect(sorted(credentials.map(({ expires }) => String(expires)))).toEqual(
        sorted(held.map(({ endDateTime }) => String(Date.parse(endDateTime)))),
      );
  }
}

describe.each(["s", "m"] as const)("the directory of world %s", (size) => {
  test("is read as it is in the world, in as few calls as promised", async () => {
    const all = await given({ extends: size });
    const { named, calls, reading } = await read(all);
    const groups = expectMembers(all.world, named, reading);
    expectFacts(all.world, reading);
    const { principals } = reading.directory;
    for (const id of named) expect(principals.get(id)?.state, id).toBe(exists(all.world, id) ? "found" : "deleted");
    expect([...principals.values()].some(({ state }) => state === "deleted")).toBe(true);
    for (const one of principals.values())
      if (one.state === "found") expect(one.name).toBe(entryOf(all.world, one.id)?.displayName);

    const robots = [...reading.directory.servicePrincipals.keys()].filter((id) => !named.includes(id));
    expect(calls.together).toEqual([named.length, ...(robots.length > 0 ? [robots.length] : [])]);
    const casts = expectLists(all.world, groups, calls);
    expect(calls.partsTo(/^\/users\//)).toHaveLength(named.filter((id) => all.world.users.has(id)).length);
    const applications = named.filter(
      (id) => all.world.servicePrincipals.get(id)?.servicePrincipalType === "Application",
    );
    expect(calls.partsTo(/^\/applications/)).toHaveLength(applications.length);
    expect(calls.parts).toHaveLength(groups.size + casts + calls.partsTo(/^\/users\//).length + applications.length);
    expect(Math.max(...calls.batches)).toBeLessThanOrEqual(20);
    expect(calls.others).toEqual([]);
    const hidden = [...groups].filter((id) => all.world.groups.get(id)?.visibility === "HiddenMembership");
    expect(reading.coverage.problems.map(({ rows, source }) => [source, rows])).toEqual(
      hidden.length > 0 ? [["memberships", hidden.length]] : [],
    );
  });

  test("is read with lesser permissions one by one, twenty to a batch, and says what they leave out", async () => {
    const consented = ["User.Read", "GroupMember.Read.All", "User.ReadBasic.All", "Application.Read.All"];
    const all = await given({ extends: size, consented });
    const { named, calls, reading } = await read(all);
    const groups = expectMembers(all.world, named, reading);
    const notGroups = named.filter((id) => !all.world.groups.has(id));
    const notPeople = notGroups.filter((id) => !all.world.users.has(id));
    expect(calls.partsTo(/^\/groups\/[^/]+\?/)).toHaveLength(named.length);
    expectLists(all.world, groups, calls);
    expect(calls.partsTo(/^\/servicePrincipals\//)).toHaveLength(notPeople.length);
    // Once to find them, and once more since the answer did not say whether they are enabled.
    expect(calls.partsTo(/^\/users\//)).toHaveLength(notGroups.length + (notGroups.length - notPeople.length));
    expect(Math.max(...calls.batches)).toBeLessThanOrEqual(20);
    expect(calls.others).toEqual([]);
    for (const id of named)
      expect(reading.directory.principals.get(id)?.state, id).toBe(exists(all.world, id) ? "found" : "deleted");
    expect(reading.coverage.problems.find(({ source }) => source === "accounts")).toMatchObject({
      kind: "refused",
      fix: expect.stringContaining("User.Read.All"),
      rows: reading.directory.users.size,
    });
  });

  test("without consent is ids, and names the permission", async () => {
    const all = await given({ extends: size, consented: ["User.Read"] });
    const { named, calls, reading } = await read(all);
    // The program itself is an exception: who it is, it may always know.
    const own = all.description.servicePrincipal.objectId.toLowerCase();
    const others = named.filter((id) => id !== own);
    expect(others.map((id) => reading.directory.principals.get(id)?.state)).toEqual(others.map(() => "unreadable"));
    expect(reading.coverage.problems[0]).toMatchObject({
      source: "principals",
      kind: "refused",
      fix: expect.stringContaining("Directory.Read.All"),
    });
    expect(calls.batches.length).toBeLessThanOrEqual(3 * Math.ceil(named.length / 20));
  });

  test("is read or named where every fifth call to Graph fails", async () => {
    const faults: WorldFile["faults"] = [
      { service: "graph", effect: { kind: "status", status: 503 }, rate: 0.1 },
      { service: "graph", effect: { kind: "cut", afterBytes: 40 }, rate: 0.1 },
    ];
    const all = await given({ extends: size, faults });
    const { named, reading } = await read(all, { wait: (ms, signal) => wait(Math.min(ms, 10), signal) });
    const { directory, coverage } = reading;
    const lost = (source: string) =>
      coverage.problems.filter((problem) => problem.source === source).reduce((sum, { rows }) => sum + rows, 0);
    const found = named.filter((id) => directory.principals.has(id));
    expect(found.length + lost("principals")).toBe(named.length);
    for (const id of found)
      expect(directory.principals.get(id)?.state, id).toBe(exists(all.world, id) ? "found" : "deleted");
    const readGroups = [...directory.memberships].filter(([, { state }]) => state === "read");
    for (const [id, membership] of readGroups)
      if (membership.state === "read") expect(sorted(membership.members)).toEqual(membersOf(all.world, id));
    expect(readGroups.length + lost("memberships")).toBe(directory.memberships.size);
    expect(coverage.parts.memberships.expected).toBe(directory.memberships.size);
    if (lost("principals") + lost("memberships") <= 1) expectMembers(all.world, named, reading);
  });

  test("role assignments are those of the world that a managing tenant is shown", async () => {
    const { world, description } = await given({ extends: size });
    const { assignments, coverage } = await collectRoleAssignments({ azure: scriptAzure(description) });
    expect(sorted(assignments.keys())).toEqual(sorted(shownAssignments(world, description)));
    // The generated world has assignments in the provider's own tenant only.
    expect(assignments.size > 0).toBe(size === "s");
    for (const assignment of assignments.values()) {
      const { properties } = world.roleAssignments.get(assignment.id)!;
      expect(assignment).toMatchObject({
        principal: properties.principalId.toLowerCase(),
        scope: properties.scope.toLowerCase(),
        role: properties.roleDefinitionId.toLowerCase().split("/").at(-1),
        createdAt: Date.parse(properties.createdOn),
      });
      expect(assignment.customer).toBe(world.subscriptions.get(assignment.subscription)?.tenantId.toLowerCase());
    }
    expect(coverage.parts.roleAssignments).toMatchObject({ state: "complete", read: assignments.size });
  });
});

const entryOf = ({ users, groups, servicePrincipals }: World, id: string) =>
  users.get(id) ?? groups.get(id) ?? servicePrincipals.get(id);

/** In customers' subscriptions where the program reads everything: those made for managed identities by one of ours. */
function shownAssignments(world: World, { servicePrincipal }: Description): string[] {
  const scopes = expectedFor(world, servicePrincipal.objectId).delegations.map(({ scope }) => scope);
  return [...world.roleAssignments].flatMap(([id, { properties }]) => {
    const scope = properties.scope.toLowerCase();
    const isReadable = scopes.some((one) => scope === one || scope.startsWith(`${one}/`));
    const isOurs = properties.principalTenantId.toLowerCase() === world.id.toLowerCase();
    const isForIdentity =
      Boolean(properties.delegatedManagedIdentityResourceId) && exists(world, properties.createdBy.toLowerCase());
    const isShown = isOurs ? properties.principalType !== "ForeignGroup" : isForIdentity;
    return isReadable && isShown ? [id] : [];
  });
}

describe("for the people of the demo", () => {
  const azureOf = async (description: Description, name: string): Promise<Azure> => {
    const credential = await credentialOf(description, person(description, name));
    return scriptAzure(description, {
      account: person(description, name),
      async token({ scope }) {
        const token = await credential.getToken(`${new URL(scope).origin}/.default`);
        if (!token) throw new Error("Nobody is signed in.");
        return { token: token.token, expiresOn: token.expiresOnTimestamp };
      },
    });
  };

  test("it is the same directory, as far as grants that they see lead to it", async () => {
    const all = await given();
    for (const name of ["Mira", "Joon"]) {
      const azure = await azureOf(all.description, name);
      const named = [...namedPrincipals(await collect({ azure }))];
      expectMembers(all.world, named, await collectDirectory({ azure, principals: named }));
    }
  });

  test("owners, and what somebody owns, are read where they are asked for", async () => {
    const { world, description } = await given();
    const azure = await azureOf(description, "Mira");
    const mira = principalId(person(description, "Mira"))!;
    const owns = (owners: readonly string[]) => lower(owners).includes(mira);
    const owned = await readOwnedBy(azure, mira);
    expect(sorted(owned.principals.map(({ id }) => id))).toEqual(
      sorted([...world.groups, ...world.servicePrincipals].flatMap(([id, { owners }]) => (owns(owners) ? [id] : []))),
    );
    for (const [id, { owners }] of world.groups)
      expect((await readGroupOwners(azure, id as PrincipalId)).principals.map((one) => one.id).sort()).toEqual(
        sorted(lower(owners)),
      );
  });
});
