import { memo } from "react";
import { classNames } from "@/components/ui/class-names";
import { Foreign } from "@/components/ui/foreign";
import { privilegeMark } from "@/components/ui/privilege-mark";
import { countLooks } from "@/components/ui/severity-cells";
import { severityMark } from "@/components/ui/severity-mark";
import type { InShort } from "@/lib/domain/my-access/in-short";
import type { Inventory } from "@/lib/domain/inventory";
import { formatCount, formatCounted } from "@/lib/format";
import { entryKey, type Entry, type Target } from "@/lib/lookup/entry";
import { levelsIn } from "@/lib/queries/access";
import type { Findings } from "@/lib/queries/findings";
import { KindIcon } from "./kind-icon";
import { Marked } from "./marked";
import { mineWords } from "./my-words";

type Props = {
  id: string;
  entry: Entry;
  isCurrent: boolean;
  fragments: readonly string[];
  mine: InShort | undefined;
  findings: Findings | undefined;
  inventory: Inventory | undefined;
};

/**
 * One answer: what it is, what tells it from others, and what the signed-in person has there, below it where there is no room
 * beside it. Presses are the list's; a key
 * draws only the answers that it brought.
 */
export const LookupRow = memo(function LookupRow(props: Props) {
  const { id, entry, isCurrent, fragments, mine, findings, inventory } = props;
  const { target, name, beside } = entry;
  const detail = detailOf(target, beside);
  return (
    <div
      role="option"
      id={id}
      aria-selected={isCurrent}
      data-key={entryKey(entry)}
      className={classNames(
        "flex min-h-7 cursor-pointer scroll-my-1 items-center gap-x-2 rounded-sm px-2 max-sm:min-h-touch",
        mine && "flex-wrap content-center py-1",
        isCurrent && "bg-press shadow-[inset_3px_0_0_var(--beam)] forced-colors:outline",
      )}
    >
      <span className="flex max-w-full min-w-0 grow items-center gap-2">
        <KindIcon kind={target.kind} />
        <Marked name={name} fragments={fragments} />
        {detail && <Foreign text={detail} limit={60} className="min-w-16 shrink-[99] truncate text-sm text-ink-3" />}
      </span>
      <span className="ml-auto flex min-w-0 items-center gap-2">
        {mine && <span className="text-sm text-ink-2">{mineWords(mine)}</span>}
        <Marks target={target} findings={findings} inventory={inventory} />
      </span>
    </div>
  );
});

const detailOf = (target: Target, beside: readonly string[]): string =>
  target.kind === "role" && target.customers ? formatCounted(target.customers, "customer") : beside.join(" · ");

/** The worst there is at a customer, how far a role reaches, how bad a finding is. */
function Marks({ target, findings, inventory }: { target: Target } & Pick<Props, "findings" | "inventory">) {
  switch (target.kind) {
    case "customer": {
      const counts = findings?.byCustomer.get(target.tenant);
      if (!counts) return null;
      const worst = (["critical", "high"] as const).filter((severity) => counts[severity] > 0);
      return worst.map((severity) => (
        <span key={severity} className={classNames("flex shrink-0 items-center gap-1 text-sm", countLooks[severity])}>
          {severityMark(severity)}
          {formatCount(counts[severity])}
        </span>
      ));
    }
    case "role":
      return inventory && <span className="shrink-0">{privilegeMark(levelsIn(inventory)(target.role))}</span>;
    case "finding":
    case "rule":
      return <span className="flex shrink-0">{severityMark(target.severity)}</span>;
    default:
      return null;
  }
}
