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
import type { Activation } from "../activation";
import { armId } from "../ids";
import type { MyRoles, RolesAt } from "../my-roles";
import { scopePath, type Scope } from "../scope";
import { indexAccess } from "./access-index";
import { aDirectory } from "./example-directory";
import { activationsIn, eligiblePlaces, unansweredIn } from "./own-activations";

const [ada, team, other] = [1, 2, 3].map(examplePrincipal);
const role = exampleRole(1);
const policy = { stated: true, mfa: true, longest: "PT4H", approvers: [] };
const eligible = [{ principal: team!, role, label: undefined, policy }];
const standing = [{ principal: ada!, role, label: undefined, delegatedRoles: [] }];
const onSubscription = (number: number) =>
  ({ kind: "subscription", subscription: exampleSubscription(number) }) as const;
const onGroup: Scope = { kind: "resourceGroup", subscription: exampleSubscription(1), resourceGroup: "rg-app" };

const whole = aDelegation(1, { definition: aDefinition(1, { eligibleAuthorizations: eligible }) });
const part = aDelegation(2, {
  scope: onGroup,
  definition: aDefinition(2, { eligibleAuthorizations: eligible }),
});
const always = aDelegation(3, { definition: aDefinition(3, { authorizations: standing }) });
const elsewhere = aDelegation(4, { definition: aDefinition(4, { eligibleAuthorizations: eligible }) });
const index = indexAccess({
  inventory: anInventory({ delegations: [whole, part, always, elsewhere] }),
  directory: aDirectory({ users: { [ada!]: {}, [other!]: {} }, groups: { [team!]: { members: [ada!] } } }),
});

const paths = (...found: ReturnType<typeof eligiblePlaces>) => found.map(({ scope }) => scopePath(scope)).sort();

test("PIM is asked where the person is eligible, and only where that leads to what is looked at", () => {
  expect(paths(...eligiblePlaces(index, ada!))).toEqual(
    [whole.scope, part.scope, elsewhere.scope].map(scopePath).sort(),
  );
  const customer = { kind: "customer", customer: exampleTenant(4) } as const;
  expect(paths(...eligiblePlaces(index, ada!, customer))).toEqual([scopePath(elsewhere.scope)]);
  const delegation = { kind: "delegation", delegation: part.id } as const;
  expect(paths(...eligiblePlaces(index, ada!, delegation))).toEqual([scopePath(onGroup)]);
  expect(eligiblePlaces(index, other!)).toEqual([]);
});

const active = (path: string, more: Partial<Activation> = {}): Activation => ({
  id: armId(`${path}/providers/Microsoft.Authorization/roleAssignmentScheduleInstances/1`)!,
  kind: "activated",
  role,
  scope: armId(path)!,
  principal: ada!,
  through: "group",
  from: 1,
  until: 2,
  schedule: undefined,
  assignment: undefined,
  ...more,
});
const served = <Item>(items: Item[]) => ({ state: "served", items, unreadable: 0 }) as const;
const answer = (scope: Scope, activations: Activation[]): RolesAt => ({
  scope,
  state: "answered",
  eligibilities: served([]),
  requests: served([]),
  activations: served(activations),
});

test("what is active on a single resource is not taken for active on all of its group", () => {
  const group = scopePath(onGroup);
  const roles: MyRoles = {
    unseen: undefined,
    places: new Map<string, RolesAt>([
      [
        "a",
        answer(onGroup, [
          active(group),
          active(`${group}/providers/Microsoft.Compute/virtualMachines/vm1`, { until: 9 }),
          active(group, { kind: "assigned" }),
          active(group, { until: undefined }),
        ]),
      ],
      ["b", { scope: onSubscription(1), state: "failed", why: "Cut.", fix: undefined }],
    ]),
    expected: 2,
    finishedAt: 1,
  };
  expect(activationsIn(roles, ada!)).toEqual([
    { principal: ada, role, scope: { ...onGroup, resourceGroup: "rg-app" }, until: 2 },
  ]);
  expect(unansweredIn(roles)).toBe(1);
});
