import { classNames } from "@/components/ui/class-names";
import type { PrincipalKind } from "@/lib/domain/principal";
import { formatCount } from "@/lib/format";

/** What a principal's page shows one at a time. */
export const partNames = ["reached", "nothing", "blind", "about"] as const;
export type Part = (typeof partNames)[number];

type Props = {
  kind: PrincipalKind | undefined;
  part: Part;
  /** What shows where the address names none. */
  first: Part;
  counts: Readonly<{ customers: number; nothing: number; blind: number }>;
  onGo: (part: Part) => void;
};

const about = { group: "Members and owners", user: "Groups and owned", servicePrincipal: "Credentials and owners" };

export function PrincipalParts({ kind, part, first, counts, onGo }: Props) {
  const parts: readonly (readonly [Part, string, number | undefined])[] = [
    ["reached", "Customers reached", counts.customers],
    ["nothing", "Gives nothing", counts.nothing],
    ["blind", "Cannot see", counts.blind],
    ["about", kind ? about[kind] : "Groups", undefined],
  ];
  return (
    <nav
      aria-label="Parts"
      className="flex shrink-0 gap-5 overflow-x-auto border-b border-line-2 px-5 max-sm:gap-1 max-sm:px-2"
    >
      {parts.map(([name, words, count]) => (
        <a
          key={words}
          href={name === first ? "?" : `?show=${name}`}
          aria-current={part === name ? "page" : undefined}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            onGo(name);
          }}
          className={classNames(
            "-mb-px flex h-8 max-sm:h-touch max-sm:px-2 shrink-0 items-center gap-1.5 border-b-2 -outline-offset-2",
            part === name ? "border-beam-line font-[560] text-ink" : "border-transparent text-ink-2 hover:text-ink",
          )}
        >
          {words}
          {count !== undefined && <span className="font-[400] text-ink-3">{formatCount(count)}</span>}
        </a>
      ))}
    </nav>
  );
}
