import { Unknown } from "@/components/ui/ago";
import { offerLabel } from "@/components/ui/offer-label";
import type { CustomerRow } from "@/lib/domain/customer";
import { formatCount } from "@/lib/format";

type WithOffers = Pick<CustomerRow, "offers" | "definitionsUnread">;

const sources = { marketplace: "Marketplace", template: "ARM template" };

export const offerNames = ({ offers }: WithOffers): string[] =>
  offers.map(({ name, plan }) => (plan ? `${name} ${plan.version}` : name));

export const offerVersions = ({ offers }: WithOffers): string[] => [
  ...new Set(offers.flatMap(({ plan }) => (plan ? [plan.version] : []))),
];

export const sourceNames = ({ offers }: WithOffers): string[] => [
  ...new Set(offers.map(({ source }) => sources[source])),
];

/** The first offer, and how many more there are. */
export function OfferCell({ row }: { row: WithOffers }) {
  const [first] = row.offers;
  if (!first) return <Unknown what="The offer could not be read" />;
  const others = row.offers.length - 1;
  return (
    <>
      {offerLabel({ name: first.name, version: first.plan?.version, isMarketplace: first.source === "marketplace" })}
      {others > 0 && (
        <span className="ml-1.5 text-sm text-ink-3" title={offerNames(row).join("\n").slice(0, 2000)}>
          +{formatCount(others)}
        </span>
      )}
    </>
  );
}
