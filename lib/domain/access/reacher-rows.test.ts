import { expect, test } from "vitest";
import {
  aDefinition,
  aDelegation,
  anInventory,
  examplePrincipal,
  exampleRole,
  exampleTenant,
} from "../example-inventory";
import { aRoleWithId } from "../roles/example-role";
import { indexAccess } from "./access-index";
import { assignmentRows } from "./assignment-rows";
import { behind } from "./behind";
import { aDirectory } from "./example-directory";
import { findGrant } from "./grant-key";
import { reacherRows } from "./reacher-rows";
import { reachersOf } from "./reachers";
import { roleRows } from "./role-rows";

const [ada, team, robot, away, vault] = [1, 2, 3, 4, 5].map(examplePrincipal);
const [writer, unknown, handed] = [1, 2, 3].map(exampleRole);
const role = aRoleWithId(writer!, { actions: ["Microsoft.Compute/virtualMachines/write"], dataActions: ["*/write"] });
const policy = { stated: true, mfa: true, longest: "PT4H", approvers: [] };
const delegation = aDelegation(1, {
  definition: aDefinition(1, {
    plan: { publisher: "msp", product: "care", name: "gold", version: "1.2.0" },
    authorizations: [
      { principal: team!, role: writer!, label: undefined, delegatedRoles: [] },
      { principal: away!, role: unknown!, label: undefined, delegatedRoles: [handed!] },
    ],
    eligibleAuthorizations: [{ principal: ada!, role: writer!, label: undefined, policy }],
  }),
});
const index = indexAccess({
  inventory: anInventory({ delegations: [delegation], roles: new Map([[role.id, role]]) }),
  directory: aDirectory({
    users: { [ada!]: {}, [away!]: { enabled: false } },
    groups: { [team!]: { members: [ada!, robot!, away!] } },
    servicePrincipals: { [robot!]: {}, [vault!]: { type: "managedIdentity" } },
  }),
});
const target = { kind: "customer", customer: exampleTenant(1) } as const;

const written = () => {
  const work = assignmentRows(index);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
};

test("a grant is found again by its key, and nothing else is", () => {
  for (const { id, grant } of written())
    expect(findGrant(index, id)).toMatchObject({ kind: "found", grant: { number: grant } });
  expect(findGrant(index, `standing:${ada}:${writer}:/subscriptions/x`)).toEqual({ kind: "absent" });
  expect(findGrant(index, "nonsense")).toEqual({ kind: "malformed" });
});

test("through a delegation a role reaches as far as its actions, whatever its data actions are", () => {
  expect(written().map(({ level, versions }) => [level, versions])).toEqual([
    [3, ["1.2.0"]],
    [undefined, ["1.2.0"]],
    [3, ["1.2.0"]],
  ]);
  expect(roleRows(index, { hasEligible: true })[0]?.level).toBe(5);
});

test("who reaches a customer comes with kinds of access and ways, then what gives nothing and why", () => {
  const rows = reacherRows(index, reachersOf(index, target));
  const of = (id: typeof ada) => rows.filter(({ principal }) => principal.id === id);
  expect(of(ada)).toMatchObject([
    {
      sort: "user",
      access: ["standing", "eligible"],
      isDirect: true,
      gives: "yes",
      through: [{ id: team }, { id: ada }],
    },
  ]);
  expect(of(robot)).toMatchObject([{ sort: "servicePrincipal", access: ["standing"], isDirect: false, gives: "yes" }]);
  expect(of(away).map(({ gives, access, reasons }) => [gives, access, reasons.map(({ why }) => why)])).toEqual([
    ["no", ["standing"], ["disabled"]],
    ["no", ["standing"], ["disabled"]],
  ]);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
});

test("behind a group stand its members, and what they are worth", () => {
  const { members, hidden } = behind(index, team!);
  expect(members.map(({ principal, carries }) => [principal, carries])).toEqual([
    [ada, "yes"],
    [robot, "yes"],
    [away, "no"],
  ]);
  expect(hidden).toEqual([]);
  expect(behind(index, examplePrincipal(99))).toEqual({ members: [], hidden: [] });
});

test("roles that Azure did not list are listed as unknown, held or only to be handed out", () => {
  const rows = roleRows(index, { hasEligible: true });
  expect(rows.map(({ id, principals, customers, standing }) => [id, principals, customers, standing.answer])).toEqual([
    [writer, 2, 1, "no"],
    [unknown, 1, 1, "cannotSee"],
    [handed, 0, 0, "cannotSee"],
  ]);
  expect(roleRows(index, { hasEligible: false })[1]?.eligible).toMatchObject({ answer: "no" });
});
