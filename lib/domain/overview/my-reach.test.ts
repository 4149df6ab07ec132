import { expect, test } from "vitest";
import type { Held, Reach } from "@/lib/domain/access/reach";
import { exampleRole, exampleSubscription, exampleTenant } from "@/lib/domain/example-inventory";
import { standingIn, toActivate } from "./my-reach";

const held = (number: number, customer: number, given: Partial<Held>): Held => ({
  customer: exampleTenant(customer),
  scope: { kind: "subscription", subscription: exampleSubscription(number) },
  role: exampleRole(1),
  standing: "no",
  eligible: "no",
  assigned: "no",
  activeUntil: undefined,
  grants: [number],
  doubts: [],
  ...given,
});
// Only what is held is looked at.
const reach = {
  held: [
    held(1, 1, { standing: "yes" }),
    held(2, 1, { standing: "cannotSee", eligible: "yes" }),
    held(3, 2, { eligible: "cannotSee" }),
    held(4, 3, { assigned: "yes" }),
  ],
  inVain: [{}],
} as unknown as Reach;

test("standing roles are counted by scope, and the customers once; what is not certain counts", () => {
  expect(standingIn(reach)).toEqual({ roles: 2, customers: 1 });
});

test("what may have to be activated is kept, what is in vain is not", () => {
  const { held: kept, inVain } = toActivate(reach);
  expect(kept.flatMap(({ grants }) => grants)).toEqual([2, 3]);
  expect(inVain).toEqual([]);
});
