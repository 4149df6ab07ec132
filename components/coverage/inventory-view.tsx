"use client";

import type { ReactNode } from "react";
import type { Column } from "@/components/ui/data-table/column";
import { Fetched } from "@/components/ui/fetched";
import { lazily } from "@/components/ui/lazily";
import { QueryView } from "@/components/ui/query-view";
import { TableSkeleton } from "@/components/ui/skeleton";
import { isReading } from "@/lib/domain/coverage";
import type { Inventory } from "@/lib/domain/inventory";
import { CoverageBanners } from "./banners";
import { useInventory, type Reading } from "./use-inventory";

const ReadFailed = lazily(async () => (await import("./read-failed")).ReadFailed);
const NothingHere = lazily(async () => (await import("./nothing-here")).NothingHere);

/** The shape of what is to come: a table's, or that of another page. */
type Shape = { columns: readonly Column<never>[] } | { skeleton: ReactNode };

type Props = Shape & {
  rowsIn: (inventory: Inventory) => readonly unknown[];
  /** The page's head while there is no table: the same as above it. */
  head: ReactNode;
  children: (inventory: Inventory, reading: Reading) => ReactNode;
};

/** A page over the inventory, in all the states that reading it can be in. */
export function InventoryView({ rowsIn, head, children, ...shape }: Props) {
  const reading = useInventory();
  const framed = (content: ReactNode) => (
    <>
      {head}
      <CoverageBanners reading={reading} />
      {content}
    </>
  );
  return (
    <QueryView
      data={reading.inventory}
      error={reading.error}
      isEmpty={(inventory) => rowsIn(inventory).length === 0}
      isPending={(inventory) => isReading(inventory.coverage)}
      skeleton={framed("columns" in shape ? <TableSkeleton columns={shape.columns} rowHeight={32} /> : shape.skeleton)}
      failed={(error) =>
        framed(
          <Fetched>
            <ReadFailed error={error} onRetry={reading.readAgain} />
          </Fetched>,
        )
      }
      empty={(inventory) =>
        framed(
          <Fetched>
            <NothingHere inventory={inventory} reading={reading} />
          </Fetched>,
        )
      }
    >
      {(inventory) => children(inventory, reading)}
    </QueryView>
  );
}
