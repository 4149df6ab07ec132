"use client";

import { Moment } from "@/components/ui/ago";
import type { Near } from "@/components/ui/data-table/data-table";
import { Foreign } from "@/components/ui/foreign";
import { Link } from "@/components/ui/link";
import { severityMark, severityNames } from "@/components/ui/severity-mark";
import { PanelSection, SidePanel } from "@/components/ui/side-panel";
import type { FindingRow } from "@/lib/domain/findings/rows/finding-rows";
import { formatCount, formatCounted, formatDate, formatForeign } from "@/lib/format";
import { paths } from "@/lib/paths";
import type { Findings } from "@/lib/queries/findings";
import { customersText } from "../finding-words";
import { AffectedSection } from "./affected-section";
import { EvidenceSection } from "./evidence-section";
import { FixSection } from "./fix-section";
import { Sources } from "./sources";

type Props = {
  id: string;
  /** undefined: there is no such finding. */
  row: FindingRow | undefined;
  findings: Findings;
  isSettled: boolean;
  near: Near;
  onOpen: (id: string) => void;
};

/** One finding: what it is and rests on, why it matters, whom it concerns, and what to do. */
export function FindingPanel({ id, row, findings, isSettled, near, onOpen }: Props) {
  const { previous, next, close } = near;
  const moves = {
    shown: id,
    onPrevious: previous === undefined ? undefined : () => onOpen(previous),
    onNext: next === undefined ? undefined : () => onOpen(next),
    onClose: close,
  };
  if (!row) {
    const [title, why] = unknownWords(isSettled, findings.unjudged.length > 0);
    return (
      <SidePanel {...moves} kicker="Finding" title={title}>
        <p className="py-3 text-ink-2">{why}</p>
        <code className="font-mono text-sm break-all text-ink-3">
          <bdi>{formatForeign(id, 60)}</bdi>
        </code>
      </SidePanel>
    );
  }
  const { finding, severity } = row;
  const { rule } = finding;
  const { assessment } = findings;
  return (
    <SidePanel
      {...moves}
      kicker={
        <>
          {severityMark(severity)}
          <b className={`text-base font-[560] ${severityLook[severity]}`}>{severityNames[severity]}</b>
          <Link href={paths.rule(rule.id)} className="link touch-target font-mono whitespace-nowrap">
            {rule.id}
          </Link>
          {row.changedAt !== undefined && (
            <span className="max-sm:hidden">
              last changed <Moment at={row.changedAt}>{formatDate(row.changedAt)}</Moment>
            </span>
          )}
        </>
      }
      title={rule.title}
      sub={<Concerned row={row} />}
    >
      <EvidenceSection key={id} row={row} assessment={assessment} />
      <PanelSection title="Why it matters">
        <p className="max-w-[64ch] pb-2 text-ink-2">{rule.why}</p>
      </PanelSection>
      <FixSection key={`${id} fix`} finding={finding} findings={findings} />
      <AffectedSection key={`${id} affected`} row={row} />
      <PanelSection title="How it was decided">
        <p className="max-w-[64ch] pb-1 text-ink-2">{rule.how}</p>
        <Sources sources={rule.sources} />
      </PanelSection>
    </SidePanel>
  );
}

const severityLook = {
  critical: "text-sev-critical-text",
  high: "text-sev-high-text",
  medium: "text-sev-medium-text",
  low: "text-sev-low-text",
  info: "text-sev-info-text",
};

function Concerned({ row }: { row: FindingRow }) {
  const text = customersText(row);
  const { delegations, elsewhere = 0 } = row;
  const all = delegations.length + elsewhere;
  return (
    <p className="truncate text-ink-2">
      {text === "" ? "No customer through a delegation" : <Foreign text={text} />}
      {all > 0 && `, ${formatCounted(all, "delegation")}`}
      {elsewhere > 0 && `, ${formatCount(delegations.length)} of them here`}
    </p>
  );
}

function unknownWords(isSettled: boolean, isUnjudged: boolean): readonly [string, string] {
  if (!isSettled) return ["Not found so far", "Not everything has been read and judged yet."];
  return isUnjudged
    ? ["Not among what could be judged", "It may be mended, or what it rests on cannot be seen any more."]
    : [
        "There is no such finding",
        "Everything was judged, and this is not found any more: it was mended, or the link is damaged.",
      ];
}
