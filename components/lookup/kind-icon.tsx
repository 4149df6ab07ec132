import {
  Building2,
  FunctionSquare,
  KeyRound,
  PanelsTopLeft,
  Scale,
  ShieldAlert,
  Store,
  SquareChevronRight,
  Waypoints,
  type LucideIcon,
} from "lucide-react";
import { rowIcon } from "@/components/ui/row-icon";
import type { EntryKind } from "@/lib/lookup/entry";
import { kindWords } from "./target-words";

type Pictured = "subscription" | "resourceGroup" | "user" | "group" | "servicePrincipal";

const drawn: Readonly<Record<Exclude<EntryKind, Pictured>, LucideIcon>> = {
  customer: Building2,
  delegation: Waypoints,
  offer: Store,
  role: KeyRound,
  operation: FunctionSquare,
  finding: ShieldAlert,
  rule: Scale,
  place: PanelsTopLeft,
  command: SquareChevronRight,
};
const isPictured = (kind: EntryKind): kind is Pictured => !(kind in drawn);

export function KindIcon({ kind }: { kind: EntryKind }) {
  const label = kindWords[kind];
  if (isPictured(kind))
    return <span className="flex w-3.5 shrink-0 justify-center [&>i]:m-0!">{rowIcon(kind, label)}</span>;
  const Icon = drawn[kind];
  return <Icon role="img" aria-label={label} size={14} className="shrink-0 text-ink-3" />;
}
