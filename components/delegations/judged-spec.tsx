import { Ago, Unknown } from "@/components/ui/ago";
import { columnOf, type TableSpec } from "@/components/ui/data-table/column";
import { privilegeMark, privilegeName } from "@/components/ui/privilege-mark";
import { badnessOf, countLooks, countWords, severityCells, told } from "@/components/ui/severity-cells";
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
  }>;

const column = columnOf<JudgedDelegation>();

const privilegeText = ({ level }: JudgedDelegation): string => (level === 0 ? "None" : privilegeName(level));

const privilegeCell = (row: JudgedDelegation) => (
  <>
    {row.level !== 0 && privilegeMark(row.level)}
    {privilegeText(row)}
  </>
);

const worstText = ({ findings, isDefinitionUnread }: JudgedDelegation): string => {
  if (!findings || isDefinitionUnread) return "Not judged";
  const worst = severities.find((severity) => findings[severity] > 0);
  return worst ? severityNames[worst] : "None";
};

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
    exported: ({ findings, isDefinitionUnread }) => (isDefinitionUnread ? undefined : findings && countWords(findings)),
    title: ({ findings, isDefinitionUnread }) => (isDefinitionUnread ? undefined : findings && countWords(findings)),
    cell: ({ id, findings, isDefinitionUnread }) =>
      isDefinitionUnread ? (
        <Unknown what={unreadDefinition} />
      ) : (
        findings && severityCells(findings, paths.findingsOf("delegation", id))
      ),
  }),
];

const place = otherColumns.findIndex(({ id }) => id === "kind");

/** The delegations of one customer, who need not be named in every row. */
export const oneCustomerSpec: TableSpec<JudgedDelegation> = {
  ...delegationSpec,
  columns: [scopeColumn, ...otherColumns.slice(0, place), ...judged, ...otherColumns.slice(place)],
  record: ({ level, findings, ...row }) => ({
    ...delegationRecord(row),
    privilege: level ?? null,
    findings: row.isDefinitionUnread ? null : (findings ?? null),
  }),
  sort: { id: "scope", descending: false },
  beside: ["scope", "standing", "privilege", "findings", "last-change"],
  placeholder: "Filter by scope",
  compact: (row) =>
    phoneRow(row, {
      right: (
        <span className="flex items-center justify-end gap-3 text-base">
          {row.isDefinitionUnread ? <Unknown what={unreadDefinition} /> : row.findings && worstCounts(row.findings)}
        </span>
      ),
      below: privilegeCell(row),
      belowRight: <Ago at={row.lastChange} />,
    }),
};

/** As many as have room beside a name: the two worst severities that there are. */
const worstCounts = (findings: SeverityCounts) =>
  told
    .filter((severity) => findings[severity] > 0)
    .slice(0, 2)
    .map((severity) => (
      <span key={severity} className={`flex items-center gap-1 ${countLooks[severity]}`}>
        {severityMark(severity)}
        {formatCount(findings[severity])}
      </span>
    ));
