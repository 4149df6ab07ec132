import { expect, test } from "vitest";
import { aSubscription, exampleSubscription } from "@/lib/domain/example-inventory";
import { judgedBy, offering } from "@/lib/domain/findings/example-findings";
import type { SubscriptionState } from "@/lib/domain/subscription";
import { disabledSubscription } from "./lh-del-014";

const of = (state: SubscriptionState | undefined) => {
  const id = exampleSubscription(1);
  const subscriptions = new Map(state && [[id, aSubscription(1, { state })]]);
  const second = { ...offering(1, {}), id: `${offering(1, {}).id}2` as ReturnType<typeof offering>["id"] };
  return judgedBy(disabledSubscription, { delegations: [offering(1, {}), second], inventory: { subscriptions } });
};

test.each(["Disabled", "Deleted"] as const)("a subscription that is %s, once", (state) => {
  expect(of(state).found).toEqual([`low: subscription ${exampleSubscription(1)}`]);
});

test.each(["Enabled", "Warned", "PastDue"] as const)("one that is %s is none", (state) => {
  expect(of(state)).toMatchObject({ count: 0, unjudged: [] });
});

test("a state that Azure does not tell cannot be judged", () => {
  expect(of("unknown").unjudged).toEqual(["unread"]);
  expect(of(undefined).unjudged).toEqual(["unread"]);
});
