import { comparePlanVersions } from "./plan-version";
import type { Definition, Plan } from "./definition";

/** Where an offer came from: a published Marketplace plan, or a template that somebody deployed. */
export type OfferSource = "marketplace" | "template";

/** What a customer agreed to, however many registration definitions it took to write it down. */
export type Offer = Readonly<{ name: string; source: OfferSource; plan: Plan | undefined }>;

export const sourceOf = ({ plan }: { plan: Plan | undefined }): OfferSource => (plan ? "marketplace" : "template");

export const offerOf = ({ offer, plan }: Definition): Offer => ({ name: offer, source: sourceOf({ plan }), plan });

/** Equal for the same offer: a plan is told by its ids and version, a template by the name it gives itself. */
export const offerKey = ({ offer, plan }: Definition): string =>
  plan ? `plan ${plan.publisher} ${plan.product} ${plan.name} ${plan.version} ${offer}` : `template ${offer}`;

const text = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** By name, then the newest version first. */
export const compareOffers = (left: Offer, right: Offer): number =>
  text(left.name, right.name) ||
  text(left.source, right.source) ||
  text(left.plan?.product ?? "", right.plan?.product ?? "") ||
  text(left.plan?.name ?? "", right.plan?.name ?? "") ||
  comparePlanVersions(right.plan?.version ?? "", left.plan?.version ?? "");
