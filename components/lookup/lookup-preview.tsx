import { useDeferredValue } from "react";
import { Foreign } from "@/components/ui/foreign";
import { Kbd } from "@/components/ui/kbd";
import { useAlt, useModifier } from "@/components/ui/modifier";
import type { InShort } from "@/lib/domain/my-access/in-short";
import type { Entry } from "@/lib/lookup/entry";
import type { LookupSources } from "@/lib/queries/lookup";
import { LookupFacts } from "./lookup-facts";
import { copyWords, kindWords, openingWords } from "./target-words";

/** What can be done; undefined what cannot. */
export type Actions = Readonly<
  Record<"open" | "activate" | "portal" | "copy" | "inside" | "pin", (() => void) | undefined>
>;

type Props = {
  entry: Entry;
  sources: LookupSources | undefined;
  mine: InShort | undefined;
  isPinned: boolean;
  actions: Actions;
};

/** The current answer at more length, and what can be done with it. */
export function LookupPreview({ entry, sources, mine, isPinned, actions }: Props) {
  const { name, copies, target } = entry;
  // Facts are worked out once the answers are on screen.
  const settled = useDeferredValue(entry);
  const eligible = mine?.eligible;
  const verb = eligible?.policy?.approvers.length ? "Request" : "Activate";
  const modifier = useModifier();
  const alt = useAlt();
  return (
    <aside
      aria-label="Current answer"
      className="flex w-69 shrink-0 flex-col border-l border-line bg-canvas p-4 max-sm:hidden"
    >
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
        <Action name={openingWords(target)} keys={["↵"]} act={actions.open} />
        <Action
          name={
            <>
              {verb} <Foreign text={eligible?.role.name ?? "role"} limit={40} />
            </>
          }
          keys={[modifier, "↵"]}
          act={actions.activate}
        />
        <Action name="Open in Azure portal" keys={[alt, "↵"]} act={actions.portal} />
        <Action name={`Copy ${copyWords(target)?.toLowerCase()}`} keys={[modifier, "C"]} act={actions.copy} />
        <Action name="Search inside" keys={["→"]} act={actions.inside} />
        <Action name={isPinned ? "Unpin" : "Pin"} keys={[modifier, "D"]} act={actions.pin} />
      </div>
    </aside>
  );
}

type ActionProps = { name: React.ReactNode; keys: readonly string[]; act: (() => void) | undefined };

/** The field keeps the focus: keys do the same. */
const Action = ({ name, keys, act }: ActionProps) =>
  act && (
    <button
      type="button"
      tabIndex={-1}
      onClick={act}
      className="flex min-h-6 items-center rounded-sm px-1 text-left hover:bg-hover"
    >
      <span>{name}</span>
      <span className="ml-auto flex gap-1 pl-2">
        {keys.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </span>
    </button>
  );
