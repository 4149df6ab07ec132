import { foreignText } from "@/components/ui/foreign";
import { severityMark } from "@/components/ui/severity-mark";
import type { FindingRow } from "@/lib/domain/findings/rows/finding-rows";
import { accessNames, customersText, principalText, roleText } from "../finding-words";

const texts: Readonly<Record<string, (row: FindingRow) => string>> = {
  rule: ({ finding }) => finding.rule.title,
  customer: customersText,
  principal: principalText,
  role: roleText,
};

/** A finding on a narrow screen: the first three things that it tells and that are not said above it. */
export function phoneRow(said: readonly string[]) {
  const telling = Object.entries(texts).flatMap(([id, text]) => (said.includes(id) ? [] : text));
  return (row: FindingRow) => {
    const [first = row.finding.rule.title, second = "", third = ""] = telling
      .map((text) => text(row))
      .filter((text) => text !== "");
    return (
      <span className="grid w-full grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-px text-md">
        <span className="flex min-w-0 items-center gap-1.5 font-[580]">
          {severityMark(row.severity)}{" "}
          <span dir="auto" className="truncate">
            {foreignText(first)}
          </span>
        </span>
        <span className="text-right text-base text-ink-2">{row.access && accessNames[row.access]}</span>
        <span dir="auto" className="min-w-0 truncate text-sm text-ink-2">
          {foreignText(second)}
        </span>
        <span dir="auto" className="truncate text-right text-sm text-ink-2">
          {foreignText(third)}
        </span>
      </span>
    );
  };
}
