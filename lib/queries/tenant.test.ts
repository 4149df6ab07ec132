import { expect, test } from "vitest";
import type { Azure } from "@/lib/azure/client";
import { emptyDirectory, type DirectoryReading } from "@/lib/domain/directory-reading";
import { anInventory, examplePrincipal } from "@/lib/domain/example-inventory";
import type { Principal } from "@/lib/domain/principal";
import { tenantQuery } from "./tenant";

const azure = { key: ["Cloud", "tenant", "mira"] } as unknown as Azure;
const found = (number: number): Principal => ({
  id: examplePrincipal(number),
  state: "found",
  kind: "group",
  name: `Group ${number}`,
  detail: undefined,
});
const deleted = (number: number): Principal => ({ id: examplePrincipal(number), state: "deleted" });

const reading = (principals: readonly Principal[], isRead = true): DirectoryReading => ({
  directory: { ...emptyDirectory, principals: new Map(principals.map((one) => [one.id, one])) },
  // Only when it ended is looked at.
  coverage: { finishedAt: isRead ? 1 : undefined } as DirectoryReading["coverage"],
});
const asked = (of: DirectoryReading) => tenantQuery(azure, anInventory({}), of).queryKey.join(" ");

test("whoever turns out to be deleted is another question, in whatever order people came it is the same", () => {
  const before = asked(reading([found(1), found(2)]));
  expect(asked(reading([found(2), found(1)]))).toBe(before);
  expect(asked(reading([found(1), deleted(2)]))).not.toBe(before);
  expect(asked(reading([found(1), found(2), found(3)]))).not.toBe(before);
});

test("nothing is asked before both the inventory and the directory have been read", () => {
  const query = (of: DirectoryReading | undefined, inventory = anInventory({})) => tenantQuery(azure, inventory, of);
  expect(query(reading([found(1)])).enabled).toBe(true);
  const unfinished = query(reading([found(1)], false));
  expect(query(undefined).enabled).toBe(false);
  expect([unfinished.enabled, unfinished.queryKey]).toEqual([false, query(undefined).queryKey]);
  expect(tenantQuery(azure, undefined, reading([found(1)])).enabled).toBe(false);
});
