import type { Column } from "@/components/ui/data-table/column";
import { foreignTitle } from "@/components/ui/foreign";
import { nameOrIdTitle, nameOrShortId } from "@/components/ui/name-or-id";
import type { LevelOf } from "@/lib/domain/access/matrix";
import type { GrantRow } from "@/lib/domain/access/grant-rows";
import { paths } from "@/lib/paths";
import { roleCell, scopeCell, scopeText } from "./grant-cells";

type Row = Readonly<{ grant: GrantRow }>;

/** With how far its role reaches; undefined where nobody knows. */
export type Rated<One extends Row> = One & Readonly<{ level: number | undefined }>;

export const rated = <One extends Row>(rows: readonly One[], levelOf: LevelOf): Rated<One>[] =>
  rows.map((row) => ({ ...row, level: levelOf(row.grant.role.id) }));

/** Of which customer and scope a grant is, and of which role: what tables of grants begin with. */
export const grantColumns = <One extends Rated<Row>>(
  widths: Readonly<{ scope: number; role: number }>,
  scopeExported: (row: One) => string = ({ grant }) => scopeText(grant),
): Column<One>[] => [
  {
    id: "customer",
    header: "Customer",
    width: 160,
    grow: 1,
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
    text: ({ grant }) => `${scopeText(grant)} ${grant.subscription}`,
    value: ({ grant }) => grant.scopeName,
    brief: ({ grant }) => scopeText(grant),
    exported: scopeExported,
    title: ({ grant }) => foreignTitle(scopeText(grant)),
    cell: ({ grant }) => scopeCell(grant),
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
    cell: ({ grant, level }) => roleCell(grant.role, level),
  },
];

export const grantedRoleText = ({ grant: { role } }: Row): string => role.name ?? role.id;
