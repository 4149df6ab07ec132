import { onlineManager, QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, expect, test } from "vitest";
import { scripted } from "@/lib/azure/testing/scripted";
import { azureServer, type Spoil } from "@/lib/collect/testing/azure-server";
import { estate, managingTenant } from "@/lib/collect/testing/estate";
import { tenantId } from "@/lib/domain/ids";
import type { Inventory } from "@/lib/domain/inventory";
import { inventoryQuery, readAgain, retrySources, stopReading } from "./inventory";

const given = estate({ customers: 300, subscriptionsEach: 4, groupsEach: 1 });
const delegations = 2400;
const ends: (() => void)[] = [];
afterEach(() => {
  ends.splice(0).forEach((end) => end());
  onlineManager.setOnline(true);
});

/** A screen that looks at the inventory, and Azure behind it. */
function screen(spoil?: Spoil) {
  const server = azureServer(given, spoil);
  const { azure, run } = scripted(server.serve, { tenant: tenantId(managingTenant)! });
  const client = new QueryClient({ defaultOptions: { queries: { networkMode: "always" } } });
  const seen: Inventory[] = [];
  const look = () => {
    const observer = new QueryObserver(client, inventoryQuery(azure));
    const leave = observer.subscribe(({ data }) => {
      if (data && seen.at(-1) !== data) seen.push(data);
    });
    ends.push(leave, () => client.clear());
    return { leave, observer };
  };
  const until = (isReached: (inventory: Inventory | undefined) => boolean) =>
    run(
      (async () => {
        while (!isReached(current())) await new Promise((resolve) => setImmediate(resolve));
      })(),
    );
  const current = () => client.getQueryData<Inventory>(inventoryQuery(azure).queryKey);
  const finished = () => until((inventory) => inventory?.coverage.finishedAt !== undefined);
  const state = () => client.getQueryState(inventoryQuery(azure).queryKey);
  return { azure, client, server, run, look, seen, until, finished, current, state };
}

test("rows are shown while they are read, and kept fresh for a quarter of an hour", async () => {
  const { look, seen, until, state, azure } = screen();
  const { observer } = look();
  await until(() => state()?.fetchStatus === "idle");
  const sizes = seen.map(({ delegations }) => delegations.size);
  expect(sizes.at(-1)).toBe(delegations);
  expect(sizes.some((size) => size > 0 && size < delegations)).toBe(true);
  expect(observer.getCurrentResult()).toMatchObject({ status: "success", isStale: false });
  expect(inventoryQuery(azure).queryKey).toEqual([...azure.key, "inventory"]);
});

test("what a person stops stays as it is, without an error", async () => {
  const { look, until, current, state, azure } = screen();
  look();
  await until((inventory) => (inventory?.delegations.size ?? 0) >= 1000);
  stopReading(azure);
  await until(() => state()?.fetchStatus === "idle");
  expect(current()?.delegations.size).toBe(1000);
  expect(current()?.coverage.sources.assignments.state).toBe("cancelled");
  expect(state()).toMatchObject({ status: "success", error: null });
});

test("a reading that nobody looks at any more is read on when somebody does", async () => {
  const { look, until, current, finished, server } = screen();
  const { leave } = look();
  await until((inventory) => (inventory?.delegations.size ?? 0) >= 1000);
  leave();
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(current()?.coverage.finishedAt).toBeUndefined();
  const asked = server.questions.length;
  look();
  await finished();
  expect(server.questions.length).toBeGreaterThan(asked);
  expect(current()?.delegations.size).toBe(delegations);
});

test("reading again never empties the screen, whatever happens", async () => {
  let isDown = false;
  const spoil: Spoil = () =>
    isDown ? { status: 503, body: { error: { code: "Down", message: "Down." } } } : undefined;
  const { look, finished, seen, run, client, azure } = screen(spoil);
  look();
  await finished();
  isDown = true;
  const before = seen.length;
  const inventory = await run(readAgain(client, azure));
  expect(seen.slice(before).every((snapshot) => snapshot.delegations.size === delegations)).toBe(true);
  expect(inventory.coverage.sources.assignments.state).toBe("failed");
  expect(inventory.delegations.size).toBe(delegations);
});

test("one source is read again without the others", async () => {
  let isDown = true;
  const spoil: Spoil = ({ asked }) =>
    isDown && asked === "roles" ? { status: 503, body: { error: { code: "Down", message: "Down." } } } : undefined;
  const { look, until, state, run, client, azure, server, current } = screen(spoil);
  look();
  await until(() => state()?.fetchStatus === "idle");
  expect(current()?.coverage.sources.roles.state).toBe("failed");
  isDown = false;
  const asked = server.questions.length;
  const inventory = await run(retrySources(client, azure, ["roles"]));
  expect(inventory.coverage.sources.roles.state).toBe("complete");
  expect(inventory.coverage.problems).toEqual([]);
  expect(server.questions.slice(asked).map((question) => question.asked)).toEqual(["roles"]);
});

test("what failed while the network was away is read by itself when it is back, and once", async () => {
  let isAway = false;
  const { look, until, state, run, client, azure, current, server } = screen(() => (isAway ? "cut" : undefined));
  client.mount();
  ends.push(() => client.unmount());
  look();
  await until(() => state()?.fetchStatus === "idle");
  isAway = true;
  onlineManager.setOnline(false);
  const { coverage } = await run(readAgain(client, azure));
  expect(new Set(coverage.problems.map(({ kind }) => kind))).toEqual(new Set(["unreachable"]));
  isAway = false;
  onlineManager.setOnline(true);
  await until((inventory) => inventory?.coverage.problems.length === 0 && state()?.fetchStatus === "idle");
  expect(current()?.delegations.size).toBe(delegations);

  const asked = server.questions.length;
  onlineManager.setOnline(false);
  onlineManager.setOnline(true);
  expect(state()?.fetchStatus).toBe("idle");
  expect(server.questions.length).toBe(asked);
});

test("what was given up before the network came back is read once more in the same reading", async () => {
  let isAway = true;
  let throttles = 1;
  const { look, until, state, current, server } = screen(({ asked }) => {
    if (asked === "roles" && isAway) return "cut";
    return asked === "assignments" && throttles-- > 0
      ? { status: 429, headers: { "retry-after": "200" }, body: {} }
      : undefined;
  });
  look();
  await until((inventory) => inventory?.coverage.sources.roles.state === "failed");
  expect(current()?.coverage.finishedAt).toBeUndefined();
  isAway = false;
  onlineManager.setOnline(false);
  onlineManager.setOnline(true);
  await until(() => state()?.fetchStatus === "idle");
  expect(current()?.coverage.problems).toEqual([]);
  expect(current()?.coverage.sources.roles.state).toBe("complete");
  expect(server.times("list")).toBe(1);
});

test("nothing is written into a cache that was cleared at sign-out", async () => {
  const { look, until, client } = screen();
  look();
  await until((inventory) => (inventory?.delegations.size ?? 0) >= 1000);
  client.clear();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(client.getQueryCache().getAll()).toEqual([]);
});
