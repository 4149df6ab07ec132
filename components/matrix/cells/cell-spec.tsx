import { columnOf, type TableSpec } from "@/components/ui/data-table/column";
import { grantMark } from "@/components/ui/grant-mark";
import { privilegeMark, privilegeName } from "@/components/ui/privilege-mark";
import { paths } from "@/lib/paths";
import { sortKey } from "@/lib/table/sort-key";
import { roleTexts } from "./cell-detail";
import type { CellRow } from "./cell-rows";
import { roleWords } from "./cell-words";

const column = columnOf<CellRow>();

const privilegeText = ({ level }: CellRow) => (level === undefined ? "Unknown" : `${level} ${privilegeName(level)}`);

/** The cells of the matrix as a table. Its filters are the matrix's own, save for the values of its columns. */
export const cellSpec: TableSpec<CellRow> = {
  name: "access",
  one: "cell",
  many: "cells",
  columns: [
    column({
      id: "principal",
      header: "Principal",
      width: 200,
      grow: 2,
      text: ({ principalText }) => principalText,
      facet: ({ principalText }) => principalText,
      isGrouping: true,
      cell: ({ principal, principalText }) => (
        <a href={paths.principal(principal)} tabIndex={-1} dir="auto">
          {principalText}
        </a>
      ),
    }),
    column({
      id: "type",
      header: "Type",
      width: 124,
      text: ({ kind }) => kind,
      isQuiet: true,
      isShort: true,
      cell: ({ kind }) => kind,
    }),
    column({
      id: "customer",
      header: "Customer",
      width: 180,
      grow: 2,
      text: ({ customerText }) => customerText,
      facet: ({ customerText }) => customerText,
      isGrouping: true,
      cell: ({ customer, customerText }) => (
        <a href={paths.customerAccess(customer)} tabIndex={-1} dir="auto">
          {customerText}
        </a>
      ),
    }),
    column({
      id: "privilege",
      header: "Privilege",
      width: 112,
      text: privilegeText,
      value: ({ level }) => level,
      isShort: true,
      exported: (row) => (row.level === undefined ? undefined : privilegeText(row)),
      cell: ({ level }) => (
        <>
          {privilegeMark(level)} {privilegeName(level)}
        </>
      ),
    }),
    column({
      id: "access",
      header: "Grant",
      width: 220,
      grow: 1,
      text: ({ access }) => access,
      facet: ({ access }) => access,
      isGrouping: true,
      cell: ({ access }) => (
        <>
          {access !== "Cannot see" && grantMark(access === "Eligible" ? "eligible" : "standing")}
          {access}
        </>
      ),
    }),
    column({
      id: "role",
      header: "Strongest role",
      width: 220,
      grow: 3,
      // The roles of 100,000 cells would keep a key of the filter waiting: it does not look at them.
      text: () => "",
      value: ({ strongestRole }) => sortKey(strongestRole()),
      exported: ({ detail }) => roleTexts(detail()).join(", "),
      cell: ({ detail }) => roleWords(roleTexts(detail())),
    }),
  ],
  rowId: ({ id }) => id,
  rowLabel: ({ principalText, customerText }) => `${principalText}, ${customerText}`,
  record: ({ customer, customerText, principal, principalText, kind, level, access, detail }) => ({
    principal: { id: principal, name: principalText, kind },
    customer: { tenantId: customer, name: customerText },
    privilege: level === undefined ? undefined : { level, name: privilegeName(level) },
    access,
    roles: detail().held.map(({ role, level: own, access: how, policies }) => ({
      ...{ id: role.id, name: role.name, privilege: own, access: how, policies },
    })),
    offers: detail().offers,
  }),
  sort: { id: "privilege", descending: true },
  placeholder: "Filter by principal, customer",
  compact: ({ principal, principalText, customerText, level, access }) => (
    <span className="grid w-full grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-px text-md">
      <a href={paths.principal(principal)} tabIndex={-1} dir="auto" className="truncate font-[580]">
        {principalText}
      </a>
      <span className="text-base">
        {privilegeMark(level)} {privilegeName(level)}
      </span>
      <span dir="auto" className="truncate text-sm text-ink-2">
        {customerText}
      </span>
      <span className="text-right text-sm text-ink-2">{access}</span>
    </span>
  ),
};
