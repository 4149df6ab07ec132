import { Foreign } from "@/components/ui/foreign";
import { useOffers, type Offered } from "./offers";

/** On phones, which have no room for the preview: what can be done with the current answer beside opening it. */
export function PhoneOffers(props: Offered) {
  const offers = useOffers(props);
  return (
    <div
      role="group"
      aria-label="Current answer"
      className="flex shrink-0 items-center gap-1 overflow-x-auto border-b border-line bg-canvas px-4 text-sm whitespace-nowrap"
    >
      <span className="max-w-[40%] shrink-0 truncate font-[560]">
        <Foreign text={props.entry.name} limit={60} />
      </span>
      {offers.map(({ key, name, act }) =>
        key === "open" ? null : (
          <button key={key} type="button" onClick={act} className="h-touch shrink-0 rounded-sm px-2 text-ink-2">
            {name}
          </button>
        ),
      )}
    </div>
  );
}
