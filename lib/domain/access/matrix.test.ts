import { expect, test } from "vitest";
import {
  aDefinition,
  aDelegation,
  anInventory,
  examplePrincipal,
  exampleRole,
  exampleSubscription,
  exampleTenant,
} from "../example-inventory";
import type { Definition } from "../definition";
import { indexAccess } from "./access-index";
import { aDirectory } from "./example-directory";
import { matrixOf } from "./matrix";
import { cellOf } from "./matrix-cell";
import { orderRows } from "./matrix-order";

const [user, wide, narrow, robot, idle] = [1, 2, 3, 4, 5].map(examplePrincipal);
const levelOf = (role: string) => [undefined, 1, 2, 3, 4, 5][parseInt(role.slice(-1), 16)];
const standing = (principal = user!, level = 1) => ({
  ...{ principal, role: exampleRole(level), label: undefined, delegatedRoles: [] },
});
const eligible = (principal = user!, level = 1) => ({
  ...{ principal, role: exampleRole(level), label: undefined },
  policy: { stated: true, mfa: true, longest: "PT4H", approvers: [] },
});

/** One customer for each of the definitions. */
const indexOf = (...definitions: Partial<Definition>[]) =>
  indexAccess({
    inventory: anInventory({
      delegations: definitions.map((definition, at) =>
        aDelegation(at + 1, { definition: aDefinition(at + 1, definition) }),
      ),
    }),
    directory: aDirectory({
      users: { [user!]: {} },
      groups: { [wide!]: { members: [user!] }, [narrow!]: {}, [idle!]: { type: "microsoft365" } },
      servicePrincipals: { [robot!]: {} },
    }),
  });

test("columns run from groups over service principals to users, far-reaching ones first", () => {
  const index = indexOf(
    { authorizations: [standing(robot), standing(user), standing(narrow), standing(wide), standing(idle)] },
    { authorizations: [standing(wide)] },
  );
  const { columns } = matrixOf(index, { levelOf, principals: "holders" });
  expect(columns).toEqual([
    { principal: wide, kind: "group", customers: 2 },
    { principal: narrow, kind: "group", customers: 1 },
    { principal: robot, kind: "servicePrincipal", customers: 1 },
    { principal: user, kind: "user", customers: 2 },
  ]);
  const picked = matrixOf(index, {
    levelOf,
    principals: [idle!, user!],
    customers: [exampleTenant(2), exampleTenant(9)],
  });
  expect(picked.columns.map(({ principal, customers }) => [principal, customers])).toEqual([
    [idle, 0],
    [user, 1],
  ]);
  expect([...picked.cells].map((cell) => cellOf(cell).standing)).toEqual([0, 1, 0, 0]);
});

test("a cell holds the strongest of each kind, with what comes through groups; unknown roles are not dropped", () => {
  const index = indexOf({
    authorizations: [standing(user, 2), standing(wide, 4), standing(narrow, 6)],
    eligibleAuthorizations: [eligible(wide, 5), eligible(user, 1)],
  });
  const { columns, cells } = matrixOf(index, { levelOf, principals: "everybody" });
  const of = (principal = user!) => cellOf(cells[columns.findIndex((one) => one.principal === principal)]!);
  expect(of(user)).toEqual({ standing: 4, eligible: 5, inDoubt: 0, isUnrated: false });
  expect(of(narrow)).toEqual({ standing: 0, eligible: 0, inDoubt: 0, isUnrated: true });
});

test("rows cluster by offer whatever its version, the most exposed first; or by exposure; or by pattern", () => {
  const plan = (version: string) => ({ publisher: "msp", product: "care", name: "gold", version });
  const index = indexOf(
    { offer: "Basic", authorizations: [standing(user, 1)] },
    { offer: "Care", plan: plan("1.0.0"), authorizations: [standing(wide, 5)] },
    { offer: "Basic", authorizations: [standing(user, 2)] },
    { offer: "Care", plan: plan("2.0.0"), eligibleAuthorizations: [eligible(wide, 5)] },
    { offer: "Basic", authorizations: [standing(user, 1)] },
  );
  const matrix = matrixOf(index, { levelOf, principals: "holders" });
  expect(matrix.rows).toEqual([1, 2, 3, 4, 5].map(exampleTenant));
  const byOffer = orderRows(index, matrix, "offer");
  expect([...byOffer.rows]).toEqual([1, 3, 2, 0, 4]);
  expect(byOffer.clusters).toEqual([
    { label: "Care, gold", from: 0, to: 2 },
    { label: "Basic", from: 2, to: 5 },
  ]);
  expect([...orderRows(index, matrix, "exposure").rows]).toEqual([1, 3, 2, 0, 4]);
  const similar = [...orderRows(index, matrix, "similarity").rows];
  expect(Math.abs(similar.indexOf(0) - similar.indexOf(4))).toBe(1);
});

test("customers whose definitions could not be read have a row and no offer", () => {
  const delegation = aDelegation(1, {
    definition: undefined,
    scope: { kind: "subscription", subscription: exampleSubscription(1) },
  });
  const index = indexAccess({ inventory: anInventory({ delegations: [delegation] }), directory: aDirectory({}) });
  const matrix = matrixOf(index, { levelOf, principals: "holders" });
  expect(matrix).toMatchObject({ columns: [], rows: [exampleTenant(1)] });
  expect(orderRows(index, matrix, "offer").clusters).toEqual([{ label: undefined, from: 0, to: 1 }]);
});
