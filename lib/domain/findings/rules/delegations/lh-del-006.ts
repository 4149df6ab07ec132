import type { Assessment } from "@/lib/domain/findings/engine/assessment";
import { hit, type Hit } from "@/lib/domain/findings/judgement";
import type { EstateRule } from "@/lib/domain/findings/rule";
import type { TenantId } from "@/lib/domain/ids";
import { cited } from "../cited";

export const severalOffers: EstateRule = {
  id: "LH-DEL-006",
  severity: "medium",
  title: "Several offers of ours at one customer",
  why: "Neither side can tell from one place who of us may do what: rights that one offer gave up live on in another, and removing one may cut what the other grants.",
  how: "Delegations at the customer use definitions of ours with different names. One name in several subscriptions is one offer, and definitions that nothing is delegated with do not count.",
  fix: "Keep one mspOfferName for each customer, and deploy the same offer to all its subscriptions.",
  toCustomer: "We will send you one offer for all your subscriptions, in the place of these.",
  sources: [cited.updateDelegation],
  on: "estate",
  *find(assessment): Iterable<Hit> {
    for (const [customer, offers] of offersByCustomer(assessment))
      if (offers.size > 1) yield hit({ kind: "customer", customer });
  },
  facts: (subject, assessment) =>
    subject.kind === "customer"
      ? [...(offersByCustomer(assessment).get(subject.customer) ?? [])].map((value) => ({
          label: "mspOfferName",
          value,
        }))
      : [],
};

function offersByCustomer({ delegations }: Assessment): ReadonlyMap<TenantId, ReadonlySet<string>> {
  const offers = new Map<TenantId, Set<string>>();
  for (const { customer, definition } of delegations) {
    if (!definition) continue;
    const own = offers.get(customer);
    if (own) own.add(definition.offer);
    else offers.set(customer, new Set([definition.offer]));
  }
  return offers;
}
