import { beforeEach, expect, test } from "vitest";
import type { RoleId, SubscriptionId, TenantId } from "@/lib/domain/ids";
import type { Entry } from "@/lib/lookup/entry";
import { indexEntries } from "@/lib/lookup/lookup-index";
import { finish } from "@/lib/table/slices";
import { isPinned, parsePins, pinsOf, placesOfPins } from "./pins";

const customer = (name: string, tenant: string): Entry => ({
  target: { kind: "customer", tenant: tenant as TenantId },
  name,
  beside: [],
  also: [],
  ids: [tenant],
  copies: tenant,
});
const contoso = customer("Contoso", "c0");
const fabrikam = customer("Fabrikam", "f0");
const group: Entry = {
  target: {
    kind: "resourceGroup",
    subscription: "s0" as SubscriptionId,
    resourceGroup: "rg-secret-plans",
    customer: "c0" as TenantId,
  },
  name: "rg-secret-plans",
  beside: [],
  also: [],
  ids: ["s0"],
  copies: "/subscriptions/s0/resourceGroups/rg-secret-plans",
};
const role: Entry = { ...customer("Reader", "r0"), target: { kind: "role", role: "r0" as RoleId, customers: 3 } };

const stored = new Map<string, string>();
beforeEach(() => {
  stored.clear();
  globalThis.localStorage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
  } as Storage;
});

test("pins are kept for one account, the newest first, and come off again", () => {
  const mine = pinsOf(["cloud", "tenant", "ada"]);
  mine.toggle(contoso);
  expect(mine.toggle(role).map(({ id }) => id)).toEqual(["r0", "c0"]);
  expect(isPinned(mine.list(), contoso)).toBe(true);
  expect(pinsOf(["cloud", "tenant", "grace"]).list()).toEqual([]);
  expect(mine.toggle(contoso)).toEqual(mine.list());
  expect(isPinned(mine.list(), contoso)).toBe(false);
  expect(isPinned(mine.list(), role)).toBe(true);
});

test("nothing that customers named is stored", () => {
  const mine = pinsOf(["a"]);
  mine.toggle(contoso);
  mine.toggle(group);
  expect([...stored.values()].join()).toBe('[{"kind":"customer","id":"c0"}]');
});

test("what is stored is looked up by id, and forgotten where it is none", () => {
  const index = finish(indexEntries([fabrikam, role, contoso]));
  const pins = [
    { kind: "customer", id: "c0" },
    { kind: "customer", id: "gone" },
    { kind: "role", id: "r0" },
  ];
  expect(placesOfPins(index, pins).map((at) => index.entries[at]?.name)).toEqual(["Contoso", "Reader"]);
});

test("what this version did not write is no pin", () => {
  expect(parsePins("{}")).toEqual([]);
  expect(parsePins('[null, 3, {"kind":"role"}, {"kind":"role","id":7}, {"kind":"role","id":"r0","name":"x"}]')).toEqual(
    [{ kind: "role", id: "r0" }],
  );
  stored.set("fresnel:pins:a", "no JSON");
  expect(pinsOf(["a"]).list()).toEqual([]);
});
