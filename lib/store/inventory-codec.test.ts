import { describe, expect, test } from "vitest";
import {
  aCoverage,
  aDefinition,
  aDelegation,
  anInventory,
  aSubscription,
  examplePrincipal,
  exampleRole,
  exampleSubscription,
  exampleTenant,
} from "@/lib/domain/example-inventory";
import type { Inventory } from "@/lib/domain/inventory";
import { delegationRows } from "@/lib/domain/delegation-rows";
import { aRoleWithId } from "@/lib/domain/roles/example-role";
import { finish } from "@/lib/table/slices";
import { inventoryPacking } from "./inventory-codec";
import { formatVersion } from "./vault";

const person = examplePrincipal(1);
const definition = aDefinition(1, {
  plan: { publisher: "us", product: "care", name: "gold", version: "2.0.0" },
  authorizations: [{ principal: person, label: undefined, role: exampleRole(1), delegatedRoles: [exampleRole(2)] }],
  eligibleAuthorizations: [
    {
      principal: person,
      label: "\u202eEvil \ud83d\ude00",
      role: exampleRole(1),
      policy: {
        stated: false,
        mfa: true,
        longest: "PT8H",
        defaultLength: true,
        approvers: [{ principal: person, label: undefined }],
      },
    },
  ],
  raw: undefined,
});
const group = { kind: "resourceGroup", subscription: exampleSubscription(1), resourceGroup: "rg-prod" } as const;
const other = aDefinition(4, { raw: undefined });
const read = anInventory({
  delegations: [
    aDelegation(1, { definition, raw: undefined }),
    aDelegation(2, { definition: undefined, raw: undefined }),
    aDelegation(3, {
      definition: { ...definition, offer: "Older" },
      raw: undefined,
      scope: group,
      givenResourceGroup: "RG-Prod",
    }),
  ],
  subscriptions: [aSubscription(1)],
  tenants: [
    { id: exampleTenant(1), name: undefined, domain: "one.example" },
    { id: exampleTenant(2), name: "Two", domain: undefined, nameFrom: "graph" },
  ],
  roles: new Map([[exampleRole(1), aRoleWithId(exampleRole(1), { actions: ["*"] })]]),
  principals: new Map([
    [person, { id: person, state: "deleted" }],
    [examplePrincipal(2), { id: examplePrincipal(2), state: "found", kind: "group", name: "G", detail: undefined }],
    [examplePrincipal(3), { id: examplePrincipal(3), state: "unreadable", kind: undefined }],
  ]),
  coverage: aCoverage({
    subscriptions: new Map([
      [exampleSubscription(1), "answered"],
      [exampleSubscription(2), "refused"],
    ]),
  }),
});
// One of the delegations has a definition that the list of definitions knows otherwise.
const inventory = {
  ...read,
  definitions: new Map([
    [definition.id, definition],
    [other.id, other],
  ]),
};
const pack = (given: Inventory = inventory) => finish(inventoryPacking.pack(given));
const unpack = (bytes: Uint8Array<ArrayBuffer>) => finish(inventoryPacking.unpack(bytes.buffer));

describe("an inventory as bytes", () => {
  test("reads back as it was, without Azure's records, and with one value where there was one", () => {
    const read = unpack(pack());
    expect(read).toStrictEqual(inventory);
    expect(read.delegations.get(aDelegation(1).id)?.definition).toBe(read.definitions.get(definition.id));
    expect([...read.delegations.keys()]).toEqual([...inventory.delegations.keys()]);
  });

  test("keeps how a resource group's name was given, although the record that tells it is left out", () => {
    const id = `/subscriptions/${exampleSubscription(1)}/resourceGroups/RG-Prod/providers/x/y/z`;
    const raw = anInventory({ delegations: [aDelegation(3, { scope: group, raw: { id } })] });
    const read = unpack(pack(raw));
    expect([...read.delegations.values()][0]?.raw).toBeUndefined();
    expect(delegationRows(read)).toStrictEqual(delegationRows(raw));
    expect(delegationRows(read)[0]?.resourceGroup).toBe("RG-Prod");
  });

  test("does not change without another version of the format, which makes browsers forget what they have", async () => {
    const digest = await crypto.subtle.digest("SHA-256", pack());
    const print = Buffer.from(digest).toString("hex").slice(0, 16);
    expect({ formatVersion, print }).toEqual({ formatVersion: 2, print: "43a91eb058bbbc4f" });
  });

  test("is refused where it was cut off", () => {
    const bytes = pack();
    for (let length = 0; length < bytes.length; length += 11)
      expect(() => unpack(bytes.slice(0, length)), String(length)).toThrow();
  });
});
