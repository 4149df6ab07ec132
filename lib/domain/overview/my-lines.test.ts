import { expect, test } from "vitest";
import { examplePrincipal, exampleRole, exampleSubscription, exampleTenant } from "@/lib/domain/example-inventory";
import type { MyGrant, MyState } from "@/lib/domain/my-access/my-grant";
import { myLines } from "./my-lines";

const ready: MyState = { kind: "ready", schedule: "s", refused: undefined };
const policy = {
  stated: true,
  mfa: true,
  longest: ["PT4H"],
  approvers: [],
  othersApprove: "yes",
  amApprover: false,
} as const;

const grant = (number: number, given: Partial<MyGrant> = {}): MyGrant => ({
  id: `grant ${number}`,
  customer: exampleTenant(1),
  customerName: "Contoso",
  scope: { kind: "subscription", subscription: exampleSubscription(number) },
  scopeName: `sub-${number}`,
  subscription: exampleSubscription(number),
  subscriptionName: `sub-${number}`,
  role: { id: exampleRole(1), name: "Contributor" },
  level: 5,
  kind: "eligible",
  gives: "yes",
  reasons: [],
  through: [],
  offers: [],
  policy,
  isReadable: true,
  state: ready,
  ...given,
});

test("one role on the same terms at one customer is one line, other terms are another", () => {
  const approvers = [{ principal: { id: examplePrincipal(9), state: "deleted" }, label: undefined }] as const;
  const lines = myLines([grant(1), grant(2), grant(3, { policy: { ...policy, approvers } })]);
  expect(lines.map(({ grants }) => grants.map(({ id }) => id))).toEqual([["grant 1", "grant 2"], ["grant 3"]]);
});

test.each([
  ["MFA", { policy: { ...policy, mfa: false } }],
  ["length", { policy: { ...policy, longest: ["PT8H"] } }],
  ["customer", { customer: exampleTenant(2) }],
  ["role", { role: { id: exampleRole(2), name: "Owner" } }],
])("another %s is another line", (_, given) => expect(myLines([grant(1), grant(2, given)])).toHaveLength(2));

test("what was asked for stands alone", () => {
  // Only what kind of state it is is looked at.
  const asked = { kind: "asked" } as unknown as MyState;
  expect(myLines([grant(1, { state: asked }), grant(2, { state: asked })])).toHaveLength(2);
});

test("what is active stands alone and first; what is held anyway or blocked is no line", () => {
  const until = Date.parse("2026-11-27T12:00:00Z");
  // Only when it ends is looked at.
  const active = { kind: "active", activation: { until } } as unknown as MyState;
  const lines = myLines([
    grant(1),
    grant(2, { state: active }),
    grant(3, { state: active }),
    grant(4, { kind: "standing", state: { kind: "standing" } }),
    grant(5, { state: { kind: "blocked", why: "noApprover" } }),
  ]);
  expect(lines.map(({ first, grants }) => [first.id, grants.length])).toEqual([
    ["grant 2", 1],
    ["grant 3", 1],
    ["grant 1", 1],
  ]);
});
