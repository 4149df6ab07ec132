import { columnOf, type Column, type TableSpec } from "@/components/ui/data-table/column";
import { count } from "@/components/ui/count";
import { foreignText } from "@/components/ui/foreign";
import { grantMark } from "@/components/ui/grant-mark";
import { nameOrIdTitle, nameOrShortId } from "@/components/ui/name-or-id";
import { privilegeName } from "@/components/ui/privilege-mark";
import { severityMark, severityNames } from "@/components/ui/severity-mark";
import { severities, type Severity } from "@/lib/domain/findings/severity";
import type { CustomerExposure } from "@/lib/domain/overview/exposure";
import { formatCount } from "@/lib/format";
import { paths } from "@/lib/paths";
import { rings } from "./privilege-words";
import { customerText } from "./sector-words";

/** What the lens shows of one customer. */
export type ExposureRow = CustomerExposure &
  Readonly<{
    source: string;
    /** "none" where all was judged and nothing found. */
    worst: Readonly<{ severity: Severity; count: number }> | "none" | undefined;
  }>;

const column = columnOf<ExposureRow>();

const rolesText = ({ held }: ExposureRow, level: number): string =>
  `${held.standing[level] ?? 0} standing, ${held.eligible[level] ?? 0} eligible`;

const ring = (level: number): Column<ExposureRow> =>
  column({
    id: privilegeName(level).toLowerCase(),
    header: privilegeName(level),
    width: 78,
    isShort: true,
    text: (row) => rolesText(row, level),
    value: ({ held }) => (held.standing[level] ?? 0) + (held.eligible[level] ?? 0) / 1000,
    cell: ({ held }) => {
      const [standing, eligible] = [held.standing[level] ?? 0, held.eligible[level] ?? 0];
      if (standing + eligible === 0) return count(0);
      return (
        <>
          {grantMark("standing")}
          {formatCount(standing)}
          <span className="ml-3">
            {grantMark("eligible")}
            {formatCount(eligible)}
          </span>
        </>
      );
    },
  });

const worstText = ({ worst }: ExposureRow): string =>
  worst === undefined ? "?" : worst === "none" ? "None" : `${worst.count} ${worst.severity}`;

const link = (row: ExposureRow) => (
  <a href={paths.customer(row.customer)} tabIndex={-1} dir="auto">
    {nameOrShortId(row.name, row.customer)}
  </a>
);

export const exposureSpec: TableSpec<ExposureRow> = {
  name: "exposure",
  one: "customer",
  many: "customers",
  columns: [
    column({
      id: "customer",
      header: "Customer",
      width: 140,
      grow: 3,
      text: (row) => `${customerText(row)} ${row.customer}`,
      value: customerText,
      exported: customerText,
      title: (row) => nameOrIdTitle(row.name, row.customer),
      cell: (row) => (
        <>
          {link(row)}
          {row.isPartlyRead && <span className="font-[400] text-stale-text"> partly read</span>}
        </>
      ),
    }),
    column({
      id: "source",
      header: "Source",
      width: 120,
      grow: 2,
      text: ({ source }) => source,
      facet: ({ source }) => source,
      isGrouping: true,
      isQuiet: true,
      cell: ({ source }) => foreignText(source),
    }),
    ...rings.map(({ level }) => ring(level)),
    column({
      id: "worst",
      header: "Worst findings",
      width: 84,
      isShort: true,
      text: worstText,
      value: ({ worst }) =>
        worst === undefined || worst === "none"
          ? 0
          : (severities.length - severities.indexOf(worst.severity)) * 1e6 + worst.count,
      facet: ({ worst }) =>
        worst === undefined ? "Not judged" : worst === "none" ? "None" : severityNames[worst.severity],
      cell: ({ worst }) =>
        worst === undefined ? (
          "?"
        ) : worst === "none" ? (
          count(0)
        ) : (
          <>
            {severityMark(worst.severity)} {formatCount(worst.count)}
          </>
        ),
    }),
    column({
      id: "exposure",
      header: "Exposure",
      width: 84,
      isShort: true,
      isHidden: true,
      align: "end",
      text: ({ weight }) => String(Math.round(weight)),
      value: ({ weight }) => weight,
      cell: ({ weight }) => formatCount(Math.round(weight)),
    }),
  ],
  rowId: ({ customer }) => customer,
  rowLabel: customerText,
  record: ({ customer, name, source, held, isPartlyRead }) => ({
    tenantId: customer,
    name,
    source,
    rolesHeld: Object.fromEntries(
      rings.map(({ level }) => [
        privilegeName(level),
        { standing: held.standing[level], eligible: held.eligible[level] },
      ]),
    ),
    isPartlyRead,
  }),
  sort: { id: "exposure", descending: true },
  placeholder: "Filter by customer, source",
  compact: (row) => (
    <span className="grid w-full grid-cols-[minmax(0,1fr)_auto] gap-x-3 text-md">
      <span className="truncate font-[580]">{link(row)}</span>
      <span>{worstText(row)}</span>
    </span>
  ),
};
