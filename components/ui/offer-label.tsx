import { foreign } from "./foreign";
import { rowIcon } from "./row-icon";

type Offer = { name: string; version?: string | undefined; isMarketplace: boolean };

/** An offer by its name, and by the version where the Marketplace keeps one. A function for the same reason as `rowIcon`. */
export const offerLabel = ({ name, version, isMarketplace }: Offer) => (
  <>
    {isMarketplace ? rowIcon("marketplace", "Marketplace offer") : rowIcon("template", "ARM template")}
    {foreign({ text: name || "(without a name)", className: "font-stretch-[90%]" })}
    {version && foreign({ text: version, limit: 24, className: "ml-1.5 font-stretch-[90%] text-ink-2" })}
  </>
);
