import { cannotJudge, hit, type Hit } from "@/lib/domain/findings/judgement";
import type { EstateRule } from "@/lib/domain/findings/rule";
import { cited } from "../cited";

export const disabledSubscription: EstateRule = {
  id: "LH-DEL-014",
  severity: "low",
  title: "Disabled subscription that is still delegated",
  why: "It is forgotten on both sides: when the customer enables it again for a day, all our access is back, and nobody watches it.",
  how: "The state of a subscription with at least one delegation to us is Disabled or Deleted. Past due and warned subscriptions still work, and do not count.",
  fix: "Ask the customer whether the subscription is given up, and end the delegation if so.",
  toCustomer: "Please tell us whether you have given the subscription up; if so, the delegation should be removed.",
  sources: [cited.ours],
  on: "estate",
  *find({ delegations, inventory }): Iterable<Hit> {
    for (const subscription of new Set(delegations.map(({ scope }) => scope.subscription))) {
      const state = inventory.subscriptions.get(subscription)?.state;
      if (state === "Disabled" || state === "Deleted") yield hit({ kind: "subscription", subscription });
      else if (state === undefined || state === "unknown")
        yield cannotJudge({
          kind: "unread",
          what: "The state of the subscription",
          fix: "Ask for Microsoft.Resources/subscriptions/read at the subscription, which Reader has.",
          about: subscription,
        });
    }
  },
  facts: (subject, { inventory }) =>
    subject.kind === "subscription"
      ? [{ label: "state", value: inventory.subscriptions.get(subject.subscription)?.state ?? "unknown" }]
      : [],
};
