import { describe, expect, it } from "vitest";
import { canDo, readable, visibleSubscriptions } from "../rbac";
import { createWorld } from "./worlds";

const now = new Date("2026-11-20T15:30:00Z");

describe.each(["s", "m"] as const)("the personas of world %s, by the rights that really follow", (name) => {
  const world = createWorld({ extends: name }, { now });
  const [admin = "", oncall = "", engineer = "", manager = "", nobody = ""] = world.personas.map(
    ({ objectId }) => objectId,
  );
  const delegated = new Set([...world.registrationAssignments.keys()].map((id) => id.split("/")[2] ?? ""));
  const own = [...world.subscriptions.values()].filter(({ tenantId }) => tenantId === world.id);
  const customersOf = (person: string) =>
    new Set(
      [...visibleSubscriptions(world, person)]
        .map((id) => world.subscriptions.get(id)?.tenantId ?? "")
        .filter((tenantId) => tenantId !== world.id),
    );

  it("an administrator sees everything: every delegation, the own subscriptions and a managed application", () => {
    const seen = readable(world, admin).subscriptions;
    expect([...delegated].filter((id) => !seen.has(id))).toEqual([]);
    const projected = [...world.subscriptions.values()].find(({ displayName }) => displayName.includes("treyresearch"));
    const all = [...delegated, ...own.map(({ subscriptionId }) => subscriptionId), projected?.subscriptionId ?? ""];
    expect([...visibleSubscriptions(world, admin)].sort()).toEqual(all.sort());
    expect(canDo(world, admin, "Microsoft.Insights/eventtypes/values/Read", "/")).toBe(true);
  });

  it("whoever is on call and the manager read every customer and write nowhere", () => {
    for (const person of [oncall, manager]) {
      const seen = readable(world, person);
      const unread = [...world.registrationAssignments.values()]
        .filter(({ properties }) => properties.provisioningState === "Succeeded")
        .map(({ id }) => id.split("/"))
        .filter(([, , id = "", , group = ""]) =>
          group === "Microsoft.ManagedServices" ? !seen.subscription(id) : !seen.resourceGroup(id, group),
        );
      // An offer with something wrong in it may have lost the on-call group's Reader.
      expect(unread.length).toBeLessThanOrEqual(name === "s" || person === manager ? 0 : 20);
    }
    const writes = [...delegated].filter((id) =>
      [oncall, manager].some((person) =>
        canDo(world, person, "Microsoft.Compute/virtualMachines/write", `/subscriptions/${id}`),
      ),
    );
    expect(writes).toEqual([]);
  });

  it("an engineer of some teams sees their customers and no others", () => {
    const names = [...customersOf(engineer)].map((id) => world.tenants.get(id)?.displayName).sort();
    const expected = { s: ["Coho Vineyard", "Woodgrove Bank"], m: ["Adatum", "Fabrikam", "Litware"] };
    for (const customer of expected[name]) expect(names).toContain(customer);
    // A subscription of theirs may have moved on to another customer.
    expect(names.length - expected[name].length).toBeLessThanOrEqual(name === "s" ? 0 : 3);
  });

  it("somebody new sees nothing", () => {
    expect(visibleSubscriptions(world, nobody).size).toBe(0);
  });

  it("a script reads every delegated subscription", () => {
    const script = [...world.servicePrincipals.values()].find(({ secret }) => secret !== undefined);
    const seen = readable(world, script?.id ?? "").subscriptions;
    expect([...delegated].filter((id) => !seen.has(id))).toEqual([]);
  });
});
