import { expect, test } from "vitest";
import {
  aDefinition,
  aDelegation,
  anInventory,
  aSubscription,
  examplePrincipal,
  exampleRole,
  exampleSubscription,
  exampleTenant,
} from "../example-inventory";
import { armId } from "../ids";
import { indexAccess } from "./access-index";
import { customersReached } from "./customers-reached";
import { aDirectory } from "./example-directory";
import { grantsHeldBy, grantsOfRole } from "./grant";
import { grantRows } from "./grant-rows";
import { reachOf } from "./reach";

const [ada, team, gone] = [1, 2, 3].map(examplePrincipal);
const [reader, administrator] = [1, 2].map(exampleRole);
const scope = { kind: "resourceGroup", subscription: exampleSubscription(1), resourceGroup: "rg-app" } as const;
const policy = { stated: true, mfa: true, longest: "PT4H", approvers: [] };
const roles = new Map([
  [reader!, { id: reader!, name: "Reader", description: undefined, kind: "builtIn" as const, permissions: [] }],
]);

const plan = { publisher: "msp", product: "care", name: "gold", version: "1.0.0" };
const first = aDelegation(1, {
  scope,
  raw: { id: `/subscriptions/${exampleSubscription(1)}/resourceGroups/RG-App/providers/x` },
  definition: aDefinition(1, {
    offer: "Care",
    plan,
    customerName: "Contoso",
    authorizations: [
      { principal: team!, role: reader!, label: "Ops", delegatedRoles: [] },
      { principal: gone!, role: administrator!, label: "Former", delegatedRoles: [reader!] },
    ],
    eligibleAuthorizations: [{ principal: team!, role: administrator!, label: "Ops", policy }],
  }),
});
const second = aDelegation(2, {
  scope,
  customer: exampleTenant(1),
  definition: aDefinition(2, {
    offer: "Extra",
    authorizations: [{ principal: team!, role: reader!, label: "Ops", delegatedRoles: [] }],
    eligibleAuthorizations: [
      { principal: team!, role: administrator!, label: undefined, policy: { ...policy, stated: false } },
      { principal: team!, role: administrator!, label: undefined, policy: { ...policy, longest: "PT8H" } },
    ],
  }),
});
const site = armId(
  `/subscriptions/${exampleSubscription(2)}/resourceGroups/rg-web/providers/Microsoft.Web/sites/Shop`,
)!;
const assignment = {
  id: armId(`${site}/providers/microsoft.authorization/roleassignments/1`)!,
  principal: examplePrincipal(8),
  principalType: "servicePrincipal" as const,
  role: reader!,
  scope: site,
  subscription: exampleSubscription(2),
  customer: exampleTenant(2),
  createdAt: 0,
};
const index = indexAccess({
  inventory: anInventory({ delegations: [first, second], subscriptions: [aSubscription(1, { name: "prod" })], roles }),
  directory: aDirectory({ users: { [ada!]: {} }, groups: { [team!]: { members: [ada!] } }, deleted: [gone!] }),
  roleAssignments: [assignment],
});

test("a row names principal, role, scope, customer and every offer that it comes from", () => {
  expect(grantRows(index)[0]).toEqual({
    grant: 0,
    principal: { id: team, state: "found", kind: "group", name: "group 02", detail: undefined },
    kind: "group",
    principalName: "group 02",
    role: { id: reader, name: "Reader" },
    access: "standing",
    scopeKind: "resourceGroup",
    scopeName: "RG-App",
    subscription: exampleSubscription(1),
    subscriptionName: "prod",
    resourceGroup: "RG-App",
    customer: exampleTenant(1),
    customerName: "Contoso",
    offers: ["Care", "Extra"],
    offerSources: ["marketplace", "template"],
    delegations: [first.id, second.id],
    policies: [],
    delegatedRoles: [],
    gives: "yes",
    reasons: [],
  });
});

test("what gives nothing says why, an unknown role keeps its id, and delegated roles are shown as such", () => {
  expect(grantRows(index)[1]).toMatchObject({
    principal: { state: "deleted" },
    principalName: "Former",
    role: { id: administrator, name: undefined },
    delegatedRoles: [{ id: reader, name: "Reader" }],
    gives: "no",
    reasons: [{ why: "deleted", principal: gone }],
  });
});

test("offers that ask for different things are told apart, those that ask for the same are not", () => {
  const [row] = grantRows(index).filter(({ access }) => access === "eligible");
  expect(row?.policies.map(({ longest }) => longest)).toEqual(["PT4H", "PT8H"]);
});

test("an assigned role stands beside them without an offer, at its resource", () => {
  expect(grantRows(index).at(-1)).toMatchObject({
    access: "assigned",
    kind: "servicePrincipal",
    scopeKind: "resource",
    scopeName: "shop",
    resourceGroup: "rg-web",
    subscriptionName: undefined,
    customer: exampleTenant(2),
    offers: [],
    delegations: [],
    gives: "cannotSee",
  });
});

test("some grants alone: those of a role, or of a principal", () => {
  expect(grantRows(index, grantsOfRole(index, reader!)).map(({ access }) => access)).toEqual(["standing", "assigned"]);
  expect(grantRows(index, grantsHeldBy(index, team!)).map(({ access }) => access)).toEqual(["standing", "eligible"]);
  expect([...grantsHeldBy(index, ada!), ...grantsOfRole(index, exampleRole(9))]).toEqual([]);
});

test("a person's customers come strongest first, and standing before eligible of the same strength", () => {
  const levelOf = (role: string) => (role === reader ? 1 : 5);
  const [customer, ...others] = customersReached(index, reachOf(index, ada!), levelOf);
  expect(others).toEqual([]);
  expect(customer).toMatchObject({
    customer: exampleTenant(1),
    strongest: { role: administrator },
    level: 5,
    standing: "yes",
    eligible: "yes",
    assigned: "no",
    through: [team],
    activeUntil: undefined,
  });
  expect(customer?.held.map(({ role }) => role)).toEqual([administrator, reader]);
  const equal = customersReached(index, reachOf(index, ada!), () => 3)[0];
  expect(equal?.strongest.role).toBe(reader);
});
