import type { Column } from "@/components/ui/data-table/column";
import { foreign, foreignTitle } from "@/components/ui/foreign";
import { nameOrIdTitle, nameOrShortId } from "@/components/ui/name-or-id";
import type { GrantRow } from "@/lib/domain/access/grant-rows";
import { paths } from "@/lib/paths";

type Row = Readonly<{ grant: GrantRow }>;

/** Of which customer and scope a grant is, and of which role: what tables of grants begin with. */
export const grantColumns = <One extends Row>(
  widths: Readonly<{ scope: number; role: number }>,
  scopeExported: (row: One) => string = ({ grant }) => grant.scopeName,
): Column<One>[] => [
  {
    id: "customer",
    header: "Customer",
    width: 160,
    grow: 2,
    text: ({ grant }) => grant.customerName ?? grant.customer,
    value: ({ grant }) => `${grant.customerName ?? `\uffff${grant.customer}`}\0${grant.scopeName}`,
    facet: ({ grant }) => grant.customerName ?? grant.customer,
    isGrouping: true,
    title: ({ grant }) => nameOrIdTitle(grant.customerName, grant.customer),
    cell: ({ grant }) => (
      <a href={paths.customer(grant.customer)} tabIndex={-1} dir="auto">
        {nameOrShortId(grant.customerName, grant.customer)}
      </a>
    ),
  },
  {
    id: "scope",
    header: "Scope",
    width: widths.scope,
    grow: 2,
    text: ({ grant }) => `${grant.scopeName} ${grant.subscription}`,
    value: ({ grant }) => grant.scopeName,
    exported: scopeExported,
    title: ({ grant }) => foreignTitle(grant.scopeName),
    cell: ({ grant }) => foreign({ text: grant.scopeName }),
  },
  {
    id: "role",
    header: "Role",
    width: widths.role,
    grow: 2,
    text: grantedRoleText,
    facet: grantedRoleText,
    isGrouping: true,
    title: (row) => foreignTitle(grantedRoleText(row)),
    cell: ({ grant }) => nameOrShortId(grant.role.name, grant.role.id),
  },
];

export const grantedRoleText = ({ grant: { role } }: Row): string => role.name ?? role.id;
