import { Unknown } from "@/components/ui/ago";
import { Awaited } from "@/components/ui/awaited";
import { columnOf, type Column, type TableSpec } from "@/components/ui/data-table/column";
import { count } from "@/components/ui/count";
import { foreignText } from "@/components/ui/foreign";
import { grantMark } from "@/components/ui/grant-mark";
import { nameOrIdTitle, nameOrShortId } from "@/components/ui/name-or-id";
import { privilegeName } from "@/components/ui/privilege-mark";
import { severityMark, severityNames } from "@/components/ui/severity-mark";
import { severities, type Severity } from "@/lib/domain/findings/severity";
import { countAt, type CustomerExposure, type Held } from "@/lib/domain/overview/exposure";
import { formatCount } from "@/lib/format";
import { paths } from "@/lib/paths";
import { notTold, rings } from "./privilege-words";
import { customerText } from "./sector-words";

/** What the lens shows of one customer. */
export type ExposureRow = CustomerExposure &
  Readonly<{
    source: string;
    /** "none" where all was judged and nothing found, "awaited" until it was judged, undefined where it cannot be. */
    worst: Readonly<{ severity: Severity; count: number }> | "none" | "awaited" | undefined;
  }>;

const column = columnOf<ExposureRow>();

/** Zero is said only of customers of whom everything was read. */
const heldAt = ({ held, isPartlyRead }: ExposureRow, kind: keyof Held, level: number): number | undefined =>
  countAt(held[kind], level) || (isPartlyRead ? undefined : countAt(held[kind], level));

const rolesText = (row: ExposureRow, level: number): string =>
  `${heldAt(row, "standing", level) ?? "?"} standing, ${heldAt(row, "eligible", level) ?? "?"} eligible`;

const untold = ({ isPartlyRead }: ExposureRow) =>
  count(undefined, isPartlyRead ? "Not everything could be read" : notTold);

const ring = (level: number): Column<ExposureRow> =>
  column({
    id: privilegeName(level).toLowerCase(),
    header: privilegeName(level),
    width: 78,
    isShort: true,
    text: (row) => rolesText(row, level),
    value: ({ held }) => (held.standing[level] ?? 0) + (held.eligible[level] ?? 0) / 1000,
    cell: (row) => {
      const [standing, eligible] = [heldAt(row, "standing", level), heldAt(row, "eligible", level)];
      if (standing === 0 && eligible === 0) return count(0);
      if (standing === undefined && eligible === undefined) return untold(row);
      return (
        <>
          {grantMark("standing")}
          {standing === undefined ? untold(row) : formatCount(standing)}
          <span className="ml-3">
            {grantMark("eligible")}
            {eligible === undefined ? untold(row) : formatCount(eligible)}
          </span>
        </>
      );
    },
  });

const unlike = { none: "None", awaited: "…" };
const worstText = ({ worst }: ExposureRow): string =>
  worst === undefined ? "?" : typeof worst === "string" ? unlike[worst] : `${worst.count} ${worst.severity}`;

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
        worst === undefined || typeof worst === "string"
          ? 0
          : (severities.length - severities.indexOf(worst.severity)) * 1e6 + worst.count,
      facet: ({ worst }) =>
        worst === undefined || worst === "awaited"
          ? "Not judged"
          : worst === "none"
            ? "None"
            : severityNames[worst.severity],
      cell: ({ worst }) =>
        worst === undefined ? (
          <Unknown what="Could not be judged" />
        ) : worst === "awaited" ? (
          <Awaited what="Being judged" />
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
  record: (row) => ({
    tenantId: row.customer,
    name: row.name,
    source: row.source,
    rolesHeld: Object.fromEntries(
      rings.map(({ level }) => [
        privilegeName(level),
        { standing: heldAt(row, "standing", level) ?? null, eligible: heldAt(row, "eligible", level) ?? null },
      ]),
    ),
    isPartlyRead: row.isPartlyRead,
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
