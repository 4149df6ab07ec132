import { Foreign } from "@/components/ui/foreign";
import { usePainted } from "@/components/ui/after-paint";
import { Kbd } from "@/components/ui/kbd";
import type { LookupSources } from "@/lib/queries/lookup";
import { LookupFacts } from "./lookup-facts";
import { useOffers, type Offered } from "./offers";
import { copyWords, kindWords } from "./target-words";

type Props = Offered & { sources: LookupSources | undefined };

/** The current answer at more length, and what can be done with it. */
export function LookupPreview({ sources, ...offered }: Props) {
  const { entry, mine } = offered;
  const offers = useOffers(offered);
  const { name, copies, target } = entry;
  // Facts are worked out once the answers are on screen: somebody's reach takes longer than a key may.
  const settled = usePainted(entry);
  return (
    <aside aria-label="Current answer" className="flex w-69 shrink-0 flex-col border-l border-line bg-canvas p-4">
      <p className="text-xs text-ink-3">{kindWords[target.kind]}</p>
      <p className="text-lg font-[620] wrap-anywhere">
        <Foreign text={name} limit={120} />
      </p>
      {copies !== name && copyWords(target) && (
        <p className="mt-1 font-mono text-xs wrap-anywhere text-ink-2">{copies}</p>
      )}
      <div className="mt-3 min-h-0 flex-1 overflow-y-auto border-t border-line pt-3">
        <LookupFacts entry={settled} sources={sources} mine={settled === entry ? mine : undefined} />
      </div>
      <div className="-mx-1 mt-3 grid shrink-0 border-t border-line pt-2 text-sm">
        {offers.map(({ key, name, keys, act }) => (
          // The field keeps the focus: keys do the same.
          <button
            key={key}
            type="button"
            tabIndex={-1}
            onClick={act}
            className="flex min-h-6 items-center rounded-sm px-1 text-left hover:bg-hover"
          >
            <span>{name}</span>
            <span className="ml-auto flex gap-1 pl-2">
              {keys.map((one) => (
                <Kbd key={one}>{one}</Kbd>
              ))}
            </span>
          </button>
        ))}
      </div>
    </aside>
  );
}
