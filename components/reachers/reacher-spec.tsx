import { givesColumn } from "@/components/access/gives-column";
import { kindCell, principalCell, roleCell, roleText } from "@/components/access/grant-cells";
import { grantKindNames, sortName } from "@/components/access/grant-words";
import { withActiveUntil } from "@/components/access/own-activations";
import { Moment, Unknown } from "@/components/ui/ago";
import { columnOf, type TableSpec } from "@/components/ui/data-table/column";
import { foreignText, foreignTitle } from "@/components/ui/foreign";
import { nameOrIdTitle } from "@/components/ui/name-or-id";
import { privilegeName } from "@/components/ui/privilege-mark";
import type { ReacherRow } from "@/lib/domain/access/reacher-rows";
import { formatClock } from "@/lib/format";

const column = columnOf<ReacherRow>();

const whoText = ({ principal, principalName }: ReacherRow): string => principalName ?? principal.id;
const who = (row: ReacherRow) => ({
  principal: row.principal,
  name: row.principalName,
  sort: row.sort,
  href: `?open=${row.id}`,
});
const accessText = ({ access }: ReacherRow): string => access.map((kind) => grantKindNames[kind]).join(", ");
const direct = "Directly";

const throughNames = ({ principal, through }: ReacherRow): string[] =>
  through.map(({ id, name }) => (id === principal.id ? direct : (name ?? id)));
const throughText = (row: ReacherRow): string => throughNames(row).join(", ");

const columns = [
  column({
    id: "principal",
    header: "Principal",
    width: 190,
    grow: 2,
    text: (row) => `${whoText(row)} ${row.principal.id}`,
    // The strongest role of each first.
    value: (row) => `${whoText(row)}\0${9 - (row.level ?? 0)}`,
    facet: whoText,
    isGrouping: true,
    exported: whoText,
    title: (row) => nameOrIdTitle(row.principalName, row.principal.id),
    cell: (row) => principalCell(who(row)),
  }),
  column({
    id: "kind",
    header: "Kind",
    width: 130,
    isShort: true,
    isHidden: true,
    text: ({ sort }) => sortName(sort),
    facet: ({ sort }) => sortName(sort),
    isGrouping: true,
    cell: ({ sort }) => sortName(sort),
  }),
  column({
    id: "role",
    header: "Role",
    width: 220,
    grow: 3,
    text: ({ role }) => roleText(role),
    facet: ({ role }) => roleText(role),
    isGrouping: true,
    title: ({ role }) => foreignTitle(roleText(role)),
    cell: ({ role, level }) => roleCell(role, level),
  }),
  column({
    id: "privilege",
    header: "Privilege",
    width: 96,
    isShort: true,
    text: ({ level }) => privilegeName(level),
    // What gives nothing comes after what gives little.
    value: ({ level, gives }) => (gives === "no" ? -1 : level),
    facet: ({ level }) => privilegeName(level),
    exported: ({ level }) => (level === undefined ? undefined : privilegeName(level)),
    isQuiet: true,
    cell: ({ level }) => (level === undefined ? <Unknown what="The role could not be read" /> : privilegeName(level)),
  }),
  column({
    id: "grant",
    header: "Grant",
    width: 160,
    text: accessText,
    facet: ({ access }) => access.map((kind) => grantKindNames[kind]),
    cell: ({ access }) =>
      access.map((kind) => (
        <span key={kind} className="mr-2">
          {kindCell(kind)}
        </span>
      )),
  }),
  column({
    id: "through",
    header: "Through",
    width: 170,
    grow: 2,
    text: throughText,
    facet: throughNames,
    isGrouping: true,
    title: (row) => foreignTitle(throughText(row)),
    cell: (row) => foreignText(throughText(row)),
  }),
  givesColumn<ReacherRow>(150),
  column({
    id: "principal-id",
    header: "Object id",
    width: 290,
    isShort: true,
    isHidden: true,
    text: ({ principal }) => principal.id,
    isQuiet: true,
    cell: ({ principal }) => <span className="font-mono text-sm">{principal.id}</span>,
  }),
];

/**
 * Somebody who reaches a customer or a delegation, as a JSON export holds it; null is what could not be seen. `access` lists
 * "standing", "eligible" and "assigned"; `throughIds` are the holders of the grants; `gives` is "yes", "no" or "cannotSee".
 */
const record = (row: ReacherRow) => ({
  principalId: row.principal.id,
  principalName: row.principalName ?? null,
  principalState: row.principal.state,
  principalKind: row.sort ?? null,
  roleId: row.role.id,
  roleName: row.role.name ?? null,
  privilege: row.level ?? null,
  access: [...row.access],
  throughIds: row.through.map(({ id }) => id),
  gives: row.gives,
  why: row.reasons.map(({ why }) => why),
  activeUntil: row.activeUntil === undefined ? null : new Date(row.activeUntil).toISOString(),
});

export const reacherSpec: TableSpec<ReacherRow> = {
  name: "access",
  one: "role of a person, group or service principal",
  many: "roles of people, groups and service principals",
  columns,
  rowId: ({ id }) => id,
  rowLabel: (row) => `${whoText(row)}, ${roleText(row.role)}`,
  record,
  sort: { id: "privilege", descending: true },
  beside: ["role", "grant"],
  placeholder: "Filter by name, role, group",
  isStale: ({ gives }) => gives === "no",
  compact: (row) => (
    <span className="grid w-full grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-px text-md">
      <span className="truncate font-[580]">{principalCell(who(row))}</span>
      <span className="text-right text-base text-ink-2">
        {row.activeUntil !== undefined ? (
          <>
            active until <Moment at={row.activeUntil}>{formatClock(row.activeUntil)}</Moment>
          </>
        ) : row.gives === "no" ? (
          "gives nothing"
        ) : (
          accessText(row)
        )}
      </span>
      <span className="min-w-0 truncate text-sm text-ink-2">{roleCell(row.role, row.level)}</span>
      <span className="max-w-40 truncate text-right text-sm text-ink-2">{foreignText(throughText(row))}</span>
    </span>
  ),
};

export const activeReacherSpec = withActiveUntil(reacherSpec);
