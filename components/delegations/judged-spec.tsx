import { Ago, Unknown } from "@/components/ui/ago";
import { columnOf, type TableSpec } from "@/components/ui/data-table/column";
import { privilegeMark, privilegeName } from "@/components/ui/privilege-mark";
import { badnessOf, countLooks, countWords, severityCells, told, type Untold } from "@/components/ui/severity-cells";
import { severityMark, severityNames } from "@/components/ui/severity-mark";
import type { DelegationRow } from "@/lib/domain/delegation-rows";
import type { SeverityCounts } from "@/lib/domain/findings/rows/severity-counts";
import { severities } from "@/lib/domain/findings/severity";
import { formatCount } from "@/lib/format";
import { paths } from "@/lib/paths";
import { delegationRecord } from "./delegation-record";
import { delegationSpec, otherColumns, phoneRow, scopeColumn, unreadDefinition } from "./delegation-spec";

/** A delegation with how far its strongest role reaches, and what was found about it. */
export type JudgedDelegation = DelegationRow &
  Readonly<{
    /** 0 where it gives no role; undefined where that cannot be told. */
    level: number | undefined;
    /** undefined until all was judged. */
    findings: SeverityCounts | undefined;
    /** Severities of which nobody can tell whether there are any. */
    untold: Untold;
  }>;

const column = columnOf<JudgedDelegation>();

const privilegeText = ({ level }: JudgedDelegation): string => (level === 0 ? "None" : privilegeName(level));

const privilegeCell = (row: JudgedDelegation) => (
  <>
    {row.level !== 0 && privilegeMark(row.level)}
    {privilegeText(row)}
  </>
);

const worstText = ({ findings, untold, isDefinitionUnread }: JudgedDelegation): string => {
  if (!findings || isDefinitionUnread) return "Not judged";
  const worst = severities.find((severity) => findings[severity] > 0);
  if (!worst && untold.size > 0) return "Not judged";
  return worst ? severityNames[worst] : "None";
};

const wordsOf = ({ findings, untold, isDefinitionUnread }: JudgedDelegation): string | undefined =>
  isDefinitionUnread ? undefined : findings && countWords(findings, untold);

const judged = [
  column({
    id: "privilege",
    header: "Highest privilege",
    width: 120,
    isShort: true,
    text: privilegeText,
    value: ({ level }) => level,
    facet: privilegeText,
    isGrouping: true,
    exported: (row) => (row.level === undefined ? undefined : privilegeText(row)),
    cell: privilegeCell,
  }),
  column({
    id: "findings",
    header: "Findings",
    width: 132,
    isShort: true,
    text: () => "",
    value: ({ findings }) => findings && badnessOf(findings),
    facet: worstText,
    exported: wordsOf,
    title: wordsOf,
    cell: ({ id, findings, untold, isDefinitionUnread }) =>
      isDefinitionUnread ? (
        <Unknown what={unreadDefinition} />
      ) : (
        findings && severityCells(findings, paths.findingsOf("delegation", id), untold)
      ),
  }),
];

const place = otherColumns.findIndex(({ id }) => id === "kind");

/** The delegations of one customer, who need not be named in every row. */
export const oneCustomerSpec: TableSpec<JudgedDelegation> = {
  ...delegationSpec,
  columns: [scopeColumn, ...otherColumns.slice(0, place), ...judged, ...otherColumns.slice(place)],
  record: ({ level, findings, untold, ...row }) => ({
    ...delegationRecord(row),
    privilege: level ?? null,
    findings: row.isDefinitionUnread ? null : (findings ?? null),
    notJudged: [...untold],
  }),
  sort: { id: "scope", descending: false },
  beside: ["scope", "standing", "privilege", "findings", "last-change"],
  placeholder: "Filter by scope",
  compact: (row) =>
    phoneRow(row, {
      right: (
        <span className="flex items-center justify-end gap-3 text-base">
          {row.isDefinitionUnread ? (
            <Unknown what={unreadDefinition} />
          ) : (
            row.findings && worstCounts(row.findings, row.untold)
          )}
        </span>
      ),
      below: privilegeCell(row),
      belowRight: <Ago at={row.lastChange} />,
    }),
};

/** As many as have room beside a name: the two worst severities that there are. */
const worstCounts = (findings: SeverityCounts, untold: Untold) =>
  told
    .filter((severity) => findings[severity] > 0 || untold.has(severity))
    .slice(0, 2)
    .map((severity) => (
      <span key={severity} className={`flex items-center gap-1 ${countLooks[severity]}`}>
        {severityMark(severity)}
        {findings[severity] > 0 ? formatCount(findings[severity]) : <Unknown what="Could not be judged" />}
      </span>
    ));
