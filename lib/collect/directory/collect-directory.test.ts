import { describe, expect, test } from "vitest";
import { scripted } from "@/lib/azure/testing/scripted";
import type { DirectoryReading } from "@/lib/domain/directory-reading";
import { tenantId } from "@/lib/domain/ids";
import { collectDirectory, type CollectDirectoryOptions } from "./collect-directory";
import {
  denied,
  graphServer,
  group,
  guid,
  idOf,
  servicePrincipal,
  unsupported,
  user,
  type Wire,
} from "./testing/graph-server";

const home = guid(9, 1);

function reading(options: Parameters<typeof graphServer>[0]) {
  const server = graphServer(options);
  const { azure, run, clock, events } = scripted(server.serve, { tenant: tenantId(home)! });
  const snapshots: DirectoryReading[] = [];
  const collect = (named: readonly Wire[], more: Partial<CollectDirectoryOptions> = {}) =>
    run(
      collectDirectory({
        azure,
        principals: named.map(idOf),
        onProgress: (snapshot) => snapshots.push(snapshot),
        ...more,
      }),
    );
  return { ...server, collect, snapshots, clock, azure, events };
}

const many = (count: number, make: (number: number) => Wire) =>
  Array.from({ length: count }, (_, index) => make(index));

describe("a directory", () => {
  test("tells people, groups and service principals with what Graph says of them", async () => {
    const objects = [
      user(1, { accountEnabled: false }),
      user(2, { userType: "Guest" }),
      group(1, { isAssignableToRole: true }),
      group(2, {
        groupTypes: ["Unified", "DynamicMembership"],
        membershipRule: 'user.department -eq "IT"',
        securityEnabled: false,
      }),
      group(3, { securityEnabled: false, mailEnabled: true }),
      servicePrincipal(1, { appOwnerOrganizationId: home, signInAudience: "AzureADMyOrg" }),
      servicePrincipal(2, { servicePrincipalType: "ManagedIdentity", keyCredentials: [{ keyId: "x" }] }),
      servicePrincipal(3, { servicePrincipalType: "SocialIdp", accountEnabled: false }),
      servicePrincipal(4, { appOwnerOrganizationId: guid(9, 2), signInAudience: "AzureADMultipleOrgs" }),
    ];
    const applications = {
      [guid(4, 1)]: {
        passwordCredentials: [
          { keyId: "a", startDateTime: "2026-06-01T00:00:00Z", endDateTime: "2026-12-01T00:00:00Z" },
        ],
        keyCredentials: [{}],
      },
    };
    const { collect } = reading({ objects, applications });
    const gone = user(99);
    const { directory, coverage } = await collect([...objects, gone]);

    expect(coverage.problems).toEqual([]);
    expect(Object.values(coverage.parts).map(({ state }) => state)).toEqual(Array(4).fill("complete"));
    expect(directory.principals.get(idOf(gone))).toEqual({ id: idOf(gone), state: "deleted" });
    expect(objects.slice(0, 2).map((one) => directory.users.get(idOf(one)))).toEqual([
      { enabled: false, guest: false },
      { enabled: true, guest: true },
    ]);
    expect(objects.slice(2, 5).map((one) => directory.groups.get(idOf(one)))).toEqual([
      { type: "security", dynamic: false, roleAssignable: true },
      { type: "microsoft365", dynamic: true, rule: 'user.department -eq "IT"', roleAssignable: false },
      { type: "distribution", dynamic: false, roleAssignable: false },
    ]);
    expect(objects.slice(5).map((one) => directory.servicePrincipals.get(idOf(one)))).toEqual([
      {
        type: "application",
        enabled: true,
        home,
        multiTenant: false,
        credentials: [
          { kind: "certificate", expires: undefined },
          { kind: "password", starts: Date.UTC(2026, 5, 1), expires: Date.UTC(2026, 11, 1) },
        ],
      },
      { type: "managedIdentity", enabled: true, credentials: [] },
      { type: "unknown", enabled: false, credentials: [] },
      { type: "application", enabled: true, home: guid(9, 2), multiTenant: true, credentials: undefined },
    ]);
  });

  test("is walked level by level, six deep and around a cycle, each group once", async () => {
    const groups = many(7, group);
    const chain = Object.fromEntries(
      groups.map(({ id }, level) => [id, [groups[(level + 1) % 7]!.id, user(level).id, groups[3]!.id]]),
    );
    const objects = [...groups, ...many(7, (number) => user(number, { accountEnabled: number % 2 === 0 }))];
    const { collect, parts, batches } = reading({ objects, members: chain });
    const { directory, coverage } = await collect(groups.slice(0, 1));
    expect(parts.filter((part) => part.includes("/members?"))).toHaveLength(7);
    expect(parts).toHaveLength(14);
    // 0 → 1 and 3, then 2 and 4, then 5, then 6; the service principals of each while the next are read.
    expect(batches()).toEqual([1, 2, 1, 2, 2, 1, 2, 1, 1, 1]);
    expect(directory.memberships.get(idOf(groups[2]!))).toEqual({
      state: "read",
      members: [groups[3]!, user(2)].map(idOf),
    });
    expect(many(7, user).map((one) => directory.users.get(idOf(one))?.enabled)).toEqual(
      [0, 1, 2, 3, 4, 5, 6].map((number) => number % 2 === 0),
    );
    expect(coverage.parts.memberships).toMatchObject({ state: "complete", expected: 7, read: 7 });
  });

  test("costs one call for a thousand ids, two requests for each group and one for each person named", async () => {
    const groups = many(45, group);
    const people = many(30, user);
    const staff = many(500, (number) => user(1000 + number));
    const members = Object.fromEntries(groups.map(({ id }) => [id, staff.map((one) => one.id)]));
    const strangers = many(1000, (number) => user(5000 + number));
    const { collect, parts, batches, together } = reading({ objects: [...groups, ...people, ...staff], members });
    await collect([...groups, ...people, ...strangers]);
    expect(together()).toEqual([1000, 75]);
    expect(parts.filter((part) => part.startsWith("/groups/"))).toHaveLength(90);
    expect(parts.filter((part) => part.startsWith("/users/"))).toHaveLength(30);
    expect(batches().sort((one, other) => other - one)).toEqual([20, 20, 20, 20, 20, 10, 5, 5]);
  });

  test("is shown while it grows, and takes back nothing", async () => {
    const groups = many(900, group);
    const members = Object.fromEntries(groups.map(({ id }, number) => [id, [user(number).id]]));
    const { collect, snapshots } = reading({ objects: [...groups, ...many(900, user)], members });
    await collect(groups);
    const sizes = snapshots.map(({ directory }) => directory.memberships.size);
    expect(sizes.some((size) => size > 0 && size < 900)).toBe(true);
    expect(sizes).toEqual([...sizes].sort((one, other) => one - other));
    expect(snapshots.slice(0, -1).every(({ coverage }) => coverage.finishedAt === undefined)).toBe(true);
  });

  test("leaves out of members what holds no role, and keeps what it cannot tell", async () => {
    const device = { "@odata.type": "#microsoft.graph.device", id: guid(7, 1), displayName: "Laptop" };
    const nobody = { "@odata.type": "#microsoft.graph.user", id: guid(1, 8), displayName: null, accountEnabled: null };
    const objects = [group(1), user(1), device, nobody];
    const { collect } = reading({ objects, members: { [group(1).id]: [user(1).id, device.id, nobody.id] } });
    const { directory, coverage } = await collect([group(1)]);
    expect(directory.memberships.get(idOf(group(1)))).toEqual({ state: "read", members: [user(1), nobody].map(idOf) });
    expect(directory.principals.get(idOf(nobody))).toMatchObject({ state: "unreadable", kind: "user" });
    expect(coverage.problems.map(({ source, kind, rows, fix }) => [source, kind, rows, fix])).toEqual([
      ["principals", "refused", 1, expect.stringContaining("Directory.Read.All")],
      ["accounts", "refused", 1, expect.stringContaining("User.Read.All")],
    ]);
  });
});

describe("service principals in groups", () => {
  const robots = many(5, servicePrincipal);
  const members = { [group(1).id]: [user(1), ...robots].map(({ id }) => id) };
  const objects = [group(1), user(1), ...robots];

  test("are read although the list of members leaves them out, page by page and with their facts", async () => {
    const { collect, parts } = reading({ objects, members, pageSize: 2 });
    const { directory, coverage } = await collect([group(1)]);
    expect(directory.memberships.get(idOf(group(1)))).toEqual({
      state: "read",
      members: [user(1), ...robots].map(idOf),
    });
    expect(directory.principals.get(idOf(robots[4]!))).toMatchObject({ state: "found", kind: "servicePrincipal" });
    expect(directory.servicePrincipals.get(idOf(robots[4]!))).toMatchObject({ type: "application", enabled: true });
    expect(parts.map((part) => part.split("?")[0])).toEqual([
      `/groups/${group(1).id}/members`,
      ...Array(3).fill(`/groups/${group(1).id}/members/microsoft.graph.servicePrincipal`),
    ]);
    expect(coverage.problems).toEqual([]);
  });

  test("are not asked for in groups that hold none", async () => {
    const groups = [
      group(1, { groupTypes: ["Unified"] }),
      group(2, { groupTypes: ["DynamicMembership"] }),
      group(3, { groupTypes: null }),
    ];
    const { collect, parts } = reading({ objects: groups });
    const { coverage } = await collect(groups);
    expect(parts.filter((part) => part.includes("servicePrincipal?"))).toEqual([expect.stringContaining(group(3).id)]);
    expect(coverage.parts.memberships).toMatchObject({ state: "complete", read: 3 });
  });

  test("are none where Graph refuses the cast for the group's kind", async () => {
    const spoil = (url: string) => (url.includes("graph.servicePrincipal") ? unsupported : undefined);
    const { collect } = reading({ objects, members: { [group(1).id]: [user(1).id] }, spoil });
    const { directory } = await collect([group(1)]);
    expect(directory.memberships.get(idOf(group(1)))).toEqual({ state: "read", members: [idOf(user(1))] });
  });

  test("that may not be read leave the group's members incomplete, and name the permission", async () => {
    const spoil = (url: string) => (url.includes("graph.servicePrincipal") ? denied : undefined);
    const { collect } = reading({ objects, members, spoil });
    const { directory, coverage } = await collect([group(1)]);
    expect(directory.memberships.get(idOf(group(1)))).toEqual({
      state: "unreadable",
      why: "Its service principals could not be read: Insufficient privileges.",
      fix: expect.stringContaining("Application.Read.All"),
      known: [idOf(user(1))],
    });
    expect(coverage.problems).toMatchObject([
      { source: "memberships", kind: "refused", what: "Service principals among the members of Group 1", rows: 1 },
    ]);
    expect(coverage.parts.memberships.state).toBe("partial");
  });
});

describe("long lists of members", () => {
  const staff = many(95, user);
  const members = { [group(1).id]: staff.map(({ id }) => id) };

  test("are followed page by page within batches", async () => {
    const { collect, parts, together } = reading({ objects: [group(1), ...staff], members, pageSize: 30 });
    const { directory } = await collect([group(1)]);
    expect(directory.memberships.get(idOf(group(1)))).toEqual({ state: "read", members: staff.map(idOf) });
    expect(parts).toHaveLength(5);
    expect(together()).toEqual([1]);
  });

  test("are given up beyond a limit, with their length and those that were read", async () => {
    const { collect } = reading({ objects: [group(1), ...staff], members, pageSize: 30 });
    const { directory, coverage } = await collect([group(1)], { mostMembers: 50 });
    expect(directory.memberships.get(idOf(group(1)))).toEqual({
      state: "tooLarge",
      count: 95,
      known: staff.slice(0, 60).map(idOf),
    });
    expect(coverage.parts.memberships).toMatchObject({ state: "partial", expected: 1, read: 0 });
    expect(coverage.problems).toMatchObject([{ kind: "limit", what: "The members of Group 1", rows: 1 }]);
    expect(coverage.problems[0]?.why).toContain("95 members");
  });

  test("that break off keep those that were read", async () => {
    const spoil = (url: string) => (url.includes("skiptoken=60") ? { status: 500 } : undefined);
    const { collect } = reading({ objects: [group(1), ...staff], members, pageSize: 30, spoil });
    const { directory, coverage } = await collect([group(1)]);
    expect(directory.memberships.get(idOf(group(1)))).toMatchObject({
      state: "unreadable",
      known: staff.slice(0, 60).map(idOf),
    });
    expect(coverage.problems).toMatchObject([{ kind: "failed", source: "memberships", rows: 1 }]);
  });

  test.each([
    ["https://evil.example/v1.0/groups/x/members", "evil.example"],
    ["https://graph.microsoft.com/beta/groups/x/members", "another version"],
    [`https://graph.microsoft.com/v1.0/groups/${group(1).id}/members?$skiptoken=0`, "does not end"],
  ])("never lead to %s", async (link, why) => {
    const body = { value: [user(1)], "@odata.nextLink": link };
    const spoil = (url: string) => (url.includes("/members") ? { status: 200, body } : undefined);
    const { collect, parts } = reading({ objects: [group(1), user(1)], spoil });
    const { directory } = await collect([group(1)]);
    const membership = directory.memberships.get(idOf(group(1)));
    expect(membership).toMatchObject({ state: "unreadable", why: expect.stringContaining(why) });
    expect(parts.length).toBeLessThanOrEqual(2);
  });
});

describe("what Graph does not tell", () => {
  test("one bad record costs no other, and is named", async () => {
    const members = { value: [user(1), { id: 7, "@odata.type": "#microsoft.graph.user" }, user(2)] };
    const spoil = (url: string) => (url.includes("/members?") ? { status: 200, body: members } : undefined);
    const { collect } = reading({ objects: [group(1), user(1), user(2)], spoil });
    const { directory, coverage } = await collect([group(1)]);
    expect(directory.memberships.get(idOf(group(1)))).toMatchObject({
      state: "unreadable",
      known: [user(1), user(2)].map(idOf),
      why: expect.stringContaining("value[1].id"),
    });
    expect(coverage.problems).toMatchObject([{ kind: "malformed", rows: 1 }]);
  });

  test("hidden membership is not taken for an empty group", async () => {
    const hiding = group(1, { visibility: "HiddenMembership", groupTypes: ["Unified"] });
    const { collect } = reading({ objects: [hiding, group(2)] });
    const { directory, coverage } = await collect([hiding, group(2)]);
    expect(directory.memberships.get(idOf(hiding))).toMatchObject({
      state: "unreadable",
      fix: expect.stringContaining("Member.Read.Hidden"),
    });
    expect(directory.memberships.get(idOf(group(2)))).toEqual({ state: "read", members: [] });
    expect(coverage.parts.memberships.state).toBe("partial");
  });

  test("a refusal of all lists costs one batch, and names the permission", async () => {
    const groups = many(90, group);
    const spoil = (url: string) => (url.includes("/members") ? denied : undefined);
    const { collect, batches } = reading({ objects: groups, spoil });
    const { directory, coverage } = await collect(groups);
    expect(batches()).toEqual([20]);
    expect(directory.memberships.size).toBe(90);
    for (const membership of directory.memberships.values())
      expect(membership).toMatchObject({ state: "unreadable", fix: expect.stringContaining("GroupMember.Read.All") });
    expect(coverage.problems).toMatchObject([
      { source: "memberships", kind: "refused", what: "The members of 90 groups", rows: 90 },
    ]);
    expect(coverage.parts.memberships.state).toBe("refused");
  });

  test("without Directory.Read.All everybody is looked for one by one, twenty to a batch, with all facts", async () => {
    const objects = [...many(30, group), ...many(30, user), servicePrincipal(1)];
    const spoil = (url: string) => (url.includes("getByIds") ? denied : undefined);
    const { collect, batches, parts, together } = reading({ objects, spoil });
    const { directory, coverage } = await collect(objects);
    expect(together()).toEqual([61]);
    expect(batches().every((size) => size <= 20)).toBe(true);
    // 61 asked for as groups, 31 as users, 1 as a service principal; then two lists of members for each group.
    expect(parts).toHaveLength(61 + 31 + 1 + 60);
    expect(directory.users.get(idOf(user(3)))).toEqual({ enabled: true, guest: false });
    expect(directory.groups.get(idOf(group(3)))).toMatchObject({ type: "security" });
    expect(directory.servicePrincipals.get(idOf(servicePrincipal(1)))).toMatchObject({ type: "application" });
    expect(coverage.problems).toEqual([]);
  });

  test("with no consent at all ids stay ids, and say which permission is missing", async () => {
    const objects = [...many(50, group), ...many(50, user)];
    const { collect, batches, together } = reading({ objects, spoil: () => denied });
    const { directory, coverage } = await collect(objects);
    expect([together(), batches()]).toEqual([[100], [20, 20, 20]]);
    expect([...directory.principals.values()].every(({ state }) => state === "unreadable")).toBe(true);
    expect(directory.memberships.size).toBe(0);
    expect(coverage.problems).toMatchObject([
      { source: "principals", kind: "refused", rows: 100, fix: expect.stringContaining("Directory.Read.All") },
    ]);
    expect(coverage.parts.principals.state).toBe("refused");
  });

  test("accounts and applications that may not be read are named", async () => {
    const objects = [...many(3, user), servicePrincipal(1, { appOwnerOrganizationId: home })];
    const spoil = (url: string) => (/^\/(users|applications)/.test(url) ? denied : undefined);
    const { collect } = reading({ objects, spoil });
    const { directory, coverage } = await collect(objects);
    expect(directory.users.get(idOf(user(1)))).toEqual({ enabled: undefined, guest: undefined });
    expect(directory.servicePrincipals.get(idOf(servicePrincipal(1)))?.credentials).toBeUndefined();
    expect(coverage.problems.map(({ source, what, fix }) => [source, what, fix])).toEqual([
      ["accounts", "Whether 3 accounts are enabled", expect.stringContaining("User.Read.All")],
      ["credentials", "The keys and passwords of 1 service principal", expect.stringContaining("Application.Read.All")],
    ]);
  });

  test("a group that is gone by the time its members are read is deleted", async () => {
    const spoil = (url: string) => (url.includes("/members") ? { status: 404 } : undefined);
    const { collect } = reading({ objects: [group(1)], spoil });
    const { directory, coverage } = await collect([group(1)]);
    expect(directory.principals.get(idOf(group(1)))?.state).toBe("deleted");
    expect([directory.memberships.size, coverage.parts.memberships.state]).toEqual([0, "complete"]);
  });
});

describe("reading again", () => {
  const members = { [group(1).id]: [user(1).id], [group(2).id]: [user(2).id] };
  const objects = [group(1), group(2), user(1), user(2)];

  test("keeps what an earlier reading found while Graph is away", async () => {
    const since = await reading({ objects, members }).collect([group(1), group(2)]);
    const spoil = (url: string) => (url.includes(`${group(2).id}/members`) ? { status: 503 } : undefined);
    const again = reading({ objects, members, spoil });
    const { directory, coverage } = await again.collect([group(1), group(2)], { since });
    expect(again.snapshots.every((snapshot) => snapshot.directory.memberships.size === 2)).toBe(true);
    expect(directory.memberships.get(idOf(group(2)))).toEqual({ state: "read", members: [idOf(user(2))] });
    expect(coverage.problems).toMatchObject([{ source: "memberships", kind: "failed", rows: 1 }]);
  });

  test("drops what is no longer there, once everything was read", async () => {
    const since = await reading({ objects, members }).collect([group(1), group(2)]);
    const { directory } = await reading({ objects, members }).collect([group(1)], { since });
    expect([...directory.principals.keys()]).toEqual([group(1), user(1)].map(idOf));
    expect(directory.memberships.has(idOf(group(2)))).toBe(false);
  });
});

test("stopped by the person, it resolves with what was read, and says so", async () => {
  const groups = many(900, group);
  const stop = new AbortController();
  const { collect } = reading({ objects: groups });
  const { directory, coverage } = await collect(groups, {
    signal: stop.signal,
    onProgress: (snapshot) => snapshot.directory.memberships.size > 0 && stop.abort(),
  });
  expect(directory.memberships.size).toBeGreaterThan(0);
  expect(directory.memberships.size).toBeLessThan(900);
  expect(coverage.parts.memberships.state).toBe("cancelled");
  expect(coverage.finishedAt).toBeDefined();
});
