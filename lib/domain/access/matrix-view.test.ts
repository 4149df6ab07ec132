import { expect, test } from "vitest";
import type { Definition } from "../definition";
import {
  aCoverage,
  aDefinition,
  aDelegation,
  anInventory,
  examplePrincipal,
  exampleRole,
  exampleSubscription,
  exampleTenant,
} from "../example-inventory";
import { indexAccess } from "./access-index";
import { aDirectory } from "./example-directory";
import { matrixOf } from "./matrix";
import { blindnessOf, customersOfMatrix, membersBlindness, unreadBlindness } from "./matrix-blind";
import { cellOf } from "./matrix-cell";
import { grantsInCell } from "./matrix-grants";
import { arrangeMatrix, filterMatrix, type MatrixFilter } from "./matrix-view";

const [user, group, robot, hidden] = [1, 2, 3, 4].map(examplePrincipal);
const levelOf = (role: string) => [undefined, 1, 2, 3, 4, 5][parseInt(role.slice(-1), 16)];
const standing = (principal = user!, level = 1) => ({
  ...{ principal, role: exampleRole(level), label: undefined, delegatedRoles: [] },
});
const eligible = (principal = user!, level = 1) => ({
  ...{ principal, role: exampleRole(level), label: undefined },
  policy: { stated: true, mfa: true, longest: "PT4H", approvers: [] },
});
const indexOf = (...definitions: Partial<Definition>[]) =>
  indexAccess({
    inventory: anInventory({
      delegations: definitions.map((definition, at) =>
        aDelegation(at + 1, { definition: aDefinition(at + 1, definition) }),
      ),
    }),
    directory: aDirectory({
      users: { [user!]: {} },
      groups: { [group!]: { members: [user!] } },
      servicePrincipals: { [robot!]: {} },
    }),
  });
const everything: MatrixFilter = {
  grants: "all",
  least: 1,
  isColumn: () => true,
  isRow: () => true,
  names: undefined,
  isBlind: () => false,
};

const index = indexOf(
  { authorizations: [standing(group, 4), standing(robot, 1)], eligibleAuthorizations: [eligible(group, 5)] },
  { authorizations: [standing(robot, 2)], eligibleAuthorizations: [eligible(group, 2)] },
  { authorizations: [standing(robot, 6)] },
);
const matrix = matrixOf(index, { levelOf, principals: "holders" });
const shown = (filter: Partial<MatrixFilter>) => filterMatrix(matrix, { ...everything, ...filter });

test("a kind of grant and a least privilege narrow cells; emptied rows and columns go; unknown privilege stays", () => {
  const keys = shown({ least: 4 });
  expect(keys.columns.map(({ principal, customers }) => [principal, customers])).toEqual([
    [group, 1],
    [robot, 1],
  ]);
  expect(keys.rows).toEqual([exampleTenant(1), exampleTenant(3)]);
  expect(cellOf(keys.cells[0]!)).toMatchObject({ standing: 4, eligible: 5 });
  expect(cellOf(keys.cells[3]!)).toMatchObject({ standing: 0, isUnrated: true });
  const activated = shown({ grants: "eligible", isColumn: ({ kind }) => kind === "group" });
  expect(activated.rows).toEqual([exampleTenant(1), exampleTenant(2)]);
  expect([...activated.cells].map((cell) => cellOf(cell).eligible)).toEqual([5, 2]);
});

test("a name keeps the cells of the customers and of the principals that have it", () => {
  const isOne = (name: string) => ({
    isCustomer: (tenant: string) => tenant === name,
    isPrincipal: ({ principal }: { principal: string }) => principal === name,
  });
  expect(shown({ names: isOne(exampleTenant(3)) }).rows).toEqual([exampleTenant(3)]);
  const named = shown({ names: isOne(group!) });
  expect(named.columns.map(({ principal }) => principal)).toEqual([group]);
  expect(named.rows).toEqual([exampleTenant(1), exampleTenant(2)]);
});

test("rows of which not everything was seen stay, whatever is looked for", () => {
  const isBlind = (tenant: string) => tenant === exampleTenant(2);
  expect(shown({ grants: "standing", least: 5, isBlind }).rows).toEqual([exampleTenant(2), exampleTenant(3)]);
});

test("rows come with what they hold, in any order", () => {
  const view = arrangeMatrix(index, matrix, (one, other) => (one < other ? 1 : -1));
  expect(view.rows).toEqual([3, 2, 1].map(exampleTenant));
  expect([...view.standing]).toEqual([0, 1, 2]);
  expect([...view.eligible]).toEqual([0, 1, 0]);
  expect([...view.inDoubt]).toEqual([1, 0, 0]);
  expect(arrangeMatrix(index, matrix, "exposure").rows[0]).toBe(exampleTenant(1));
});

test("the grants of a cell are the principal's own and those of its groups, at that customer alone", () => {
  const grants = grantsInCell(index, user!, exampleTenant(1));
  expect(grants.map((grant) => index.grants.roleIds.at(index.grants.roles[grant]!))).toEqual([4, 5].map(exampleRole));
  expect(grantsInCell(index, robot!, exampleTenant(2))).toHaveLength(1);
  expect(grantsInCell(index, user!, exampleTenant(3))).toEqual([]);
  expect(grantsInCell(index, user!, exampleTenant(9))).toEqual([]);
});

test("customers with anything unread have a row, and say why an empty cell is no answer", () => {
  const silent = exampleSubscription(8);
  const blindIndex = indexAccess({
    inventory: anInventory({
      delegations: [
        aDelegation(1, { definition: aDefinition(1, { authorizations: [standing(hidden)] }) }),
        aDelegation(2, { definition: undefined }),
        aDelegation(3, { definition: aDefinition(3, { authorizations: [standing(user)] }) }),
      ],
      subscriptions: [{ id: silent, name: "silent", tenant: exampleTenant(8), state: "Enabled", managedBy: [] }],
      coverage: aCoverage({ subscriptions: new Map([[silent, "refused"]]) }),
    }),
    directory: aDirectory({
      users: { [user!]: {} },
      groups: { [hidden!]: { membership: { state: "unreadable", why: "403", fix: undefined } } },
    }),
  });
  const rows = customersOfMatrix(blindIndex);
  expect(rows).toEqual([1, 2, 3, 8].map(exampleTenant));
  const blind = blindnessOf(blindIndex, levelOf, rows);
  expect(rows.map((row) => blind.get(row) ?? 0)).toEqual([membersBlindness, unreadBlindness, 0, unreadBlindness]);
});
