import { Command } from "cmdk";
import { KeyRound, PanelsTopLeft, Store, Waypoints, Building2, type LucideIcon } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import { Foreign } from "@/components/ui/foreign";
import { rowIcon } from "@/components/ui/row-icon";
import type { Entry, EntryKind } from "@/lib/lookup/entry";
import { Marked } from "./marked";
import { kindWords } from "./target-words";

type Pictured = "subscription" | "resourceGroup" | "user" | "group" | "servicePrincipal";

const drawn: Readonly<Record<Exclude<EntryKind, Pictured>, LucideIcon>> = {
  customer: Building2,
  delegation: Waypoints,
  offer: Store,
  role: KeyRound,
  place: PanelsTopLeft,
};
const isPictured = (kind: EntryKind): kind is Pictured => !(kind in drawn);

export function KindIcon({ kind }: { kind: EntryKind }) {
  const [label] = kindWords[kind];
  if (isPictured(kind)) return <span className="flex shrink-0">{rowIcon(kind, label)}</span>;
  const Icon = drawn[kind];
  return <Icon role="img" aria-label={label} size={14} className="shrink-0 text-ink-3" />;
}

type Props = {
  entry: Entry;
  value: string;
  fragments: readonly string[];
  mine: string | undefined;
  onOpen: () => void;
};

/** One answer: what it is, what tells it from others, and what the signed-in person has there. */
export function LookupRow({ entry, value, fragments, mine, onOpen }: Props) {
  return (
    <Command.Item
      value={value}
      onSelect={onOpen}
      className="flex h-7 cursor-pointer scroll-my-1 items-center gap-2 rounded-sm px-2 max-sm:h-touch data-[selected=true]:bg-press data-[selected=true]:shadow-[inset_3px_0_0_var(--beam)]"
    >
      <KindIcon kind={entry.target.kind} />
      <Marked name={entry.name} fragments={fragments} />
      {entry.detail && (
        <Foreign
          text={entry.detail}
          limit={60}
          className={classNames("min-w-0 truncate text-sm text-ink-3", mine && "max-sm:hidden")}
        />
      )}
      {mine && (
        <span className="ml-auto max-w-[55%] max-sm:max-w-[45%] shrink-0 truncate pl-2 text-sm text-ink-2">{mine}</span>
      )}
    </Command.Item>
  );
}
