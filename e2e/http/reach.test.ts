import { describe, expect, test } from "vitest";
import { isOwn } from "../../emulator/delegations";
import { effectiveRights } from "../../emulator/effective-rights";
import { permissionsAt } from "../../emulator/rbac";
import type { World } from "../../emulator/world";
import { createWorld } from "../../emulator/worlds/worlds";
import { indexAccess } from "../../lib/domain/access/access-index";
import { reachersOf } from "../../lib/domain/access/reachers";
import { heldOn, reachOf } from "../../lib/domain/access/reach";
import { scopeKey } from "../../lib/domain/access/scope-table";
import { armId, principalId } from "../../lib/domain/ids";
import { scopeOf, type Scope } from "../../lib/domain/scope";
import { accessOf } from "../access-of-world";

const now = new Date("2026-11-20T09:00:00Z");
const userAccessAdministrator = "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9";

/*
 * The emulator decides by itself what each person may do, in code that shares nothing with the product. Its answer for a
 * scope is a list of permissions: those of User Access Administrator are its own, all others are a role's very records.
 */

/** Tells the ids of the roles that the emulator lets somebody use on a scope. */
function emulatorOf(world: World) {
  const roleOf = new Map(
    [...world.roleDefinitions.values()].flatMap(({ name, properties }) =>
      properties.permissions.map((permission) => [permission, name.toLowerCase()] as const),
    ),
  );
  return (objectId: string, scope: Scope): string[] => {
    const permissions = permissionsAt(world, objectId, scopeKey(scope));
    return [...new Set(permissions.map((one) => roleOf.get(one) ?? userAccessAdministrator))].sort();
  };
}

/** Customers' scopes; in the managing tenant's own, Lighthouse has no say. */
const scopesIn = (world: World): Scope[] =>
  [
    ...[...world.subscriptions.values()].map(({ subscriptionId }) => `/subscriptions/${subscriptionId}`),
    ...[...world.resourceGroups.values()].map(({ id }) => id),
  ]
    .map((path) => scopeOf(armId(path)!)!)
    .filter(({ subscription }) => !isOwn(world, subscription));

const rolesOf = (list: readonly { role: string }[]) => [...new Set(list.map(({ role }) => role))].sort();

const every = <Item>(items: readonly Item[], step: number): Item[] => items.filter((_, at) => at % step === 0);

describe.each([
  { size: "s", people: 1, scopes: 1 },
  { size: "m", people: 7, scopes: 5 },
] as const)("in world $size", ({ size, people, scopes }) => {
  const world = createWorld({ extends: size }, { now });
  const index = indexAccess(accessOf(world));
  const rolesByTheEmulator = emulatorOf(world);
  const sampledScopes = every(scopesIn(world), scopes);
  const persons = every([...world.users.values(), ...world.servicePrincipals.values()], people);
  // Publishers of a managed application reach its resource group by an assignment that nobody is ever shown.
  const throughLighthouse = (objectId: string, scope: Scope) => {
    const { rights } = effectiveRights(world, objectId);
    return !rights.get(scopeKey(scope))?.some(({ through }) => through === "roleAssignment");
  };

  test("standing access on every scope is what the emulator lets each person use", () => {
    let held = 0;
    for (const { id, accountEnabled } of persons) {
      const reach = reachOf(index, principalId(id)!);
      for (const scope of sampledScopes.filter((one) => throughLighthouse(id, one))) {
        const expected = rolesByTheEmulator(id, scope);
        const roles = heldOn(reach, scope).filter(({ standing }) => standing === "yes");
        // A disabled account keeps its roles and cannot sign in to use them.
        if (accountEnabled) expect(rolesOf(roles)).toEqual(expected);
        else {
          expect(roles).toEqual([]);
          const keys = [scopeKey(scope), `/subscriptions/${scope.subscription}`];
          const inVain = reach.inVain.filter(
            (one) => one.kind === "standing" && keys.includes(scopeKey(one.scope)) && one.reasons.length === 1,
          );
          expect(rolesOf(inVain.filter(isDisabledOnly))).toEqual(expected);
        }
        held += expected.length;
      }
    }
    expect(held).toBeGreaterThan(300);
  });

  test("those who reach a scope with a role are those whom the emulator lets use it", () => {
    const sample = every(sampledScopes, size === "s" ? 1 : 10);
    for (const scope of sample) {
      const { reachers } = reachersOf(index, { kind: "scope", scope });
      for (const { id, accountEnabled } of persons) {
        if (!accountEnabled || !throughLighthouse(id, scope)) continue;
        const own = reachers.filter(({ principal, standing }) => principal === principalId(id) && standing === "yes");
        expect(rolesOf(own)).toEqual(rolesByTheEmulator(id, scope));
      }
    }
  });
});

const isDisabledOnly = ({ reasons }: { reasons: readonly { why: string }[] }) =>
  reasons.every(({ why }) => why === "disabled");
