import { withActiveUntil } from "@/components/access/own-activations";
import { columnOf, type TableSpec } from "@/components/ui/data-table/column";
import { foreignText, foreignTitle } from "@/components/ui/foreign";
import { grantMark } from "@/components/ui/grant-mark";
import { nameOrIdTitle, nameOrShortId } from "@/components/ui/name-or-id";
import { privilegeMark, privilegeName } from "@/components/ui/privilege-mark";
import type { ReachedRow } from "@/lib/domain/access/reached-rows";
import { paths } from "@/lib/paths";
import { accessWords, nameText } from "@/components/principals/principal-words";

const column = columnOf<ReachedRow>();

export const directly = "Named directly";
const throughTexts = ({ through }: ReachedRow): string[] =>
  through.map((one) => (one.isDirect ? directly : nameText(one)));

const grantCell = (row: ReachedRow) => {
  const isStanding = row.standing === "yes" || row.assigned === "yes";
  const isKnown = isStanding || row.eligible === "yes";
  return (
    <>
      {isKnown ? (
        grantMark(isStanding ? "standing" : "eligible")
      ) : (
        <span aria-hidden className="mr-1.5 text-ink-3">
          ?
        </span>
      )}
      {accessWords(row)}
    </>
  );
};

const throughCell = (row: ReachedRow) => {
  const [first, ...others] = row.through;
  return (
    <>
      {first?.isDirect ? (
        <span className="text-sev-high-text">direct</span>
      ) : (
        first && nameOrShortId(first.name, first.id)
      )}
      {others.length > 0 && <span className="text-ink-3"> +{others.length}</span>}
    </>
  );
};

const roleCell = ({ role, level }: ReachedRow) => (
  <>
    {privilegeMark(level)}
    {nameOrShortId(role.name, role.id)}
  </>
);

const levelText = ({ level }: ReachedRow) => (level === undefined ? "Unknown" : `${level} ${privilegeName(level)}`);

/** The customers that one principal reaches. */
export const reachedSpec: TableSpec<ReachedRow> = {
  name: "reach",
  one: "customer",
  many: "customers reached",
  columns: [
    column({
      id: "customer",
      header: "Customer",
      width: 170,
      grow: 3,
      text: ({ customerName, customer }) => `${customerName ?? ""} ${customer}`,
      value: ({ customerName, customer }) => customerName ?? `\uffff${customer}`,
      exported: ({ customerName, customer }) => customerName ?? customer,
      title: ({ customerName, customer }) => nameOrIdTitle(customerName, customer),
      cell: ({ principal, customerName, customer }) => (
        <a href={paths.principalCustomer(principal, customer)} tabIndex={-1} dir="auto" data-ray={customer}>
          {nameOrShortId(customerName, customer)}
        </a>
      ),
    }),
    column({
      id: "role",
      header: "Highest role",
      width: 190,
      grow: 3,
      text: ({ role }) => role.name ?? role.id,
      // Strongest first where it descends, standing before eligible.
      value: ({ level, standing, assigned }) => (level ?? 0) * 2 + (standing === "no" && assigned === "no" ? 0 : 1),
      title: ({ role }) => foreignTitle(role.name ?? role.id),
      cell: roleCell,
    }),
    column({
      id: "privilege",
      header: "Privilege",
      width: 90,
      isHidden: true,
      isShort: true,
      isGrouping: true,
      text: levelText,
      facet: levelText,
      cell: levelText,
    }),
    column({
      id: "grant",
      header: "Grant",
      width: 150,
      isShort: true,
      text: accessWords,
      facet: accessWords,
      isGrouping: true,
      cell: grantCell,
    }),
    column({
      id: "through",
      header: "Through",
      width: 150,
      grow: 2,
      text: (row) => throughTexts(row).join(", "),
      facet: throughTexts,
      isGrouping: true,
      isQuiet: true,
      title: (row) => throughTexts(row).join(", "),
      cell: throughCell,
    }),
    column({
      id: "tenant",
      header: "Tenant id",
      width: 290,
      isShort: true,
      isHidden: true,
      isQuiet: true,
      text: ({ customer }) => customer,
      cell: ({ customer }) => <span className="font-mono text-sm">{customer}</span>,
    }),
  ],
  rowId: ({ customer }) => customer,
  rowLabel: ({ customerName, customer }) => customerName ?? customer,
  record: (row) => ({
    customerTenantId: row.customer,
    customerName: row.customerName ?? null,
    strongestRoleId: row.role.id,
    strongestRole: row.role.name ?? null,
    privilege: row.level ?? null,
    standing: row.standing,
    eligible: row.eligible,
    assigned: row.assigned,
    through: row.through.map(({ id, name, isDirect }) => ({ principalId: id, name: name ?? null, direct: isDirect })),
    activeUntil: row.activeUntil === undefined ? null : new Date(row.activeUntil).toISOString(),
  }),
  sort: { id: "role", descending: true },
  beside: ["role", "grant"],
  placeholder: "Filter by customer, role",
  compact: (row) => (
    <span className="grid w-full grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-px text-md">
      <a
        href={paths.principalCustomer(row.principal, row.customer)}
        tabIndex={-1}
        dir="auto"
        className="truncate font-[580]"
      >
        {row.customerName === undefined ? row.customer : foreignText(row.customerName)}
      </a>
      <span className="text-right text-base text-ink-2">{grantCell(row)}</span>
      <span className="min-w-0 truncate text-sm text-ink-2">{roleCell(row)}</span>
      <span className="text-right text-sm text-ink-2">{throughCell(row)}</span>
    </span>
  ),
};

export const activeSpec = withActiveUntil(reachedSpec);
