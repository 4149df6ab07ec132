import { describe, expect, test } from "vitest";
import { indexAccess } from "../access/access-index";
import { aDirectory, type ExampleGroup } from "../access/example-directory";
import { reachOf } from "../access/reach";
import type { Activation, ActivationRequest, Eligibility } from "../activation";
import type { EligibleAuthorization } from "../definition";
import {
  aDefinition,
  aDelegation,
  anInventory,
  aSubscription,
  examplePrincipal,
  exampleRole,
  exampleSubscription,
  us,
} from "../example-inventory";
import type { ArmId, PrincipalId } from "../ids";
import type { MyRoles, RolesAt } from "../my-roles";
import { usageOf } from "./by-use";
import { myGrants } from "./my-grants";
import { myPlaces } from "./my-places";

const [me, team, lead, leads] = [1, 2, 3, 4].map(examplePrincipal) as [
  PrincipalId,
  PrincipalId,
  PrincipalId,
  PrincipalId,
];
const role = exampleRole(1);
const scope = { kind: "subscription", subscription: exampleSubscription(1) } as const;
const path = `/subscriptions/${exampleSubscription(1)}` as ArmId;
const now = Date.UTC(2026, 10, 20, 3);

type Given = {
  approvers?: readonly PrincipalId[];
  leads?: ExampleGroup;
  state?: "Succeeded" | "Failed";
  at?: Partial<Extract<RolesAt, { state: "answered" }>> | { state: "failed"; why: string; fix: undefined } | undefined;
  isAsked?: boolean;
  unseen?: MyRoles["unseen"];
};

const served = <Item>(...items: Item[]) => ({ state: "served" as const, items, unreadable: 0 });
const held = { id: `${path}/x` as ArmId, role, scope: path, through: "group" as const, from: now - 60_000 };
const eligibility: Eligibility = { ...held, principal: team, until: undefined, schedule: "schedule" };
const activation: Activation = {
  ...held,
  principal: me,
  until: now + 60_000,
  kind: "activated",
  schedule: "schedule",
  assignment: undefined,
};
const request: ActivationRequest = {
  id: `${path}/y` as ArmId,
  name: "name",
  kind: "activate",
  stage: "waiting",
  status: "PendingApproval",
  role,
  scope: path,
  principal: me,
  justification: undefined,
  ticket: undefined,
  createdAt: now - 1000,
  startsAt: undefined,
  duration: "PT1H",
};

/** My grants where an offer makes my team eligible on one subscription, and PIM says what is given. */
function grantsOf({
  approvers = [],
  leads: group = { members: [me, lead] },
  state,
  at = {},
  isAsked = true,
  unseen,
}: Given = {}) {
  const eligible: EligibleAuthorization = {
    principal: team,
    role,
    label: undefined,
    policy: {
      stated: true,
      mfa: true,
      longest: "PT4H",
      approvers: approvers.map((principal) => ({ principal, label: undefined })),
    },
  };
  const index = indexAccess({
    inventory: anInventory({
      delegations: [
        aDelegation(1, {
          definition: aDefinition(1, { eligibleAuthorizations: [eligible] }),
          ...(state && { state }),
        }),
      ],
      subscriptions: [aSubscription(1), aSubscription(8, { tenant: us })],
    }),
    directory: aDirectory({
      users: { [me]: {}, [lead]: {} },
      groups: { [team]: { members: [me] }, [leads]: group },
    }),
  });
  const answered: RolesAt = {
    scope,
    state: "answered",
    eligibilities: served(eligibility),
    activations: served<Activation>(),
    requests: served<ActivationRequest>(),
    ...at,
  } as RolesAt;
  const roles: MyRoles = { places: new Map(isAsked ? [[path, answered]] : []), unseen, expected: 1, finishedAt: now };
  const reach = reachOf(index, me);
  return { grants: myGrants({ index, reach, roles, levelOf: () => 5, now }), places: myPlaces(index, reach) };
}

const only = (given?: Given) => {
  const { grants } = grantsOf(given);
  expect(grants).toHaveLength(1);
  return grants[0]!;
};

test("what an offer makes me eligible for is asked of PIM, and can be activated where PIM lists it", () => {
  expect(grantsOf().places).toEqual([{ scope, isEligible: true }]);
  const grant = only();
  expect(grant).toMatchObject({
    scope,
    kind: "eligible",
    isReadable: false,
    state: { kind: "ready", schedule: "schedule" },
  });
  expect(usageOf(grant)).toBe("Can activate now");
  expect(grant.through).toMatchObject([{ principal: { id: team } }]);
});

test.each<[string, Given["at"], object]>([
  ["is active", { activations: served(activation) }, { kind: "active" }],
  ["was active until a moment ago", { activations: served({ ...activation, until: now }) }, { kind: "ready" }],
  ["waits for a decision", { requests: served(request) }, { kind: "asked" }],
  [
    "was denied today",
    { requests: served({ ...request, stage: "denied" as const }) },
    { kind: "ready", refused: { stage: "denied" } },
  ],
  [
    "was denied long ago",
    { requests: served({ ...request, stage: "denied" as const, createdAt: 0 }) },
    { kind: "ready", refused: undefined },
  ],
  ["is unknown to PIM", { eligibilities: served<Eligibility>() }, { kind: "portal" }],
  [
    "is not served by PIM",
    { eligibilities: { state: "notServed", reason: "missing", why: "silent", fix: undefined } },
    { kind: "portal", why: "silent" },
  ],
  ["could not be asked for", { state: "failed", why: "offline", fix: undefined }, { kind: "unknown", why: "offline" }],
])("a role that %s", (_what, at, state) => {
  expect(only({ at }).state).toMatchObject(state);
});

test("a role that PIM was not asked about yet is never said to be none", () => {
  expect(only({ isAsked: false }).state.kind).toBe("unknown");
});

describe("who approves", () => {
  test.each<[string, Given, object, string]>([
    ["another person", { approvers: [lead] }, { othersApprove: "yes", amApprover: false }, "Needs approver"],
    ["I alone", { approvers: [me] }, { othersApprove: "no", amApprover: true }, "Blocked"],
    ["I and another", { approvers: [me, lead] }, { othersApprove: "yes", amApprover: true }, "Needs approver"],
    ["a group of mine and others", { approvers: [leads] }, { othersApprove: "yes" }, "Needs approver"],
    ["a group of which I am all", { approvers: [leads], leads: { members: [me] } }, { othersApprove: "no" }, "Blocked"],
    [
      "a group that nobody may look into",
      { approvers: [leads], leads: { membership: { state: "unreadable", why: "hidden", fix: undefined } } },
      { othersApprove: "cannotSee" },
      "Needs approver",
    ],
    ["somebody unknown", { approvers: [examplePrincipal(9)] }, { othersApprove: "cannotSee" }, "Needs approver"],
  ])("%s", (_who, given, policy, use) => {
    const grant = only(given);
    expect(grant.policy).toMatchObject(policy);
    expect(usageOf(grant)).toBe(use);
  });

  test("what was granted before I became the only approver stays active", () => {
    expect(only({ approvers: [me], at: { activations: served(activation) } }).state.kind).toBe("active");
  });
});

test("a delegation that did not succeed gives nothing, and says why", () => {
  const { grants, places } = grantsOf({ state: "Failed" });
  expect(places).toEqual([]);
  expect(grants).toMatchObject([
    { state: { kind: "blocked", why: "givesNothing" }, reasons: [{ why: "delegationState", state: "Failed" }] },
  ]);
});

test("what PIM knows and no offer explains is listed, with its policy unknown", () => {
  const other = exampleRole(2);
  const { grants } = grantsOf({ at: { eligibilities: served(eligibility, { ...eligibility, role: other }) } });
  expect(grants.map(({ role: { id }, policy }) => [id, policy === undefined])).toEqual([
    [role, false],
    [other, true],
  ]);
});

describe("what PIM lists where no delegation in sight is", () => {
  const unseenAt = (number: number) => {
    const at = { kind: "subscription", subscription: exampleSubscription(number) } as const;
    const there = `/subscriptions/${at.subscription}` as ArmId;
    const names = { scopeName: "cee-1", roleName: "Some role" };
    return {
      scope: at,
      state: "answered",
      eligibilities: served<Eligibility>({ ...eligibility, ...names, scope: there, role: exampleRole(9) }),
      activations: served<Activation>(),
      requests: served<ActivationRequest>(),
    } as const;
  };
  const found = (number: number) =>
    grantsOf({ unseen: [unseenAt(number)] }).grants.filter(({ through }) => !through.length);

  test("is listed by PIM's names, can be activated, and says that nothing else can be seen", () => {
    expect(found(7)).toMatchObject([
      {
        scopeName: "cee-1",
        role: { id: exampleRole(9), name: "Some role" },
        customer: undefined,
        isReadable: false,
        state: { kind: "ready", schedule: "schedule" },
      },
    ]);
  });

  test("is left out in one's own tenant, which is no customer", () => {
    expect(found(8)).toEqual([]);
  });
});
