import fc from "fast-check";
import { expect, test } from "vitest";
import { exampleSubscription, exampleTenant } from "../example-inventory";
import type { PrincipalId } from "../ids";
import { indexAccess, type AccessIndex } from "./access-index";
import { compareReach } from "./compare";
import {
  carries,
  enumerate,
  everybody,
  gives,
  givenIn,
  hiddenFrom,
  holds,
  isHeld,
  least,
  lineOf,
  seen,
  way,
  wayAround,
  type Line,
} from "./enumeration";
import { grantAt } from "./grant";
import { matrixOf } from "./matrix";
import { cellOf } from "./matrix-cell";
import { pathsTo } from "./path";
import { someone, worlds, type World } from "./random-worlds";
import { reachOf, type Held } from "./reach";
import { grantsBehind, reachersOf } from "./reachers";
import { scopeKey, scopeOfAssignment } from "./scope-table";
import type { Target } from "./target";

const lineIn = ({ standing, eligible, assigned }: Line): Line => ({ standing, eligible, assigned });
const sorted = (texts: Iterable<string>) => [...texts].sort();
const runs = { numRuns: 600 };

const targetsIn = ({ inventory }: World): Target[] => [
  ...[...inventory.delegations.values()].slice(0, 4).flatMap(({ id, scope, customer }): Target[] => [
    { kind: "scope", scope },
    { kind: "customer", customer },
    { kind: "delegation", delegation: id },
  ]),
  { kind: "scope", scope: { kind: "resourceGroup", subscription: exampleSubscription(1), resourceGroup: "RG-App" } },
  { kind: "customer", customer: exampleTenant(2) },
];

test("what a principal reaches is what an enumeration of all chains and delegations finds", () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const index = indexAccess(world);
      for (const who of everybody(world)) {
        const expected = enumerate(world, who);
        const { held, inVain, blind } = reachOf(index, who);
        expect(new Map(held.map((one) => [`${scopeKey(one.scope)} ${one.role}`, lineIn(one)]))).toEqual(expected.held);
        expect(held).toHaveLength(expected.held.size);
        expect(
          sorted(
            inVain.map(({ scope, role: one, kind, grant }) =>
              [scopeKey(scope), one, kind, grantAt(index, grant).principal].join(" "),
            ),
          ),
        ).toEqual(sorted(expected.inVain));
        for (const { reasons } of inVain) expect(reasons.length).toBeGreaterThan(0);
        for (const { standing, eligible, assigned, doubts } of held)
          if ([standing, eligible, assigned].includes("cannotSee")) expect(doubts.length).toBeGreaterThan(0);

        const given = [...givenIn(world)];
        const hidden = hiddenFrom(world, (id) => {
          const isIn = way(world, who, id);
          const enough = carries(world, who) === "no" ? isIn !== undefined : isIn !== undefined && isIn !== "no";
          return !enough && given.some((one) => (gives(world, id, one) ?? "no") !== "no");
        });
        expect(sorted(blind.groups.map(({ principal }) => principal))).toEqual(sorted(hidden));
      }
    }),
    runs,
  );
});

test("who reaches a target is what the enumeration finds, and what each of them says to reach", () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const index = indexAccess(world);
      for (const target of targetsIn(world)) {
        const given = [...givenIn(world)].filter(holds(target));
        const expected = new Map<string, Line>();
        const expectedInVain = new Set<string>();
        for (const who of everybody(world))
          for (const wanted of new Set(given.map(({ role }) => role))) {
            const same = given.filter((one) => one.role === wanted);
            const line = lineOf(world, who, same);
            if (isHeld(line)) expected.set(`${who} ${wanted}`, line);
            for (const { kind, holder } of same) {
              const alike = same.filter((one) => one.kind === kind && one.holder === holder);
              if (alike.every((one) => gives(world, who, one) === "no"))
                expectedInVain.add([who, wanted, kind, holder].join(" "));
            }
          }
        const { reachers, inVain, blind } = reachersOf(index, target);
        expect(new Map(reachers.map((one) => [`${one.principal} ${one.role}`, lineIn(one)]))).toEqual(expected);
        expect(reachers).toHaveLength(expected.size);
        expect(sorted(inVain.map((one) => [one.principal, one.role, one.access, one.through].join(" ")))).toEqual(
          sorted(expectedInVain),
        );
        for (const { reasons } of inVain) expect(reasons.length).toBeGreaterThan(0);
        const hidden = hiddenFrom(world, (id) => given.some((one) => (gives(world, id, one) ?? "no") !== "no"));
        expect(sorted(blind.groups.map(({ principal }) => principal))).toEqual(sorted(hidden));
        expectBothWays(index, target, reachers);
      }
    }),
    runs,
  );
});

/** What somebody is said to reach the target with is among what that principal reaches, and the other way round. */
function expectBothWays(index: AccessIndex, target: Target, reachers: ReturnType<typeof reachersOf>["reachers"]) {
  if (target.kind === "delegation") return;
  for (const who of new Set(reachers.map(({ principal }) => principal))) {
    const own = reachOf(index, who).held.filter(({ scope, customer }) =>
      target.kind === "customer"
        ? customer === target.customer
        : scopeKey(target.scope) === scopeKey(scope) || scopeKey(target.scope).startsWith(`${scopeKey(scope)}/`),
    );
    const roles = (list: readonly { role: string }[]) => sorted(new Set(list.map(({ role: one }) => one)));
    const said = roles(reachers.filter(({ principal }) => principal === who));
    if (said.join() !== roles(own).join()) expect(said).toEqual(roles(own));
    for (const { role: wanted } of own) {
      const behind = new Set(grantsBehind(index, target, who, wanted));
      const expected = new Set(own.filter((one) => one.role === wanted).flatMap(({ grants }) => grants));
      if (sorted([...behind].map(String)).join() !== sorted([...expected].map(String)).join())
        expect(behind).toEqual(expected);
    }
  }
}

/** What is wrong with the paths of one grant; none of these would be worth a line in a report if it were true. */
function faultsOf(world: World, who: PrincipalId, { paths, isCut, grant }: ReturnType<typeof pathsTo>): string[] {
  const lengths = paths.map(({ walk }) => walk.length);
  const claims: Record<string, boolean> = {
    "there is a path": paths.length > 0,
    "nothing is cut": !isCut,
    "paths differ": new Set(paths.map(({ walk }) => walk.join())).size === paths.length,
    "shortest first": lengths.every((length, at) => at === 0 || lengths[at - 1]! <= length),
    "from the principal": paths.every(({ walk }) => walk[0] === who),
    "to the holder": paths.every(({ walk }) => walk.at(-1) === grant.principal),
    "nobody twice": paths.every(({ walk }) => new Set(walk).size === walk.length),
    "members only": paths.every(({ walk }) =>
      walk.slice(1).every((group, at) => seen(world.directory.memberships.get(group)).includes(walk[at]!)),
    ),
    "as good as the best": paths.every(({ carries: said }) => said === way(world, who, grant.principal)),
    "as good as each step": paths.every(
      ({ walk, carries: said }) => said === least(...walk.map((one) => carries(world, one))),
    ),
    "one for every group that leads there as well": !hasWayUnshown(world, who, grant.principal, paths),
  };
  return Object.keys(claims).filter((claim) => !claims[claim]);
}

/** Whether a group that the principal is directly in leads to the holder just as well, and begins no path. */
function hasWayUnshown(
  world: World,
  who: PrincipalId,
  holder: PrincipalId,
  paths: readonly { walk: readonly PrincipalId[] }[],
) {
  if (who === holder) return false;
  const best = way(world, who, holder);
  return [...world.directory.memberships].some(
    ([group, membership]) =>
      group !== who &&
      seen(membership).includes(who) &&
      wayAround(world, group, holder, [who]) !== undefined &&
      least(carries(world, who), wayAround(world, group, holder, [who])!) === best &&
      !paths.some(({ walk }) => walk[1] === group),
  );
}

test("every path is a walk that exists, as good as it says, and there is one for every grant", () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const index = indexAccess(world);
      const faults = everybody(world).flatMap((who) => {
        const { held, inVain } = reachOf(index, who);
        const grants = new Set([...held.flatMap((one) => one.grants), ...inVain.map(({ grant }) => grant)]);
        return [...grants].flatMap((grant) => faultsOf(world, who, pathsTo(index, who, grant)));
      });
      expect(faults).toEqual([]);
    }),
    runs,
  );
});

test("a comparison deals every role of both to exactly one of its three lists", () => {
  fc.assert(
    fc.property(worlds, someone, someone, (world, a, b) => {
      const index = indexAccess(world);
      const { onlyA, onlyB, both } = compareReach(index, a, b);
      const keys = (list: readonly { scope: Parameters<typeof scopeKey>[0]; role: string }[]) =>
        list.map(({ scope, role: one }) => `${scopeKey(scope)} ${one}`);
      const [ofA, ofB] = [a, b].map((who) => new Set(keys(reachOf(index, who).held)));
      expect(sorted(keys(onlyA))).toEqual(sorted([...ofA!].filter((key) => !ofB!.has(key))));
      expect(sorted(keys(onlyB))).toEqual(sorted([...ofB!].filter((key) => !ofA!.has(key))));
      expect(sorted(keys(both.map((one) => one.a)))).toEqual(sorted([...ofA!].filter((key) => ofB!.has(key))));
      expect(keys(both.map((one) => one.b))).toEqual(keys(both.map((one) => one.a)));
    }),
    { numRuns: 500 },
  );
});

test("a grant is one principal, role, scope and kind, with all its sources and never twice", () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const index = indexAccess(world);
      const grants = Array.from({ length: index.grants.principals.length }, (_, number) => grantAt(index, number));
      const key = (parts: readonly string[]) => parts.join(" ");
      const found = grants.flatMap(({ principal, role: held, scope, kind, sources }) =>
        sources.map((source) =>
          key([
            principal,
            held,
            scopeKey(scope),
            kind,
            source.kind === "assigned" ? source.assignment.id : source.delegation.id,
          ]),
        ),
      );
      const expected = [...givenIn(world)].map((one) => key([one.holder, one.role, one.scope, one.kind, one.through]));
      expect(sorted(found)).toEqual(sorted(expected));
      const own = grants.map(({ principal, role: held, scope, kind }) => key([principal, held, scopeKey(scope), kind]));
      expect(new Set(own).size).toBe(own.length);
      for (const { scope, sources } of grants)
        for (const source of sources)
          expect(scopeKey(scope)).toBe(
            scopeKey(source.kind === "assigned" ? scopeOfAssignment(source.assignment) : source.delegation.scope),
          );
    }),
    runs,
  );
});

test("a matrix says of everybody what their reach says", () => {
  const levelOf = (role: string) => [1, 4, undefined][Number(role[7])];
  const strongest = (held: readonly Held[], is: (one: Held) => boolean) =>
    Math.max(0, ...held.filter(is).map(({ role }) => levelOf(role) ?? 0));
  fc.assert(
    fc.property(worlds, (world) => {
      const index = indexAccess(world);
      const { columns, rows, cells } = matrixOf(index, { levelOf, principals: "everybody" });
      const reaching = everybody(world).filter((who) => reachOf(index, who).held.length > 0);
      expect(sorted(columns.map(({ principal }) => principal))).toEqual(sorted(reaching));
      columns.forEach(({ principal, customers }, column) => {
        const { held } = reachOf(index, principal);
        expect(customers).toBe(new Set(held.map(({ customer }) => customer)).size);
        rows.forEach((customer, row) => {
          const own = held.filter((one) => one.customer === customer);
          const cell = cellOf(cells[row * columns.length + column]!);
          const isStanding = ({ standing, assigned }: Held) => standing === "yes" || assigned === "yes";
          const inDoubt = strongest(own, (one) => [one.standing, one.eligible, one.assigned].includes("cannotSee"));
          expect(cell.standing).toBe(strongest(own, isStanding));
          expect(cell.eligible).toBe(strongest(own, ({ eligible }) => eligible === "yes"));
          expect(cell.isUnrated).toBe(own.some(({ role }) => levelOf(role) === undefined));
          // A role that is certain by one grant may be doubtful by another, and that is no news.
          if (cell.inDoubt > Math.max(cell.standing, cell.eligible)) expect(cell.inDoubt).toBe(inDoubt);
          else expect(inDoubt).toBeLessThanOrEqual(cell.inDoubt);
        });
      });
    }),
    { numRuns: 500 },
  );
});
