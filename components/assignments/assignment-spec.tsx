import { givesColumn } from "@/components/access/gives-column";
import {
  kindCell,
  mayAssign,
  principalCell,
  roleCell,
  roleText,
  scopeCell,
  scopeText,
} from "@/components/access/grant-cells";
import { grantKindNames, sortName } from "@/components/access/grant-words";
import { Unknown } from "@/components/ui/ago";
import { columnOf, type TableSpec } from "@/components/ui/data-table/column";
import { foreignText, foreignTitle } from "@/components/ui/foreign";
import { nameOrIdTitle, nameOrShortId } from "@/components/ui/name-or-id";
import { offerLabel } from "@/components/ui/offer-label";
import { privilegeName } from "@/components/ui/privilege-mark";
import { rowIcon } from "@/components/ui/row-icon";
import type { AssignmentRow } from "@/lib/domain/access/assignment-rows";
import { paths } from "@/lib/paths";
import { assignmentRecord, policyText } from "./assignment-record";

const column = columnOf<AssignmentRow>();

const whoText = ({ principal, principalName }: AssignmentRow): string => principalName ?? principal.id;
const who = (row: AssignmentRow) => ({
  principal: row.principal,
  name: row.principalName,
  sort: row.sort,
  href: paths.assignment(row.id),
});
const ofAzure = "Assigned by Azure";

const principal = column({
  id: "principal",
  header: "Principal",
  width: 160,
  grow: 2,
  text: (row) => `${whoText(row)} ${row.principal.id}`,
  value: whoText,
  facet: whoText,
  isGrouping: true,
  exported: whoText,
  title: (row) => nameOrIdTitle(row.principalName, row.principal.id),
  cell: (row) => principalCell(who(row)),
});

const customer = column({
  id: "customer",
  header: "Customer",
  width: 120,
  grow: 1,
  text: (row) => row.customerName ?? row.customer,
  // Who is who in order within the customer.
  value: (row) => `${row.customerName ?? row.customer}\0${whoText(row)}`,
  facet: (row) => row.customerName ?? row.customer,
  isGrouping: true,
  title: (row) => nameOrIdTitle(row.customerName, row.customer),
  cell: (row) => nameOrShortId(row.customerName, row.customer),
});

const role = column({
  id: "role",
  header: "Role",
  width: 190,
  grow: 2,
  text: ({ role }) => roleText(role),
  facet: ({ role }) => roleText(role),
  isGrouping: true,
  title: ({ role }) => foreignTitle(roleText(role)),
  cell: ({ role, level }) => roleCell(role, level),
});

/** What activating takes, or what User Access Administrator is for. */
const termsText = (row: AssignmentRow): string => (row.access === "eligible" ? policyText(row) : mayAssign(row));

const rest = [
  column({
    id: "grant",
    header: "Grant",
    width: 92,
    isShort: true,
    text: ({ access }) => grantKindNames[access],
    facet: ({ access }) => grantKindNames[access],
    cell: ({ access }) => kindCell(access),
  }),
  column({
    id: "terms",
    header: "Terms",
    width: 130,
    grow: 1,
    text: termsText,
    title: (row) => foreignTitle(termsText(row)),
    isQuiet: true,
    cell: (row) => foreignText(termsText(row)),
  }),
  column({
    id: "scope",
    header: "Scope",
    width: 260,
    grow: 3,
    text: (row) => `${row.scopeName} ${row.subscriptionName ?? ""}`,
    value: ({ scopeName }) => scopeName,
    brief: scopeText,
    exported: ({ path }) => path,
    title: ({ path }) => path,
    cell: (row) => (
      <>
        {row.scopeKind === "resource" ? null : rowIcon(row.scopeKind, scopeKinds[row.scopeKind])}
        {scopeCell(row)}
      </>
    ),
  }),
  column({
    id: "offer",
    header: "Offer",
    width: 120,
    grow: 1,
    text: (row) => [...row.offers, ...row.versions].join(" "),
    value: ({ offers }) => offers[0],
    facet: ({ offers, access }) => (access === "assigned" ? ofAzure : offers),
    isGrouping: true,
    title: ({ offers, versions }) => foreignTitle([...offers, ...versions].join(" ")),
    cell: ({ offers, versions, offerSources, access }) =>
      access === "assigned" ? (
        <span className="text-ink-3">{ofAzure}</span>
      ) : (
        <>
          {offerLabel({
            name: offers[0] ?? "",
            version: versions.length === 1 ? versions[0] : undefined,
            isMarketplace: offerSources[0] === "marketplace",
          })}
          {offers.length > 1 && ` +${offers.length - 1}`}
        </>
      ),
  }),
  givesColumn<AssignmentRow>(120),
  column({
    id: "kind",
    header: "Kind",
    width: 130,
    isShort: true,
    isHidden: true,
    text: ({ sort }) => sortName(sort),
    facet: ({ sort }) => sortName(sort),
    cell: ({ sort }) => sortName(sort),
  }),
  column({
    id: "privilege",
    header: "Privilege",
    width: 96,
    isShort: true,
    isHidden: true,
    text: ({ level }) => privilegeName(level),
    value: ({ level }) => level,
    facet: ({ level }) => privilegeName(level),
    exported: ({ level }) => (level === undefined ? undefined : privilegeName(level)),
    cell: ({ level }) => (level === undefined ? <Unknown what="The role could not be read" /> : privilegeName(level)),
  }),
  column({
    id: "may-assign",
    header: "May assign to managed identities",
    width: 230,
    isHidden: true,
    text: ({ delegatedRoles }) => delegatedRoles.map(roleText).join(", "),
    isQuiet: true,
    cell: ({ delegatedRoles }) => foreignText(delegatedRoles.map(roleText).join(", ")),
  }),
  ...(
    [
      ["principal-id", "Object id", (row) => row.principal.id],
      ["role-id", "Role id", (row) => row.role.id],
      ["tenant", "Tenant id", (row) => row.customer],
      ["subscription", "Subscription id", (row) => row.subscription],
    ] as const satisfies readonly (readonly [string, string, (row: AssignmentRow) => string])[]
  ).map(([id, header, text]) =>
    column({
      id,
      header,
      width: 290,
      isShort: true,
      isHidden: true,
      text,
      isQuiet: true,
      cell: (row) => <span className="font-mono text-sm">{text(row)}</span>,
    }),
  ),
];

const scopeKinds = { subscription: "Subscription", resourceGroup: "Resource group" };

export const assignmentSpec: TableSpec<AssignmentRow> = {
  name: "role-assignments",
  one: "role assignment",
  many: "role assignments",
  columns: [principal, customer, role, ...rest],
  rowId: ({ id }) => id,
  rowLabel: (row) => `${whoText(row)}, ${roleText(row.role)}`,
  record: assignmentRecord,
  sort: { id: "customer", descending: false },
  beside: ["scope", "role", "grant"],
  placeholder: "Filter by principal, role, scope",
  isStale: ({ gives }) => gives === "no",
  compact: (row) => (
    <span className="grid w-full grid-cols-[minmax(0,1fr)_auto] gap-x-3 text-md">
      <span className="truncate font-[580]">{principalCell(who(row))}</span>
      <span className="text-right text-base text-ink-2">{kindCell(row.access)}</span>
      <span className="col-span-2 truncate text-sm text-ink-2">{roleCell(row.role, row.level)}</span>
      <span className="col-span-2 truncate text-sm text-ink-2">
        {nameOrShortId(row.customerName, row.customer)} · {foreignText(scopeText(row))}
      </span>
    </span>
  ),
};
