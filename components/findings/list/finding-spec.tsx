import { agoText, agoWord, momentTitle } from "@/components/ui/ago";
import { columnOf, type TableSpec } from "@/components/ui/data-table/column";
import { foreignText, foreignTitle } from "@/components/ui/foreign";
import { grantMark } from "@/components/ui/grant-mark";
import { nameOrShortId } from "@/components/ui/name-or-id";
import { severityMark, severityNames } from "@/components/ui/severity-mark";
import type { FindingRow } from "@/lib/domain/findings/rows/finding-rows";
import { severities } from "@/lib/domain/findings/severity";
import { scopePath } from "@/lib/domain/scope";
import { formatCount, formatCounted, plainCounted } from "@/lib/format";
import { repeating } from "@/lib/table/repeats";
import { paths } from "@/lib/paths";
import { accessNames, customersText, familyName, principalText, roleText } from "../finding-words";
import { principalCell, roleCell } from "./finding-cells";
import { findingRecord } from "./finding-record";
import { phoneRow } from "./phone-row";

const column = columnOf<FindingRow>();
const title = ({ finding }: FindingRow) => finding.rule.title;

const severity = column({
  id: "severity",
  header: "Severity",
  width: 88,
  isShort: true,
  text: ({ severity }) => severityNames[severity],
  // Worst first, then by rule.
  value: ({ severity, finding }) => `${severities.indexOf(severity)} ${finding.rule.id}`,
  facet: ({ severity }) => severityNames[severity],
  cell: ({ severity }) => (
    <>
      {severityMark(severity)} {severityNames[severity]}
    </>
  ),
});

const rule = column({
  id: "rule",
  header: "Rule",
  width: 230,
  grow: 3,
  text: (row) => `${title(row)} ${row.finding.rule.id}`,
  value: title,
  facet: title,
  isGrouping: true,
  exported: title,
  title: (row) => `${row.finding.rule.id} ${title(row)}`,
  cell: (row) => (
    <a href={paths.finding(row.id)} tabIndex={-1}>
      {title(row)}
    </a>
  ),
});

const customerNamesOf = ({ customers }: FindingRow) => customers.map(({ id, name }) => name ?? id);

const customer = column({
  id: "customer",
  header: "Customer",
  width: 150,
  grow: 2,
  text: (row) => customerNamesOf(row).join("; "),
  value: customersText,
  facet: customerNamesOf,
  isGrouping: true,
  brief: customersText,
  title: (row) => foreignTitle(customerNamesOf(row).slice(0, 40).join(", ")),
  cell: (row) => {
    const [first] = row.customers;
    if (!first) return null;
    return (
      <a href={paths.finding(row.id)} tabIndex={-1} dir="auto">
        {row.customers.length > 1 ? customersText(row) : nameOrShortId(first.name, first.id)}
      </a>
    );
  },
});

const principal = column({
  id: "principal",
  header: "Principal",
  width: 170,
  grow: 2,
  text: (row) => `${principalText(row)} ${row.principal?.principal.id ?? ""}`,
  value: (row) => principalText(row) || undefined,
  facet: (row) => (row.principal ? principalText(row) : []),
  isGrouping: true,
  exported: principalText,
  title: (row) => foreignTitle(principalText(row)),
  cell: principalCell,
});

const role = column({
  id: "role",
  header: "Role",
  width: 190,
  grow: 2,
  text: roleText,
  value: (row) => roleText(row) || undefined,
  facet: (row) => (row.role ? roleText(row) : []),
  title: (row) => foreignTitle(roleText(row)),
  cell: roleCell,
});

/** So many scopes a cell of a file names; the JSON export has them all. */
const mostScopes = 10;

function scopesText({ delegations }: FindingRow): string {
  const more = delegations.length - mostScopes;
  const named = delegations.slice(0, mostScopes).map(({ scope }) => scopePath(scope));
  return [...named, ...(more > 0 ? [`${plainCounted(more, "scope")} more`] : [])].join("; ");
}

const operationsText = ({ operations: [first, ...others] }: FindingRow): string =>
  first ? `${first}${others.length > 0 ? ` +${formatCount(others.length)}` : ""}` : "";

/** Offers and delegations change; a person or a group has no such date, which is not one that nobody tells. */
const hasChange = ({ finding: { subject } }: FindingRow): boolean =>
  subject.kind === "authorization" || subject.kind === "definition" || subject.kind === "delegation";

const rest = [
  column({
    id: "grant",
    header: "Grant",
    width: 86,
    isShort: true,
    text: ({ access }) => (access ? accessNames[access] : ""),
    value: ({ access }) => access,
    facet: ({ access }) => (access ? accessNames[access] : []),
    cell: ({ access }) =>
      access && (
        <>
          {grantMark(access)}
          {accessNames[access]}
        </>
      ),
  }),
  column({
    id: "scope",
    header: "Scope",
    width: 130,
    grow: 1,
    text: ({ place }) => place?.name ?? "",
    value: ({ place, delegations }) => place?.name ?? delegations.length,
    brief: ({ place, delegations }) => place?.name ?? formatCounted(delegations.length, "scope"),
    exported: scopesText,
    title: ({ place }) => place?.path,
    isQuiet: true,
    cell: ({ place, delegations }) => (place ? foreignText(place.name) : formatCounted(delegations.length, "scope")),
  }),
  column({
    id: "changed",
    header: "Last change",
    width: 104,
    isShort: true,
    text: () => "",
    value: ({ changedAt }) => changedAt,
    exported: ({ changedAt }) => (changedAt === undefined ? undefined : new Date(changedAt)),
    isQuiet: true,
    brief: (row, now) => (hasChange(row) ? agoWord(row.changedAt, now) : "—"),
    title: ({ changedAt }) => momentTitle(changedAt),
    cell: (row, now) => (hasChange(row) ? agoText(row.changedAt, now) : "—"),
  }),
  column({
    id: "offer",
    header: "Offer",
    width: 160,
    grow: 1,
    isHidden: true,
    text: ({ offers }) => offers.join("; "),
    value: ({ offers }) => offers[0],
    facet: ({ offers }) => offers,
    isGrouping: true,
    title: ({ offers }) => foreignTitle(offers.join(", ")),
    cell: ({ offers }) =>
      offers[0] !== undefined && (
        <>
          <bdi>{foreignText(offers[0])}</bdi>
          {offers.length > 1 && ` +${formatCount(offers.length - 1)}`}
        </>
      ),
  }),
  column({
    id: "operations",
    header: "Operations",
    width: 230,
    grow: 2,
    isHidden: true,
    text: ({ operations }) => operations.join("; "),
    title: ({ operations }) => operations.slice(0, 40).join(", ") || undefined,
    isQuiet: true,
    brief: operationsText,
    cell: operationsText,
  }),
  column({
    id: "family",
    header: "Family",
    width: 130,
    isShort: true,
    isHidden: true,
    text: ({ finding }) => familyName(finding.rule.id),
    facet: ({ finding }) => familyName(finding.rule.id),
    isGrouping: true,
    cell: ({ finding }) => familyName(finding.rule.id),
  }),
  column({
    id: "rule-id",
    header: "Rule id",
    width: 110,
    isShort: true,
    isHidden: true,
    text: ({ finding }) => finding.rule.id,
    isQuiet: true,
    cell: ({ finding }) => <span className="font-mono text-sm">{finding.rule.id}</span>,
  }),
  column({
    id: "fingerprint",
    header: "Fingerprint",
    width: 150,
    isShort: true,
    isHidden: true,
    text: () => "",
    brief: ({ id }) => id,
    exported: ({ id }) => id,
    isQuiet: true,
    copies: "Fingerprint",
    cell: ({ id }) => <span className="font-mono text-sm">{id}</span>,
  }),
];

const groups: Omit<NonNullable<TableSpec<FindingRow>["groups"]>, "areClosed"> = {
  order: "rows",
  mark: (by, { severity }) => by === "rule" && severityMark(severity),
  // One of a severity outweighs as good as any number of the next.
  weight: ({ severity }) => 1e4 ** (severities.length - severities.indexOf(severity)),
  nameless: { customer: "No customer", principal: "Not about one principal", offer: "Not about an offer" },
};

export const findingSpec: TableSpec<FindingRow> = {
  name: "findings",
  one: "finding",
  many: "findings",
  columns: [severity, rule, customer, principal, role, ...rest],
  // A finding's texts are those of its rule and of what it is about, which many others share.
  finder: repeating,
  rowId: ({ id }) => id,
  rowLabel: (row) => [title(row), customersText(row), principalText(row)].filter(Boolean).join(", "),
  record: findingRecord,
  sort: { id: "severity", descending: false },
  placeholder: "Filter by rule, customer, principal",
  beside: ["customer", "principal", "grant"],
  groups: { ...groups, by: "rule", areClosed: true },
  compact: phoneRow([]),
};

/** The findings of one customer, who need not be named in every row. */
export const customerFindingSpec: TableSpec<FindingRow> = {
  ...findingSpec,
  columns: findingSpec.columns.filter((one) => one !== customer),
  placeholder: "Filter by rule, principal, role",
  beside: ["rule", "principal", "grant"],
  groups: { ...groups, areClosed: false },
  compact: phoneRow(["customer"]),
};

const telling = ["rule", "customer", "principal"];

/** The table as it is grouped: what the groups say, their rows need not repeat. */
const byGroup = (
  spec: TableSpec<FindingRow>,
  said: readonly string[],
): Readonly<Record<string, TableSpec<FindingRow>>> =>
  Object.fromEntries(
    telling.map((by) => [
      by,
      {
        ...spec,
        compact: phoneRow([...said, by]),
        columns: spec.columns.map((one) => (one.id === by ? { ...one, isHidden: true } : one)),
        beside: telling.filter((id) => id !== by && !said.includes(id)).concat("grant"),
      },
    ]),
  );

export const findingGroups = byGroup(findingSpec, []);
export const customerFindingGroups = byGroup(customerFindingSpec, ["customer"]);
