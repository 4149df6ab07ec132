import { Unknown } from "@/components/ui/ago";
import { columnOf, type TableSpec } from "@/components/ui/data-table/column";
import { foreign, foreignText, foreignTitle } from "@/components/ui/foreign";
import { numberColumn } from "@/components/ui/number-column";
import { privilegeMark, privilegeName } from "@/components/ui/privilege-mark";
import type { RoleRow, Said } from "@/lib/domain/access/role-rows";
import type { Allowed } from "@/lib/domain/roles/operation-search";
import { formatCounted, formatShortId } from "@/lib/format";
import { paths } from "@/lib/paths";

/** A role, and which of the operations that were asked for it allows. */
export type SearchedRole = RoleRow & Readonly<{ allowed: readonly Allowed[] }>;

const column = columnOf<SearchedRole>();

const unknownRole = "Unknown to Azure";
const kinds = { builtIn: "Built-in", custom: "Custom" };
const answers: Readonly<Record<Said["answer"], string>> = {
  yes: "Yes",
  no: "No",
  onlyToAssign: "Only to assign roles",
  disputed: "Disputed",
  cannotSee: "Cannot see",
};

export const roleName = ({ id, role }: Pick<RoleRow, "id" | "role">): string => role?.name ?? id;
export const kindOfRole = ({ role }: Pick<RoleRow, "role">): string => (role ? kinds[role.kind] : unknownRole);
export const saidName = ({ answer }: Said): string => answers[answer];

const saidCell = (said: Said) =>
  said.answer === "yes" ? (
    answers.yes
  ) : (
    <span className={said.answer === "no" ? "text-ink-2" : "text-stale-text"}>{answers[said.answer]}</span>
  );

/** Why it cannot be delegated as it is; nothing where it can. */
const whyText = ({ standing, eligible }: RoleRow): string =>
  standing.answer !== "yes" ? standing.words : eligible.answer !== "yes" ? eligible.words : "";

const allowedText = ({ allowed }: SearchedRole): string =>
  [...new Set(allowed.map(({ extent, pattern }) => (extent === "all" ? pattern : `${pattern} (in part)`)))].join(", ");

const nameLink = (row: RoleRow) => (
  <>
    {privilegeMark(row.level)}
    <a href={paths.role(row.id)} tabIndex={-1} dir="auto">
      {row.role ? foreignText(row.role.name) : <span className="font-mono text-sm">{formatShortId(row.id)}</span>}
    </a>
    {!row.role && <span className="ml-1.5 text-sm font-[400] text-stale-text">not readable</span>}
  </>
);

const allows = column({
  id: "allows",
  header: "Allowed by",
  width: 240,
  grow: 2,
  text: allowedText,
  value: ({ allowed }) => allowed.filter(({ extent }) => extent === "all").length * 100 + allowed.length,
  title: (row) => foreignTitle(allowedText(row)),
  isQuiet: true,
  cell: (row) => foreign({ text: allowedText(row), className: "font-mono text-sm" }),
});

const columns = [
  column({
    id: "name",
    header: "Role",
    width: 270,
    grow: 3,
    text: (row) => `${roleName(row)} ${row.id} ${row.role?.description ?? ""}`,
    value: roleName,
    exported: roleName,
    title: (row) => foreignTitle(roleName(row)),
    cell: nameLink,
  }),
  column({
    id: "privilege",
    header: "Privilege",
    width: 88,
    isShort: true,
    text: ({ level }) => privilegeName(level),
    value: ({ level }) => level,
    facet: ({ level }) => privilegeName(level),
    exported: ({ level }) => (level === undefined ? undefined : privilegeName(level)),
    isQuiet: true,
    cell: ({ level }) => (level === undefined ? <Unknown what="The role could not be read" /> : privilegeName(level)),
  }),
  column({
    id: "standing",
    header: "Delegable standing",
    width: 140,
    isShort: true,
    text: ({ standing }) => saidName(standing),
    facet: ({ standing }) => saidName(standing),
    title: ({ standing }) => standing.words,
    cell: ({ standing }) => saidCell(standing),
  }),
  column({
    id: "eligible",
    header: "Delegable eligible",
    width: 118,
    isShort: true,
    text: ({ eligible }) => saidName(eligible),
    facet: ({ eligible }) => saidName(eligible),
    title: ({ eligible }) => eligible.words,
    cell: ({ eligible }) => saidCell(eligible),
  }),
  column({
    id: "why",
    header: "Why not",
    width: 220,
    grow: 3,
    text: whyText,
    title: whyText,
    isQuiet: true,
    cell: whyText,
  }),
  numberColumn<SearchedRole>({ id: "principals", header: "Principals", width: 84, of: ({ principals }) => principals }),
  numberColumn<SearchedRole>({ id: "customers", header: "Customers", width: 84, of: ({ customers }) => customers }),
  numberColumn<SearchedRole>({
    id: "patterns",
    header: "Patterns",
    width: 80,
    of: ({ patterns }) => patterns,
    unknown: "The role could not be read",
  }),
  column({
    id: "use",
    header: "In use",
    width: 80,
    isShort: true,
    isHidden: true,
    text: ({ grants }) => (grants > 0 ? "In use" : "Not in use"),
    facet: ({ grants }) => (grants > 0 ? "In use" : "Not in use"),
    cell: ({ grants }) => (grants > 0 ? "In use" : "Not in use"),
  }),
  column({
    id: "kind",
    header: "Kind",
    width: 110,
    isShort: true,
    isHidden: true,
    text: kindOfRole,
    facet: kindOfRole,
    cell: kindOfRole,
  }),
  column({
    id: "id",
    header: "Role id",
    width: 290,
    isShort: true,
    isHidden: true,
    text: ({ id }) => id,
    isQuiet: true,
    cell: ({ id }) => <span className="font-mono text-sm">{id}</span>,
  }),
];

/**
 * A role as a JSON export holds it; null is what Azure did not tell. `privilege` is 1 (reads) to 5 (controls); `standing` and
 * `eligible` tell whether Azure Lighthouse delegates it; `allowedBy` names the patterns that allow what was searched for.
 */
const record = (row: SearchedRole) => ({
  roleId: row.id,
  name: row.role?.name ?? null,
  kind: row.role?.kind ?? null,
  privilege: row.level ?? null,
  standing: row.standing.answer,
  standingWhy: row.standing.words,
  eligible: row.eligible.answer,
  eligibleWhy: row.eligible.words,
  principals: row.principals,
  customers: row.customers,
  grants: row.grants,
  patterns: row.patterns ?? null,
  allowedBy: row.allowed.map(({ operation, extent, pattern }) => ({ operation, extent, pattern })),
});

export const roleSpec: TableSpec<SearchedRole> = {
  name: "roles",
  one: "role",
  many: "roles",
  columns,
  rowId: ({ id }) => id,
  rowLabel: roleName,
  record,
  sort: { id: "principals", descending: true },
  placeholder: "Filter by role, description",
  compact: (row) => (
    <span className="grid w-full grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-px text-md">
      <span className="truncate font-[580]">{nameLink(row)}</span>
      <span className="text-right text-base text-ink-2">{privilegeName(row.level)}</span>
      <span className="min-w-0 truncate text-sm text-ink-2">
        {row.allowed.length > 0 ? allowedText(row) : `Delegable: ${saidName(row.standing).toLowerCase()}`}
      </span>
      <span className="text-right text-sm text-ink-2">{formatCounted(row.principals, "principal")}</span>
    </span>
  ),
};

/** The same while operations are searched for: what allows them stands where the reasons did. */
export const searchedRoleSpec: TableSpec<SearchedRole> = {
  ...roleSpec,
  columns: columns.flatMap((one) => (one.id === "why" ? [allows, { ...one, isHidden: true }] : [one])),
  sort: { id: "allows", descending: true },
};
