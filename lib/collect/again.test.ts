import { expect, test } from "vitest";
import type { Deed } from "@/lib/azure/testing/scripted";
import { tenantId } from "@/lib/domain/ids";
import { isConclusive } from "@/lib/domain/coverage";
import { scripted } from "@/lib/azure/testing/scripted";
import type { Inventory } from "@/lib/domain/inventory";
import { collect } from "./collect";
import { azureServer, type Spoil } from "./testing/azure-server";
import { estate, managingTenant, type Estate } from "./testing/estate";
import { named, reading } from "./testing/reading";

const outage: Deed = { status: 503, body: { error: { code: "ServiceUnavailable", message: "Down." } } };
const small = estate({ customers: 3 });
const large = estate({ customers: 500, subscriptionsEach: 3, groupsEach: 1 });
const fewer: Estate = {
  ...small,
  assignments: small.assignments.slice(2),
  subscriptions: small.subscriptions.slice(1),
};

const again = (given: Estate, since: Inventory, spoil?: Spoil, only?: Parameters<typeof collect>[0]["only"]) =>
  reading(given, spoil, { since, only });

test("a later reading shows the earlier rows until it knows better, and drops what is gone", async () => {
  const since = await reading(small).collected();
  const { collected, snapshots } = again(fewer, since);
  const inventory = await collected();
  expect(snapshots[0]?.delegations.size).toBe(12);
  expect(snapshots[0]?.coverage.finishedAt).toBeUndefined();
  expect(inventory.delegations.size).toBe(10);
  expect(inventory.coverage.problems).toEqual([]);
});

test("a later reading shows at once that it has begun, with the earlier rows and their time", async () => {
  const since = await reading(small).collected();
  const { collected, snapshots, server } = again(small, since, () => {
    expect(snapshots.length).toBeGreaterThan(0);
    return undefined;
  });
  const reader = collected();
  expect(server.questions).toEqual([]);
  expect(snapshots).toHaveLength(1);
  expect(snapshots[0]).toMatchObject({
    coverage: { finishedAt: undefined, subscriptions: since.coverage.subscriptions },
  });
  expect(snapshots[0]?.delegations).toBe(since.delegations);
  const { assignments } = snapshots[0]!.coverage.sources;
  expect(assignments).toMatchObject({ state: "waiting", read: 0, readAt: since.coverage.sources.assignments.readAt });
  await reader;
});

test("while a later reading goes on, subscriptions keep the answer they had", async () => {
  const since = await reading(small).collected();
  const { collected, snapshots } = again(small, since);
  await collected();
  for (const { coverage } of snapshots) expect([...coverage.subscriptions.values()]).not.toContain("waiting");
});

test("a later reading that fails leaves every row and the time it was read", async () => {
  const since = await reading(small).collected();
  const down: Spoil = ({ asked }) => (asked === "assignments" || asked === "count" ? outage : undefined);
  const inventory = await again(small, since, down).collected();
  expect(inventory.delegations.size).toBe(12);
  expect(inventory.coverage.sources.assignments).toMatchObject({
    state: "failed",
    readAt: since.coverage.sources.assignments.readAt,
  });
  expect(inventory.coverage.problems[0]?.why).toContain("earlier reading");
  expect(isConclusive(inventory.coverage)).toBe(false);
});

test("a later reading that loses a page shows the earlier rows of it, and names nothing as missing that is shown", async () => {
  const since = await reading(large).collected();
  const lossy: Spoil = ({ asked, skip }) => (asked === "assignments" && skip === 1000 ? outage : undefined);
  const inventory = await again(large, since, lossy).collected();
  expect(inventory.delegations.size).toBe(3000);
  expect(named(inventory, "assignments")).toBe(0);
  expect(inventory.coverage.sources.assignments).toMatchObject({ state: "partial", read: 2000, expected: 3000 });
});

test("a later reading whose records cannot be understood names them, and leaves what an earlier one understood", async () => {
  const since = await reading(small).collected();
  const spoiled = {
    ...small,
    assignments: small.assignments.map((row) => ({ ...row, properties: null })),
    definitions: small.definitions.map((row) => ({ ...row, properties: 7 })),
    subscriptions: small.subscriptions.map((row) => ({ ...row, tenantId: "nobody" })),
  };
  const nobody: Spoil = ({ asked }) => (asked === "principals" ? { body: { value: [{ id: 7 }] } } : undefined);
  const inventory = await again(spoiled, since, nobody).collected();
  expect(inventory.delegations).toEqual(since.delegations);
  expect(inventory.definitions).toEqual(since.definitions);
  expect(inventory.subscriptions).toEqual(since.subscriptions);
  expect(inventory.principals).toEqual(since.principals);
  const [problem] = inventory.coverage.problems;
  expect(problem).toMatchObject({ source: "assignments", kind: "malformed", what: "12 of the delegations" });
  expect(problem?.why).toContain("earlier reading");
  expect(named(inventory, "assignments")).toBe(0);
  expect(isConclusive(inventory.coverage)).toBe(false);
});

test("how old the earlier rows are is known until none of them is left, however many readings that takes", async () => {
  const since = await reading(small).collected();
  const { readAt } = since.coverage.sources.assignments;
  const heldIn = ({ coverage }: Inventory) => Object.values(coverage.sources).flatMap(({ heldFrom }) => heldFrom ?? []);
  expect(heldIn(since)).toEqual([]);

  const { collected, snapshots } = again(small, since);
  expect(heldIn(await collected())).toEqual([]);
  expect(snapshots[0]?.coverage.sources.assignments.heldFrom).toBe(readAt);

  const down: Spoil = ({ asked }) => (asked === "assignments" || asked === "count" ? outage : undefined);
  const failed = await again(small, since, down).collected();
  expect(failed.coverage.sources.assignments.heldFrom).toBe(readAt);
  const failedAgain = await again(small, failed, down).collected();
  expect(failedAgain.coverage.sources.assignments.heldFrom).toBe(readAt);
  const lossy: Spoil = ({ asked, skip }) => (asked === "assignments" && skip === 0 ? outage : undefined);
  const stillLossy = await again(small, failedAgain, lossy).collected();
  expect(stillLossy.coverage.sources.assignments.heldFrom).toBe(readAt);
  expect(heldIn(await again(small, stillLossy).collected())).toEqual([]);
});

test("only the sources asked for are read again, and the others keep their account", async () => {
  const down: Spoil = ({ asked }) => (asked === "principals" || asked === "roles" ? outage : undefined);
  const since = await reading(small, down).collected();
  expect(since.coverage.problems.map(({ source }) => source).sort()).toEqual(["principals", "roles"]);

  const people = again(small, since, down, ["principals"]);
  expect((await people.collected()).coverage.problems.map(({ source }) => source).sort()).toEqual([
    "principals",
    "roles",
  ]);
  expect(new Set(people.server.questions.map(({ asked }) => asked))).toEqual(new Set(["principals"]));

  const cured = again(small, since, undefined, ["principals"]);
  const inventory = await cured.collected();
  expect(inventory.coverage.problems.map(({ source }) => source)).toEqual(["roles"]);
  expect(inventory.coverage.sources.assignments).toEqual(since.coverage.sources.assignments);
  expect(inventory.coverage.subscriptions).toEqual(since.coverage.subscriptions);
  expect(inventory.principals.size).toBe(6);
  expect(inventory.delegations).toBe(since.delegations);
});

test("a lost page is had by reading the delegations again, without the names of customers and roles", async () => {
  const lossy: Spoil = ({ asked, skip }) => (asked === "assignments" && skip === 1000 ? outage : undefined);
  const since = await reading(large, lossy).collected();
  expect(since.delegations.size).toBe(2000);
  const retried = again(large, since, undefined, ["assignments"]);
  const inventory = await retried.collected();
  expect(inventory.delegations.size).toBe(3000);
  expect(inventory.coverage.problems).toEqual([]);
  expect(isConclusive(inventory.coverage)).toBe(true);
  expect(retried.server.times("tenants") + retried.server.times("roles")).toBe(0);
});

test("a reading that is stopped resolves with what was read, and nothing is asked after it", async () => {
  const server = azureServer(large);
  const stop = new AbortController();
  const { azure, run } = scripted(server.serve, { tenant: tenantId(managingTenant)! });
  const snapshots: Inventory[] = [];
  const inventory = await run(
    collect({
      azure,
      signal: stop.signal,
      onProgress(snapshot) {
        snapshots.push(snapshot);
        if (snapshot.delegations.size >= 1000) stop.abort();
      },
    }),
  );
  expect(inventory.delegations.size).toBe(1000);
  expect(inventory.coverage.sources.assignments).toMatchObject({ state: "cancelled", read: 1000, expected: 3000 });
  expect(inventory.coverage.sources.principals.state).toBe("cancelled");
  expect(inventory.coverage.problems).toEqual([]);
  expect(inventory.coverage.finishedAt).toBeDefined();
  expect(isConclusive(inventory.coverage)).toBe(false);
  expect(new Set(inventory.coverage.subscriptions.values())).toEqual(new Set(["waiting"]));
  expect(snapshots.at(-1)).toEqual(inventory);
  const asked = server.questions.length;
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(server.questions.length).toBe(asked);
});

test("waiting for the quota is visible while it lasts, and forgotten afterwards", async () => {
  let refused = 0;
  const once: Spoil = ({ asked, skip }) =>
    asked === "assignments" && skip === 1000 && refused++ === 0
      ? { status: 429, headers: { "retry-after": "7" }, body: { error: { code: "RateLimiting" } } }
      : undefined;
  const { collected, snapshots, azure } = reading(large, once);
  const inventory = await collected();
  const waits = snapshots.flatMap(({ coverage }) => coverage.throttled ?? []);
  expect(waits.length).toBeGreaterThan(0);
  expect(waits[0]?.until).toBeGreaterThan(snapshots[0]!.coverage.startedAt + 6000);
  expect(inventory.coverage.throttled).toBeUndefined();
  expect(inventory.delegations.size).toBe(3000);
  expect(azure.key).toHaveLength(3);
});
