"use client";

import type { TableUrl } from "@/components/ui/data-table/use-table-url";
import { classNames } from "@/components/ui/class-names";
import type { Untold } from "@/components/ui/severity-cells";
import { severityMark, severityNames } from "@/components/ui/severity-mark";
import { ToggleGroup } from "@/components/ui/toggle-group";
import type { SeverityCounts } from "@/lib/domain/findings/rows/severity-counts";
import { severities } from "@/lib/domain/findings/severity";
import { formatCount } from "@/lib/format";
import { toldCount, untoldWords } from "./told-count";

const groupNames = { none: "None", rule: "Rule", customer: "Customer", principal: "Principal" };
const orders = [
  { value: "severity", label: "Worst first" },
  { value: "changed", label: "New first" },
];

type Props = {
  counts: SeverityCounts;
  /** Severities of which nobody can tell whether there are any. */
  untold: Untold;
  groupings: readonly (keyof typeof groupNames)[];
  url: TableUrl;
};

/** Which severities are shown, what findings are grouped by, and which come first. */
export function SeverityBar({ counts, untold, groupings, url }: Props) {
  const chosen = url.chosen["severity"] ?? [];
  const toggle = (name: string) =>
    url.setChosen("severity", chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name]);
  return (
    <div className="flex min-h-[42px] shrink-0 items-center gap-x-4 overflow-x-auto border-b border-line px-5 py-[7px] max-sm:px-4 print:hidden [&>*]:shrink-0">
      <div
        role="group"
        aria-label="Severity"
        className="inline-flex divide-x divide-line rounded-sm border border-line-2 bg-surface"
      >
        {severities.map((severity) => {
          const name = severityNames[severity];
          const isChosen = chosen.includes(name);
          return (
            <button
              key={severity}
              type="button"
              aria-pressed={isChosen}
              aria-label={`${name}, ${counts[severity] === 0 && untold.has(severity) ? untoldWords : formatCount(counts[severity])}`}
              title={name}
              onClick={() => toggle(name)}
              className={classNames(
                "flex h-[26px] items-center gap-1.5 px-2.5 max-sm:h-touch max-sm:px-3.5 text-sm first:rounded-l-sm last:rounded-r-sm",
                isChosen ? "bg-press font-[560] text-ink forced-colors:underline" : "text-ink-2 hover:bg-hover",
              )}
            >
              {severityMark(severity)} {toldCount(counts, severity, untold)}
            </button>
          );
        })}
      </div>
      <div className="flex items-center gap-2 text-sm text-ink-2">
        <span aria-hidden>Group by</span>
        <ToggleGroup
          label="Group by"
          value={url.group ?? "none"}
          options={groupings.map((value) => ({ value, label: groupNames[value] }))}
          onChange={(group) => url.setGroup(group === "none" ? undefined : group)}
        />
      </div>
      <ToggleGroup
        label="Order"
        value={url.sort.id}
        options={orders}
        onChange={(id) => url.setSort({ id, descending: id === "changed" })}
      />
    </div>
  );
}
