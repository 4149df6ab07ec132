import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, expect, test } from "vitest";
import { scripted } from "@/lib/azure/testing/scripted";
import { graphServer, group, idOf, user } from "@/lib/collect/directory/testing/graph-server";
import type { DirectoryReading } from "@/lib/domain/directory-reading";
import { aCoverage, aDefinition, aDelegation, anInventory, exampleRole } from "@/lib/domain/example-inventory";
import type { TenantId } from "@/lib/domain/ids";
import type { Inventory } from "@/lib/domain/inventory";
import { directoryQuery, latestDirectory, readDirectoryAgain, stopReadingDirectory } from "./directory";

const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

const groups = Array.from({ length: 400 }, (_, number) => group(number));
const members = Object.fromEntries(groups.map(({ id }, number) => [id, [user(number).id]]));

function screen() {
  const server = graphServer({ objects: [...groups, ...groups.map((_, number) => user(number))], members });
  const { azure, run } = scripted(server.serve);
  const client = new QueryClient();
  ends.push(() => client.clear());
  const observer = new QueryObserver(client, directoryQuery(azure, undefined));
  const seen: DirectoryReading[] = [];
  const leave = observer.subscribe(({ data }) => void (data && seen.push(data)));
  ends.push(leave);
  const until = (isReached: () => boolean) =>
    run(
      (async () => {
        while (!isReached()) await new Promise((resolve) => setImmediate(resolve));
      })(),
    );
  const look = (inventory: Inventory | undefined) => observer.setOptions(directoryQuery(azure, inventory));
  const result = () => observer.getCurrentResult();
  const idle = () => until(() => result().fetchStatus === "idle" && result().data?.coverage.finishedAt !== undefined);
  return { azure, client, server, run, seen, look, leave, result, until, idle };
}

/** An inventory whose only offer names these. */
function inventory({ tenant }: { tenant: TenantId }, count: number, isRead = true): Inventory {
  const authorizations = groups
    .slice(0, count)
    .map((one) => ({ principal: idOf(one), label: undefined, role: exampleRole(1), delegatedRoles: [] }));
  const definition = aDefinition(1, { managingTenant: tenant, authorizations });
  const coverage = isRead ? aCoverage() : aCoverage({ finishedAt: undefined });
  return { ...anInventory({ delegations: [aDelegation(1, { definition })], coverage }), managingTenant: tenant };
}

test("nobody is asked for before the inventory was read, then everybody once, and shown as they come", async () => {
  const { azure, look, result, idle, server, seen, client } = screen();
  look(inventory(azure, 400, false));
  expect([result().fetchStatus, server.together()]).toEqual(["idle", []]);
  look(inventory(azure, 400));
  await idle();
  look(inventory(azure, 400));
  await idle();
  expect(server.together()).toEqual([400]);
  const sizes = seen.map(({ directory }) => directory.memberships.size);
  expect(sizes.some((size) => size > 0 && size < 400)).toBe(true);
  expect(latestDirectory(client, azure)?.directory.memberships.size).toBe(400);
});

test("new ids are read, and what was there stays on screen meanwhile", async () => {
  const { azure, look, result, idle, server, seen } = screen();
  look(inventory(azure, 100));
  await idle();
  const before = seen.length;
  look(inventory(azure, 150));
  expect(result().data?.directory.memberships.size).toBe(100);
  await idle();
  expect(server.together()).toEqual([100, 150]);
  expect(seen.slice(before).every(({ directory }) => directory.memberships.size >= 100)).toBe(true);
  expect(result().data?.directory.memberships.size).toBe(150);
});

test("what a person stops stays as it is, and can be read again", async () => {
  const { azure, client, look, result, until, idle, run } = screen();
  look(inventory(azure, 400));
  await until(() => (result().data?.directory.memberships.size ?? 0) > 0);
  stopReadingDirectory(azure);
  await idle();
  expect(result().data?.coverage.parts.memberships.state).toBe("cancelled");
  const { directory } = await run(readDirectoryAgain(client, azure, inventory(azure, 400)));
  expect(directory.memberships.size).toBe(400);
});

test("new ids of which nobody waited for the answer are asked for again", async () => {
  const { azure, client, look, leave, idle } = screen();
  look(inventory(azure, 100));
  await idle();
  look(inventory(azure, 150));
  leave();
  const key = directoryQuery(azure, inventory(azure, 150)).queryKey;
  const observer = new QueryObserver(client, directoryQuery(azure, inventory(azure, 150)));
  expect(client.getQueryState<DirectoryReading>(key)?.data?.coverage.finishedAt).toBeUndefined();
  ends.push(observer.subscribe(() => undefined));
  expect(observer.getCurrentResult().fetchStatus).toBe("fetching");
});

test("nothing is written into a cache that was cleared at sign-out", async () => {
  const { azure, client, look, until, result } = screen();
  look(inventory(azure, 400));
  await until(() => (result().data?.directory.memberships.size ?? 0) > 0);
  client.clear();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(client.getQueryCache().getAll()).toEqual([]);
});
