import { Kbd } from "@/components/ui/kbd";
import { classNames } from "@/components/ui/class-names";
import { families, type Family } from "@/lib/lookup/entry";
import { familyWords } from "./target-words";

/** What a search may be limited to; undefined: nothing. */
const tabs: readonly (Family | undefined)[] = [undefined, ...families];

export const nextTab = (current: Family | undefined, step: 1 | -1): Family | undefined =>
  tabs[(tabs.indexOf(current) + step + tabs.length) % tabs.length];

type Props = { current: Family | undefined; onChoose: (family: Family | undefined) => void };

/** Tab goes from one to the next while the field keeps the focus. */
export function LookupTabs({ current, onChoose }: Props) {
  return (
    <div
      className="flex h-9 shrink-0 items-center gap-0.5 overflow-x-auto border-b border-line px-2 max-sm:h-touch"
      role="group"
      aria-label="Result type"
    >
      {tabs.map((family) => (
        <button
          key={family ?? "all"}
          type="button"
          aria-pressed={family === current}
          tabIndex={-1}
          onClick={() => onChoose(family)}
          className={classNames(
            "h-6 shrink-0 rounded-sm px-2 text-sm max-sm:h-touch",
            family === current ? "bg-press font-[560]" : "text-ink-2 hover:bg-hover",
          )}
        >
          {family ? familyWords[family] : "All"}
        </button>
      ))}
      <span aria-hidden className="ml-auto flex shrink-0 items-center gap-1 pr-2 text-sm text-ink-3 max-sm:hidden">
        <Kbd>⇥</Kbd> next type
      </span>
    </div>
  );
}
