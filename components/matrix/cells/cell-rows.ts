import { cellOf } from "@/lib/domain/access/matrix-cell";
import { principalIn } from "@/lib/domain/access/people";
import type { Principal } from "@/lib/domain/principal";
import { detailOf, strongestRole, type CellDetail } from "./cell-detail";
import { kindText, type Matrix } from "@/components/matrix/use-matrix";
import type { CellId } from "@/components/matrix/use-matrix-url";

/** A cell that is not empty, as a row of the table. */
export type CellRow = CellId &
  Readonly<{
    id: string;
    customerText: string;
    principalText: string;
    principalRecord: Principal;
    kind: string;
    /** The strongest of what is surely held; what cannot be told where nothing is. undefined: privilege unknown. */
    level: number | undefined;
    access: "Standing" | "Eligible" | "Standing, eligible reaches further" | "Cannot see";
    /** Worked out for the rows that somebody looks at, or exports. */
    detail: () => CellDetail;
    strongestRole: () => string;
  }>;

export function cellRows({ index, levelOf, view, customerText, principalText }: Matrix): CellRow[] {
  const { rows, columns, cells } = view;
  const records = columns.map(({ principal }) => principalIn(index, principal));
  return rows.flatMap((customer, row) =>
    columns.flatMap(({ principal, kind }, column): CellRow[] => {
      const cell = cells[row * columns.length + column]!;
      if (cell === 0) return [];
      let detail: CellDetail | undefined;
      return [
        {
          ...{ customer, principal },
          id: `${customer}.${principal}`,
          customerText: customerText(customer),
          principalText: principalText(principal),
          principalRecord: records[column]!,
          kind: kindText(kind),
          ...judged(cell),
          strongestRole: () => strongestRole(index, levelOf, { customer, principal }),
          detail: () => (detail ??= detailOf(index, levelOf, { customer, principal })),
        },
      ];
    }),
  );
}

function judged(cell: number): Pick<CellRow, "level" | "access"> {
  const { standing, eligible, inDoubt } = cellOf(cell);
  if (standing === 0 && eligible === 0) return { level: inDoubt || undefined, access: "Cannot see" };
  const level = Math.max(standing, eligible);
  if (eligible <= standing) return { level, access: "Standing" };
  return { level, access: standing === 0 ? "Eligible" : "Standing, eligible reaches further" };
}
