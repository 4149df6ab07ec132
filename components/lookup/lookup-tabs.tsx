import { Kbd } from "@/components/ui/kbd";
import { classNames } from "@/components/ui/class-names";
import type { EntryKind } from "@/lib/lookup/entry";

/** What a search may be limited to. */
export const kindTabs: readonly Readonly<{ name: string; kinds?: readonly EntryKind[] }>[] = [
  { name: "All" },
  { name: "Customers", kinds: ["customer"] },
  { name: "Scopes", kinds: ["subscription", "resourceGroup"] },
  { name: "Delegations", kinds: ["delegation", "offer"] },
  { name: "Principals", kinds: ["user", "group", "servicePrincipal"] },
  { name: "Roles", kinds: ["role"] },
];

/** Tab goes from one to the next while the field keeps the focus. */
export function LookupTabs({ current, onChoose }: { current: number; onChoose: (tab: number) => void }) {
  return (
    <div
      className="flex h-9 shrink-0 items-center gap-0.5 overflow-x-auto border-b border-line px-2"
      role="group"
      aria-label="Result type"
    >
      {kindTabs.map(({ name }, at) => (
        <button
          key={name}
          type="button"
          aria-pressed={at === current}
          tabIndex={-1}
          onClick={() => onChoose(at)}
          className={classNames(
            "h-6 shrink-0 rounded-sm px-2 text-sm max-sm:h-touch",
            at === current ? "bg-press font-[560]" : "text-ink-2 hover:bg-hover",
          )}
        >
          {name}
        </button>
      ))}
      <span aria-hidden className="ml-auto flex shrink-0 items-center gap-1 pr-2 text-sm text-ink-3 max-sm:hidden">
        <Kbd>⇥</Kbd> next type
      </span>
    </div>
  );
}
