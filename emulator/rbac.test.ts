import { describe, expect, test, vi } from "vitest";
import { smallWorld } from "./arm/small-world";
import {
  assignments,
  definitions,
  groups,
  people,
  roles,
  servicePrincipals,
  subscriptions,
  tenants,
} from "./arm/small-world-ids";
import { canDo, canDoAsOwnTenant, isShown, permissionsAt, readable, visibleSubscriptions } from "./rbac";
import type { World } from "./world";

const read = "Microsoft.ManagedServices/registrationAssignments/read";
const remove = "Microsoft.ManagedServices/registrationAssignments/delete";
const scope = (id: string) => `/subscriptions/${id}`;
const web = `${scope(subscriptions.adatum)}/resourceGroups/rg-web`;

const contosoDefinition = (world: World) => {
  const row = world.registrationDefinitions.get(
    `/subscriptions/${subscriptions.contoso}/providers/microsoft.managedservices/registrationdefinitions/${definitions.contoso}`,
  );
  if (!row) throw new Error("the small world lost Contoso's definition");
  return row;
};
const contosoAssignment = (world: World) => {
  const row = world.registrationAssignments.get(
    `/subscriptions/${subscriptions.contoso}/providers/microsoft.managedservices/registrationassignments/${assignments.contoso}`,
  );
  if (!row) throw new Error("the small world lost Contoso's assignment");
  return row;
};

describe("delegations", () => {
  test("give a person directly named their role, at the scope and below, in any casing", () => {
    const world = smallWorld();
    expect(
      canDo(
        world,
        people.operator.toUpperCase(),
        "microsoft.COMPUTE/virtualMachines/start/action",
        scope(subscriptions.contoso).toUpperCase(),
      ),
    ).toBe(true);
    expect(
      canDo(world, people.operator, read, `${scope(subscriptions.contoso)}/resourceGroups/a/providers/Microsoft.X/y/z`),
    ).toBe(true);
    expect(canDo(world, people.operator, "Microsoft.Authorization/locks/write", scope(subscriptions.contoso))).toBe(
      false,
    );
    expect(canDo(world, people.operator, read, scope(subscriptions.contosoSecond))).toBe(false);
    expect(canDo(world, people.operator, read, "/")).toBe(false);
  });

  test("reach through nested groups and around a cycle", () => {
    const world = smallWorld();
    expect(canDo(world, people.engineer, read, scope(subscriptions.contoso))).toBe(true);
    expect(canDo(world, people.engineer, remove, scope(subscriptions.contoso))).toBe(false);
    world.groups.get(groups.tierTwo)?.members.splice(0, 1);
    world.version++;
    expect(canDo(world, people.engineer, read, scope(subscriptions.contoso))).toBe(false);
  });

  test("of a resource group stop at that group", () => {
    const world = smallWorld();
    expect(canDo(world, people.groupReader, read, web)).toBe(true);
    expect(canDo(world, people.groupReader, read, scope(subscriptions.adatum))).toBe(false);
    expect(canDo(world, people.groupReader, read, `${scope(subscriptions.adatum)}/resourceGroups/rg-web2`)).toBe(false);
    expect([...visibleSubscriptions(world, people.groupReader)]).toEqual([subscriptions.adatum]);
  });

  test.each([
    ["an eligible authorization", people.onCall],
    ["a Microsoft 365 group", people.nobody],
    ["a person who is not in the directory", groups.deleted],
  ])("%s gives nothing", (_, principal) => {
    const world = smallWorld();
    expect(visibleSubscriptions(world, principal).size).toBe(0);
    expect(permissionsAt(world, principal, scope(subscriptions.contoso))).toEqual([]);
  });

  test.each<[string, (world: World) => void]>([
    ["is being deleted", (world) => (contosoAssignment(world).properties.provisioningState = "Deleting")],
    [
      "has lost its definition",
      (world) => world.registrationDefinitions.delete(contosoDefinition(world).id.toLowerCase()),
    ],
    [
      "is managed by another tenant",
      (world) => (contosoDefinition(world).properties.managedByTenantId = tenants.otherMsp),
    ],
    ["names a role that is gone", (world) => world.roleDefinitions.delete(roles.contributor)],
    [
      "is of a subscription that moved into the managing tenant",
      (world) => {
        const row = world.subscriptions.get(subscriptions.contoso);
        if (row) row.tenantId = tenants.msp;
      },
    ],
  ])("that %s gives nothing", (_, change) => {
    const world = smallWorld();
    const action = "Microsoft.Compute/virtualMachines/write";
    expect(canDo(world, people.operator, action, scope(subscriptions.contoso))).toBe(true);
    change(world);
    world.version++;
    expect(canDo(world, people.operator, action, scope(subscriptions.contoso))).toBe(false);
  });

  test("to a service principal subtract per entry, not per role", () => {
    const world = smallWorld();
    const at = scope(subscriptions.fabrikam);
    expect(canDo(world, servicePrincipals.bot, "Microsoft.Compute/virtualMachines/write", at)).toBe(true);
    expect(canDo(world, servicePrincipals.bot, "Microsoft.Compute/disks/read", at)).toBe(true);
    expect(canDo(world, servicePrincipals.bot, "Microsoft.Compute/disks/write", at)).toBe(false);
  });

  test("as User Access Administrator give role assignments and support, and no reading", () => {
    const world = smallWorld();
    const row = contosoDefinition(world);
    row.properties.authorizations = row.properties.authorizations.filter(
      ({ roleDefinitionId }) => roleDefinitionId !== roles.contributor,
    );
    world.version++;
    const at = scope(subscriptions.contoso);
    expect(canDo(world, people.operator, "Microsoft.Authorization/roleAssignments/write", at)).toBe(true);
    expect(canDo(world, people.operator, "Microsoft.Support/supportTickets/write", at)).toBe(true);
    expect(canDo(world, people.operator, "Microsoft.Authorization/roleAssignments/delete", at)).toBe(false);
    expect(canDo(world, people.operator, "Microsoft.Resources/subscriptions/read", at)).toBe(false);
    expect(readable(world, people.operator).subscriptions.size).toBe(0);
  });
});

describe("role assignments", () => {
  test("at the root reach the tenant's own subscriptions and no customer's", () => {
    const world = smallWorld();
    expect(canDo(world, people.admin, "Microsoft.Insights/eventtypes/values/read", "/")).toBe(true);
    expect(canDo(world, people.admin, read, scope(subscriptions.ownUnregistered))).toBe(true);
    expect(canDo(world, people.admin, read, scope(subscriptions.northwind))).toBe(false);
    expect(canDo(world, people.admin, "Microsoft.Compute/disks/read", scope(subscriptions.fabrikam))).toBe(false);
  });

  test("of Admin Agents hold in the customer's subscription, and are nobody's to see", () => {
    const world = smallWorld();
    const write = "Microsoft.Authorization/roleAssignments/write";
    expect(canDoAsOwnTenant(world, people.agent, write, scope(subscriptions.fabrikam))).toBe(true);
    expect(canDoAsOwnTenant(world, people.operator, write, scope(subscriptions.contoso))).toBe(false);
    const shown = [...world.roleAssignments.values()]
      .filter((row) => isShown(world, row))
      .map(({ properties }) => properties.principalId);
    expect(shown).toEqual([people.admin, people.admin, servicePrincipals.contosoIdentity]);
  });

  test("of an ordinary user in a customer's subscription count for nothing", () => {
    const world = smallWorld();
    for (const { properties } of world.roleAssignments.values()) {
      if (properties.principalType === "ForeignGroup") properties.principalType = "Group";
    }
    expect(visibleSubscriptions(world, people.agent).size).toBe(0);
  });
});

describe("what can be read", () => {
  test("names subscriptions and groups where everything can be read", () => {
    const world = smallWorld();
    const admin = readable(world, people.admin);
    expect(admin.subscription(subscriptions.contoso.toUpperCase())).toBe(true);
    expect(admin.subscription(subscriptions.own)).toBe(true);
    expect(admin.subscription(subscriptions.fabrikam)).toBe(false);
    expect(admin.subscription(subscriptions.adatum)).toBe(false);
    expect(admin.resourceGroup(subscriptions.adatum, "RG-WEB")).toBe(true);
    expect(admin.resourceGroup(subscriptions.adatum, "rg-private")).toBe(false);
    expect(admin.subscriptions).toEqual(
      new Set([subscriptions.own, subscriptions.ownUnregistered, subscriptions.contoso, subscriptions.adatum]),
    );
  });

  test("differs from what is listed: the delete role shows a subscription and reads next to nothing in it", () => {
    const world = smallWorld();
    expect(visibleSubscriptions(world, people.admin).has(subscriptions.fabrikam)).toBe(true);
    expect(canDo(world, people.admin, read, scope(subscriptions.fabrikam))).toBe(true);
  });
});

test("permissions list each entry of each role once, unevaluated", () => {
  const world = smallWorld();
  expect(permissionsAt(world, servicePrincipals.bot, scope(subscriptions.fabrikam))).toHaveLength(2);
  expect(permissionsAt(world, people.engineer, web)).toEqual([
    { actions: ["*/read"], notActions: [], dataActions: [], notDataActions: [] },
  ]);
});

test("delegations are gone through once for all callers and questions, until the world changes", () => {
  const world = smallWorld();
  const rows = vi.spyOn(world.registrationAssignments, Symbol.iterator);
  for (const person of Object.values(people)) {
    visibleSubscriptions(world, person);
    readable(world, person);
    for (const id of Object.values(subscriptions)) canDo(world, person, read, scope(id));
  }
  expect(rows).toHaveBeenCalledTimes(1);
  world.version++;
  canDo(world, people.admin, read, scope(subscriptions.contoso));
  expect(rows).toHaveBeenCalledTimes(2);
});

test("twenty thousand delegations are all found", () => {
  const world = smallWorld();
  const idOf = (n: number) => `66666666-0000-4000-8000-${String(n % 10_000).padStart(12, "0")}`;
  const contoso = world.subscriptions.get(subscriptions.contoso);
  for (let n = 0; n < 20_000; n++) {
    const at = scope(idOf(n));
    const row = {
      ...contosoDefinition(world),
      id: `${at}/providers/Microsoft.ManagedServices/registrationDefinitions/${n}`,
    };
    world.registrationDefinitions.set(row.id.toLowerCase(), row);
    const id = `${at}/providers/Microsoft.ManagedServices/registrationAssignments/${n}`;
    const properties = { registrationDefinitionId: row.id, provisioningState: "Succeeded" };
    world.registrationAssignments.set(id.toLowerCase(), { ...contosoAssignment(world), id, properties });
    if (contoso) world.subscriptions.set(idOf(n), { ...contoso, subscriptionId: idOf(n) });
  }
  world.version++;
  expect(visibleSubscriptions(world, people.engineer).size).toBe(10_002);
  expect(Array.from({ length: 10_000 }, (_, n) => canDo(world, people.engineer, read, scope(idOf(n))))).not.toContain(
    false,
  );
});
