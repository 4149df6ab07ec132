import { TriangleAlert } from "lucide-react";
import { agoText, agoWord, momentTitle, Unknown } from "@/components/ui/ago";
import { Awaited } from "@/components/ui/awaited";
import { count } from "@/components/ui/count";
import { columnOf, type TableSpec } from "@/components/ui/data-table/column";
import { Foreign } from "@/components/ui/foreign";
import { nameOrIdTitle, nameOrShortId } from "@/components/ui/name-or-id";
import { numberColumn } from "@/components/ui/number-column";
import { badnessOf, countWords, severityCells, type Untold } from "@/components/ui/severity-cells";
import { severityMark } from "@/components/ui/severity-mark";
import { StateCell } from "@/components/ui/state-tag";
import { Tag } from "@/components/ui/tag";
import type { CustomerRow } from "@/lib/domain/customer";
import type { SeverityCounts } from "@/lib/domain/findings/rows/severity-counts";
import { formatCount, formatCounted, formatShortId } from "@/lib/format";
import { paths } from "@/lib/paths";
import { customerRecord } from "./customer-record";
import type { Mine } from "./mine";
import { OfferCell, offerNames, offerVersions, sourceNames } from "./offer-cell";

/**
 * A customer with what was found, undefined until it was judged, and for good where judging failed; and with what the signed-in
 * person has there, once that is known.
 */
export type CustomerWithFindings = CustomerRow &
  Readonly<{
    findings?: SeverityCounts | undefined;
    untold?: Untold;
    isUnjudged?: boolean;
    mine?: Mine | undefined;
  }>;

const column = columnOf<CustomerWithFindings>();

/** What a customer is called: the id where nobody tells a name. */
export const customerLabel = ({ name, tenant }: Pick<CustomerRow, "name" | "tenant">): string => name ?? tenant;

/** In the place of Azure's state, where none could be read. */
export const unreadState = "Could not be read";
const isUnread = ({ state }: CustomerRow) => state === undefined;
/** Lists need not be empty where they are: only of a customer who was read can that be told. */
const listed = (texts: readonly string[]) => (texts.length > 0 ? texts.join(", ") : <Unknown what={unreadState} />);
const counted = (count: number | undefined, singular: string) =>
  count === undefined ? (
    <>
      <Unknown what={unreadState} /> {singular}s
    </>
  ) : (
    formatCounted(count, singular)
  );

/** The severities that cannot wait, where there are any or may be. */
const worst = ({ findings, untold }: CustomerWithFindings) =>
  findings &&
  urgent
    .filter((severity) => findings[severity] > 0 || untold?.has(severity))
    .map((severity) => (
      <span key={severity} className="ml-3">
        {severityMark(severity)}{" "}
        {findings[severity] > 0 ? formatCount(findings[severity]) : <Unknown what={notJudged} />}
      </span>
    ));
const urgent = ["critical", "high", "medium"] as const;

const someUnread = "Some of its subscriptions could not be read";
const notJudged = "Could not be judged";
const noneRead = "None of its subscriptions could be read";
const isPartlyRead = ({ coverage }: CustomerRow) => coverage.spokenFor < coverage.known;

const notYet = ({ isUnjudged }: CustomerWithFindings) =>
  isUnjudged ? <Unknown what="Judging failed" /> : <Awaited what="Being judged" />;

const columns = [
  column({
    id: "name",
    header: "Customer",
    width: 190,
    grow: 1,
    text: ({ name, tenant }) => name ?? tenant,
    title: ({ name, tenant }) => nameOrIdTitle(name, tenant),
    cell: (row) => (
      <>
        <a href={paths.customer(row.tenant)} tabIndex={-1} dir="auto">
          {nameOrShortId(row.name, row.tenant)}
        </a>
        {isPartlyRead(row) && (
          <>
            {" "}
            <Tag tone="high" icon={TriangleAlert} title={isUnread(row) ? noneRead : someUnread}>
              {formatCount(row.coverage.spokenFor)} of {formatCount(row.coverage.known)}
            </Tag>
          </>
        )}
      </>
    ),
  }),
  column({
    id: "tenant",
    isShort: true,
    header: "Tenant id",
    width: 134,
    isQuiet: true,
    copies: "Tenant id",
    text: ({ tenant }) => tenant,
    title: ({ tenant }) => tenant,
    cell: ({ tenant }) => <span className="font-mono text-sm leading-none">{formatShortId(tenant)}</span>,
  }),
  numberColumn<CustomerRow>({
    id: "subscriptions",
    header: "Whole subscriptions",
    width: 96,
    of: ({ subscriptions }) => subscriptions,
    text: ({ subscriptions }) => String(subscriptions ?? "?"),
  }),
  numberColumn<CustomerRow>({
    id: "resource-groups",
    header: "Resource groups",
    width: 82,
    of: ({ resourceGroups }) => resourceGroups,
    text: ({ resourceGroups }) => String(resourceGroups ?? "?"),
  }),
  numberColumn<CustomerRow>({
    id: "delegations",
    header: "Delegations",
    width: 88,
    of: ({ delegations }) => delegations,
    text: ({ delegations }) => String(delegations ?? "?"),
  }),
  column({
    id: "offer",
    header: "Offer",
    width: 200,
    grow: 3,
    text: (row) => offerNames(row).join("; "),
    value: ({ offers }) => offers[0]?.name,
    facet: (row) => [...new Set(row.offers.map(({ name }) => name))],
    isGrouping: true,
    exported: (row) =>
      !row.offers.length && (row.definitionsUnread || isUnread(row)) ? undefined : offerNames(row).join("; "),
    cell: (row) => <OfferCell row={row} />,
  }),
  column({
    id: "version",
    header: "Offer version",
    width: 96,
    isHidden: true,
    text: (row) => offerVersions(row).join("; "),
    facet: offerVersions,
    exported: (row) => (isUnread(row) ? undefined : offerVersions(row).join("; ")),
    cell: (row) => (isUnread(row) ? <Unknown what={unreadState} /> : offerVersions(row).join(", ") || count(0)),
  }),
  column({
    id: "source",
    header: "Source",
    width: 120,
    isHidden: true,
    text: (row) => sourceNames(row).join("; "),
    facet: sourceNames,
    isGrouping: true,
    isQuiet: true,
    exported: (row) => (row.offers.length > 0 ? sourceNames(row).join("; ") : undefined),
    cell: (row) => listed(sourceNames(row)),
  }),
  column({
    id: "mine",
    header: "My access",
    width: 166,
    grow: 1,
    text: () => "",
    value: ({ mine }) => mine?.level,
    facet: ({ mine }) => mine?.roles ?? [],
    exported: ({ mine }) => mine?.words,
    brief: ({ mine }) => mine?.words ?? "",
    title: ({ mine }) => mine?.words,
    cell: ({ mine }) => mine?.cell ?? <Awaited what="Being worked out" />,
  }),
  column({
    id: "state",
    isShort: true,
    header: "State",
    width: 128,
    isHidden: true,
    text: ({ state }) => state ?? unreadState,
    facet: ({ state }) => state ?? unreadState,
    isQuiet: true,
    cell: ({ state }) => (state === undefined ? <Tag tone="high">{unreadState}</Tag> : <StateCell state={state} />),
  }),
  column({
    id: "findings",
    header: "Findings",
    width: 140,
    isShort: true,
    text: () => "",
    value: ({ findings }) => findings && badnessOf(findings),
    exported: ({ findings, untold }) => findings && countWords(findings, untold),
    brief: () => "",
    title: ({ findings, untold }) => findings && countWords(findings, untold),
    cell: (row) =>
      isUnread(row) ? (
        <Unknown what={unreadState} />
      ) : row.findings ? (
        severityCells(row.findings, paths.customerFindings(row.tenant), row.untold)
      ) : (
        notYet(row)
      ),
  }),
  column({
    id: "last-change",
    isShort: true,
    header: "Last change",
    width: 100,
    text: () => "",
    value: ({ lastChange }) => lastChange,
    exported: ({ lastChange }) => (lastChange === undefined ? undefined : new Date(lastChange)),
    isQuiet: true,
    brief: ({ lastChange }, now) => agoWord(lastChange, now),
    title: ({ lastChange }) => momentTitle(lastChange),
    cell: (row, now) => (isUnread(row) ? <Unknown what={unreadState} /> : agoText(row.lastChange, now)),
  }),
  column({
    id: "domain",
    header: "Domain",
    width: 170,
    isHidden: true,
    text: ({ domain }) => domain ?? "",
    value: ({ domain }) => domain,
    exported: ({ domain }) => domain,
    cell: ({ domain }) => (domain === undefined ? count(undefined) : <Foreign text={domain} />),
  }),
];

export const customerSpec: TableSpec<CustomerWithFindings> = {
  name: "customers",
  one: "customer",
  many: "customers",
  columns,
  rowId: ({ tenant }) => tenant,
  rowLabel: customerLabel,
  record: customerRecord,
  sort: { id: "name", descending: false },
  placeholder: "Filter by name or tenant id",
  compact: (row) => (
    <span className="grid w-full grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-px text-md">
      <a href={paths.customer(row.tenant)} tabIndex={-1} className="truncate font-[580]">
        {nameOrShortId(row.name, row.tenant)}
      </a>
      <span className="text-right text-base">
        {isUnread(row) ? <Tag tone="high">{unreadState}</Tag> : row.findings ? worst(row) : notYet(row)}
      </span>
      <span className="min-w-0 truncate text-sm text-ink-2">
        <OfferCell row={row} />
      </span>
      <span className="text-right text-sm text-ink-2">{counted(row.delegations, "delegation")}</span>
    </span>
  ),
};
