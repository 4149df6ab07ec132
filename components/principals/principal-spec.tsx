import { roleCell } from "@/components/access/grant-cells";
import { stateTags, stateWords } from "@/components/access/state-tags";
import { Unknown } from "@/components/ui/ago";
import { count } from "@/components/ui/count";
import { columnOf, type TableSpec } from "@/components/ui/data-table/column";
import { foreign, foreignText, foreignTitle } from "@/components/ui/foreign";
import { nameOrShortId } from "@/components/ui/name-or-id";
import { numberColumn } from "@/components/ui/number-column";
import { privilegeMark, privilegeName } from "@/components/ui/privilege-mark";
import type { PrincipalRow } from "@/lib/domain/access/principal-rows";
import { formatCounted } from "@/lib/format";
import { paths } from "@/lib/paths";
import { principalIcon } from "./principal-icon";
import { principalRecord } from "./principal-record";
import { kindWords } from "./principal-words";

const column = columnOf<PrincipalRow>();

const nameIn = ({ name, label }: PrincipalRow) => name ?? label;
const detailIn = ({ principal }: PrincipalRow) => (principal.state === "found" ? principal.detail : undefined);

export const privilegeText = ({ role, level }: Pick<PrincipalRow, "role" | "level">): string =>
  role === undefined ? "None" : level === undefined ? "Unknown" : `${level} ${privilegeName(level)}`;

const givesText = ({ gives, customers, inDoubt }: PrincipalRow): string =>
  gives === "no" ? "Nothing" : gives === "cannotSee" ? "Cannot tell" : customers > inDoubt ? "Access" : "Cannot tell";

const link = (row: PrincipalRow, look?: string) => (
  <a href={paths.principal(row.principal.id)} tabIndex={-1} dir="auto" className={look}>
    {nameOrShortId(nameIn(row), row.principal.id)}
  </a>
);

export const principalSpec: TableSpec<PrincipalRow> = {
  name: "principals",
  one: "principal",
  many: "principals",
  columns: [
    column({
      id: "name",
      header: "Principal",
      width: 250,
      grow: 9,
      text: (row) => `${nameIn(row) ?? ""} ${detailIn(row) ?? ""} ${row.principal.id}`,
      value: (row) => nameIn(row) ?? `\uffff${row.principal.id}`,
      exported: (row) => nameIn(row) ?? row.principal.id,
      title: (row) => foreignTitle(nameIn(row) ?? row.principal.id),
      cell: (row) => {
        const detail = detailIn(row);
        return (
          <>
            {principalIcon(row.kind, row.states)}
            {link(row)}
            {row.states.length > 0 && stateTags(row.states)}
            {detail !== undefined && foreign({ text: detail, className: "ml-2 font-[400] text-ink-3" })}
          </>
        );
      },
    }),
    column({
      id: "kind",
      header: "Kind",
      width: 120,
      isShort: true,
      isGrouping: true,
      isQuiet: true,
      text: ({ kind }) => kindWords(kind),
      facet: ({ kind }) => kindWords(kind),
      cell: ({ kind }) => kindWords(kind),
    }),
    column({
      id: "state",
      header: "State",
      width: 110,
      isHidden: true,
      text: ({ states }) => states.map((state) => stateWords[state].name).join(", "),
      facet: ({ states }) => states.map((state) => stateWords[state].name),
      cell: ({ states }) => states.map((state) => stateWords[state].name).join(", "),
    }),
    numberColumn<PrincipalRow>({
      id: "customers",
      header: "Customers",
      width: 84,
      of: ({ customers }) => customers,
      cell: ({ customers, inDoubt, gives }) =>
        gives === "cannotSee" ? <Unknown what={`Perhaps ${formatCounted(inDoubt, "customer")}`} /> : count(customers),
    }),
    column({
      id: "privilege",
      header: "Strongest role",
      width: 210,
      grow: 10,
      text: ({ role }) => role?.name ?? "",
      value: ({ role, level }) => (role ? (level ?? 0) : undefined),
      facet: privilegeText,
      isGrouping: true,
      exported: ({ role }) => (role ? (role.name ?? role.id) : ""),
      title: ({ role }) => role && foreignTitle(role.name ?? role.id),
      cell: ({ role, level }) => (role ? roleCell(role, level) : count(0)),
    }),
    numberColumn<PrincipalRow>({ id: "standing", header: "Standing", width: 80, of: ({ standing }) => standing }),
    numberColumn<PrincipalRow>({ id: "eligible", header: "Eligible only", width: 96, of: ({ eligible }) => eligible }),
    numberColumn<PrincipalRow>({
      id: "members",
      header: "Members",
      width: 80,
      of: ({ members }) => members,
      exported: ({ members, kind }) => (kind === "user" || kind === "servicePrincipal" ? "" : members),
      cell: ({ members, kind }) =>
        kind === "user" || kind === "servicePrincipal" ? null : count(members, "Its members cannot be seen"),
    }),
    column({
      id: "gives",
      header: "Gives",
      width: 96,
      isShort: true,
      isQuiet: true,
      text: givesText,
      facet: givesText,
      isGrouping: true,
      cell: givesText,
    }),
    column({
      id: "id",
      header: "Object id",
      width: 290,
      isShort: true,
      isHidden: true,
      isQuiet: true,
      text: ({ principal }) => principal.id,
      cell: ({ principal }) => <span className="font-mono text-sm">{principal.id}</span>,
    }),
  ],
  rowId: ({ principal }) => principal.id,
  rowLabel: (row) => nameIn(row) ?? row.principal.id,
  record: principalRecord,
  sort: { id: "customers", descending: true },
  placeholder: "Filter by name, sign-in name, id",
  compact: (row) => (
    <span className="grid w-full grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-px text-md">
      <span className="truncate">
        {principalIcon(row.kind, row.states)}
        {link(row, "font-[580]")}
        {stateTags(row.states)}
      </span>
      <span className="text-right text-base text-ink-2">
        {row.gives === "cannotSee" ? (
          <Unknown what="Whether it reaches anything cannot be told" />
        ) : (
          formatCounted(row.customers, "customer")
        )}
      </span>
      <span className="min-w-0 truncate text-sm text-ink-2">
        {row.role ? (
          <>
            {privilegeMark(row.level)}
            {row.role.name === undefined ? row.role.id : foreignText(row.role.name)}
          </>
        ) : (
          kindWords(row.kind)
        )}
      </span>
      <span className="text-right text-sm text-ink-2">
        {formatCounted(row.standing, "standing", "standing")}, {formatCounted(row.eligible, "eligible", "eligible")}
      </span>
    </span>
  ),
};
