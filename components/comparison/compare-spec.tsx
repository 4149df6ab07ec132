import { scopeText } from "@/components/access/grant-cells";
import { grantColumns, grantedRoleText, type Rated } from "@/components/access/grant-columns";
import { columnOf, type TableSpec } from "@/components/ui/data-table/column";
import { foreignText } from "@/components/ui/foreign";
import { grantMark } from "@/components/ui/grant-mark";
import { nameOrShortId } from "@/components/ui/name-or-id";
import { privilegeMark } from "@/components/ui/privilege-mark";
import type { Answer } from "@/lib/domain/access/answer";
import type { CompareRow } from "@/lib/domain/access/compare-rows";
import type { Held } from "@/lib/domain/access/reach";

type Row = Rated<CompareRow>;

const column = columnOf<Row>();

export const sides = { one: "Only the first", other: "Only the second", both: "Both" } as const;
export const sideOf = ({ one, other }: CompareRow): string =>
  one && other ? sides.both : one ? sides.one : sides.other;

const kinds = ["standing", "assigned", "eligible"] as const;

/** Nothing that was seen reads as "—"; what cannot be told is said. */
function heldText(held: Held | undefined): string {
  if (!held) return "—";
  const has = (answer: Answer) =>
    kinds
      .filter((kind) => held[kind] === answer)
      .join(" and ")
      .replace(/^./, (first) => first.toUpperCase());
  return has("yes") || `Cannot tell (${has("cannotSee").toLowerCase()})`;
}

function heldCell(held: Held | undefined) {
  if (!held) return <span className="text-ink-off">—</span>;
  const isStanding = held.standing === "yes" || held.assigned === "yes";
  return (
    <>
      {(isStanding || held.eligible === "yes") && grantMark(isStanding ? "standing" : "eligible")}
      {heldText(held)}
    </>
  );
}

/** Role by role and scope by scope, what one of two principals holds and the other does not. */
export const compareSpec: TableSpec<Row> = {
  name: "comparison",
  one: "role on a scope",
  many: "roles on scopes",
  columns: [
    ...grantColumns<Row>({ scope: 210, role: 180 }),
    column({
      id: "side",
      header: "Held by",
      width: 130,
      isShort: true,
      text: sideOf,
      facet: sideOf,
      isGrouping: true,
      cell: sideOf,
    }),
    column({
      id: "first",
      header: "First",
      width: 170,
      grow: 1,
      isQuiet: true,
      text: ({ one }) => heldText(one),
      cell: ({ one }) => heldCell(one),
    }),
    column({
      id: "second",
      header: "Second",
      width: 170,
      grow: 1,
      isQuiet: true,
      text: ({ other }) => heldText(other),
      cell: ({ other }) => heldCell(other),
    }),
  ],
  rowId: ({ grant }) => String(grant.grant),
  rowLabel: (row) => `${grantedRoleText(row)} on ${row.grant.scopeName}`,
  record: (row) => ({
    customerTenantId: row.grant.customer,
    customerName: row.grant.customerName ?? null,
    subscriptionId: row.grant.subscription,
    resourceGroup: row.grant.resourceGroup ?? null,
    scopeName: row.grant.scopeName,
    roleId: row.grant.role.id,
    role: row.grant.role.name ?? null,
    heldBy: row.one && row.other ? "both" : row.one ? "first" : "second",
    first: accessOf(row.one),
    second: accessOf(row.other),
  }),
  sort: { id: "customer", descending: false },
  placeholder: "Filter by customer, scope, role",
  compact: (row) => (
    <span className="grid w-full grid-cols-[minmax(0,1fr)_auto] gap-x-3 text-md">
      <span className="truncate font-[580]">{nameOrShortId(row.grant.customerName, row.grant.customer)}</span>
      <span className="text-right text-base text-ink-2">{sideOf(row)}</span>
      <span className="col-span-2 truncate text-sm text-ink-2">{foreignText(scopeText(row.grant))}</span>
      <span className="col-span-2 truncate text-sm text-ink-2">
        {privilegeMark(row.level)}
        {foreignText(grantedRoleText(row))}
      </span>
    </span>
  ),
};

/** The same with the names of the two over what they hold. */
export const compareSpecFor = (first: string, second: string): TableSpec<Row> => ({
  ...compareSpec,
  columns: compareSpec.columns.map((one) =>
    one.id === "first" ? { ...one, header: first } : one.id === "second" ? { ...one, header: second } : one,
  ),
});

const accessOf = (held: Held | undefined) =>
  held ? { standing: held.standing, eligible: held.eligible, assigned: held.assigned } : null;
