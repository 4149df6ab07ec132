import { FileCode2, Store } from "lucide-react";
import { Foreign } from "./foreign";

type Props = { name: string; version?: string | undefined; isMarketplace: boolean };

/** An offer by its name, and by the version where the Marketplace keeps one. */
export function OfferLabel({ name, version, isMarketplace }: Props) {
  const Icon = isMarketplace ? Store : FileCode2;
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <Icon aria-hidden size={13} className="shrink-0 text-ink-3" />
      <span className="sr-only">{isMarketplace ? "Marketplace offer" : "ARM template"} </span>
      <Foreign text={name || "(without a name)"} className="truncate font-stretch-[90%]" />
      {version && <Foreign text={version} limit={24} className="shrink-0 font-stretch-[90%] text-ink-2" />}
    </span>
  );
}
