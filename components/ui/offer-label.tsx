import { Foreign } from "./foreign";
import { RowIcon } from "./row-icon";

type Props = { name: string; version?: string | undefined; isMarketplace: boolean };

/** An offer by its name, and by the version where the Marketplace keeps one. */
export function OfferLabel({ name, version, isMarketplace }: Props) {
  return (
    <>
      <RowIcon
        name={isMarketplace ? "marketplace" : "template"}
        label={isMarketplace ? "Marketplace offer" : "ARM template"}
      />
      <Foreign text={name || "(without a name)"} className="font-stretch-[90%]" />
      {version && <Foreign text={version} limit={24} className="ml-1.5 font-stretch-[90%] text-ink-2" />}
    </>
  );
}
