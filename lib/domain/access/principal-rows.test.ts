import fc from "fast-check";
import { expect, test } from "vitest";
import type { Definition } from "../definition";
import { aDefinition, aDelegation, anInventory, examplePrincipal, exampleRole } from "../example-inventory";
import { indexAccess } from "./access-index";
import { customersReached } from "./customers-reached";
import { aDirectory } from "./example-directory";
import { principalRows } from "./principal-rows";
import { worlds } from "./random-worlds";
import { reachOf } from "./reach";

const [ada, bo, team, mail, hiddenTeam, gone] = [
  examplePrincipal(1),
  examplePrincipal(2),
  examplePrincipal(3),
  examplePrincipal(4),
  examplePrincipal(5),
  examplePrincipal(6),
];
const levelOf = (role: string) => [undefined, 1, 2, 3, 4, 5][parseInt(role.slice(-1), 16)];
const policy = { stated: true, mfa: true, longest: "PT4H", approvers: [] };
const standing = (principal = ada, level = 1) => ({
  ...{ principal, role: exampleRole(level), label: undefined, delegatedRoles: [] },
});

const rowsOf = (...definitions: Partial<Definition>[]) => {
  const index = indexAccess({
    inventory: anInventory({
      delegations: definitions.map((definition, at) =>
        aDelegation(at + 1, { definition: aDefinition(at + 1, definition) }),
      ),
    }),
    directory: aDirectory({
      users: { [ada]: { guest: true }, [bo]: { enabled: false } },
      groups: {
        [team]: { members: [ada, bo] },
        [mail]: { type: "microsoft365", members: [ada, bo] },
        [hiddenTeam]: { membership: { state: "unreadable", why: "403", fix: undefined } },
      },
      deleted: [gone],
    }),
  });
  return new Map(principalRows(index, levelOf).map((row) => [row.principal.id, row]));
};

test("people in groups are listed with what comes through them, and the strongest of it", () => {
  const rows = rowsOf(
    {
      authorizations: [standing(team, 2)],
      eligibleAuthorizations: [{ principal: ada, role: exampleRole(5), label: undefined, policy }],
    },
    { eligibleAuthorizations: [{ principal: team, role: exampleRole(3), label: undefined, policy }] },
  );
  expect(rows.get(ada)).toMatchObject({
    ...{ customers: 2, standing: 1, eligible: 1, inDoubt: 0, level: 5, gives: "yes", grants: 1 },
    ...{ kind: "user", states: ["guest"] },
  });
  expect(rows.get(team)).toMatchObject({ customers: 2, level: 3, members: 2, grants: 2 });
});

test("who reaches nothing is listed where a grant names it, with the reason", () => {
  const rows = rowsOf({ authorizations: [standing(bo), standing(mail), standing(gone), standing(hiddenTeam)] });
  const told = (id: typeof ada) => rows.get(id)!;
  expect(told(bo)).toMatchObject({ gives: "no", states: ["disabled"], reasons: [{ why: "disabled" }] });
  expect(told(mail)).toMatchObject({ gives: "no", states: ["microsoft365"], reasons: [{ why: "microsoft365Group" }] });
  expect(told(gone)).toMatchObject({ gives: "no", states: ["deleted"], role: undefined, level: undefined });
  expect(told(hiddenTeam)).toMatchObject({ gives: "yes", members: undefined });
  expect(rows.has(ada)).toBe(false);
});

test("who is disabled is listed where only groups give access: enabling the account brings it back", () => {
  expect(rowsOf({ authorizations: [standing(team)] }).get(bo)).toMatchObject({
    ...{ gives: "no", customers: 0, grants: 0, states: ["disabled"], reasons: [{ why: "disabled" }] },
  });
  expect(rowsOf({ authorizations: [standing(mail)] }).has(bo)).toBe(false);
});

test("each row tells what asking for that principal alone tells", () => {
  fc.assert(
    fc.property(worlds, (sources) => {
      const index = indexAccess(sources);
      const rows = new Map(principalRows(index, levelOf).map((row) => [row.principal.id, row]));
      for (let number = 0; number < index.people.ids.size(); number++) {
        const id = index.people.ids.at(number);
        const reached = customersReached(index, reachOf(index, id), levelOf);
        const certain = reached.filter((one) => one.standing === "yes" || one.assigned === "yes");
        const activated = reached.filter((one) => !certain.includes(one) && one.eligible === "yes");
        const row = rows.get(id) ?? { customers: 0, standing: 0, eligible: 0, level: undefined };
        expect([row.customers, row.standing, row.eligible, row.level]).toEqual([
          reached.length,
          certain.length,
          activated.length,
          reached[0]?.level,
        ]);
      }
    }),
    { numRuns: 150 },
  );
});
