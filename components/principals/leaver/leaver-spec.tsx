import { scopeText } from "@/components/access/grant-cells";
import { grantColumns, grantedRoleText, type Rated } from "@/components/access/grant-columns";
import { reasonWords } from "@/components/access/reason-words";
import { columnOf, type TableSpec } from "@/components/ui/data-table/column";
import { foreignText } from "@/components/ui/foreign";
import { grantMark } from "@/components/ui/grant-mark";
import { nameOrShortId } from "@/components/ui/name-or-id";
import { privilegeMark } from "@/components/ui/privilege-mark";
import type { LeaverRow } from "@/lib/domain/access/leaver-rows";
import { leaverRecord, scopeLine } from "./leaver-record";
import { givesWords, holderText, removalWords } from "./leaver-words";

type Row = Rated<LeaverRow>;

const column = columnOf<Row>();

const accesses = { standing: "Standing", eligible: "Eligible", assigned: "Assigned" };
export const accessText = ({ grant }: LeaverRow): string => accesses[grant.access];

const onWhat = grantColumns<Row>({ scope: 190, role: 140 }, scopeLine);

const grant = column({
  id: "grant",
  header: "Grant",
  width: 84,
  isShort: true,
  text: accessText,
  facet: accessText,
  cell: (row) => (
    <>
      {grantMark(row.grant.access === "eligible" ? "eligible" : "standing")}
      {accessText(row)}
    </>
  ),
});

const through = column({
  id: "through",
  header: "Through",
  width: 110,
  grow: 1,
  text: holderText,
  facet: holderText,
  isGrouping: true,
  cell: (row) => (row.isDirect ? <span className="text-sev-high-text">direct</span> : foreignText(holderText(row))),
});

const reason = column({
  id: "reason",
  header: "Why",
  width: 260,
  grow: 2,
  text: ({ reasons }) => [...new Set(reasons.map(reasonWords))].join(" "),
  facet: ({ reasons }) => reasons.map(reasonWords),
  isGrouping: true,
  title: ({ reasons }) => reasons.map(reasonWords).join(" "),
  cell: ({ reasons }) => [...new Set(reasons.map(reasonWords))].join(" "),
});

const shared = {
  rowId: ({ grant: { grant: number } }: LeaverRow) => String(number),
  rowLabel: (row: LeaverRow) => `${grantedRoleText(row)} on ${row.grant.scopeName}`,
  record: leaverRecord,
  sort: { id: "customer", descending: false },
  placeholder: "Filter by customer, scope, role",
} as const;

const compact = (words: (row: LeaverRow) => string) =>
  function compactRow(row: Row) {
    const { grant } = row;
    return (
      <span className="grid w-full grid-cols-[minmax(0,1fr)_auto] gap-x-3 text-md">
        <span className="truncate font-[580]">{nameOrShortId(grant.customerName, grant.customer)}</span>
        <span className="text-right text-base text-ink-2">{accessText(row)}</span>
        <span className="col-span-2 truncate text-sm text-ink-2">{foreignText(scopeText(grant))}</span>
        <span className="col-span-2 min-w-0 truncate text-sm text-ink-2">
          {privilegeMark(row.level)}
          {foreignText(grantedRoleText(row))}: {words(row)}
        </span>
      </span>
    );
  };

/** Everything that has to end when somebody leaves, and what ends it. */
export const leaverSpec: TableSpec<Row> = {
  ...shared,
  name: "leaver-check",
  one: "grant",
  many: "grants to end",
  columns: [
    ...onWhat,
    grant,
    through,
    column({
      id: "gives",
      header: "Gives now",
      width: 92,
      isShort: true,
      isQuiet: true,
      text: givesWords,
      facet: givesWords,
      title: ({ reasons }) => reasons.map(reasonWords).join(" ") || undefined,
      cell: givesWords,
    }),
    column({
      id: "removal",
      header: "What removes it",
      width: 416,
      grow: 3,
      text: removalWords,
      facet: removalWords,
      isGrouping: true,
      title: removalWords,
      cell: (row) => <span className="font-narrow">{foreignText(removalWords(row))}</span>,
    }),
  ],
  compact: compact(removalWords),
};

/** What is granted and surely gives nothing, with the reasons. */
export const inVainSpec: TableSpec<Row> = {
  ...shared,
  name: "gives-nothing",
  one: "grant",
  many: "grants that give nothing",
  columns: [...onWhat, grant, through, reason],
  compact: compact(({ reasons }) => reasons.map(reasonWords).join(" ")),
};
