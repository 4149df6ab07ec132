"use client";

import { memo, useMemo, type ReactNode } from "react";
import { usePainted } from "../after-paint";
import { Kbd, SingleKey } from "../kbd";

type Props<Row> = {
  rows: readonly Row[];
  hits: Int32Array;
  totals: (rows: readonly Row[], hits: Int32Array) => ReactNode;
  isSettled: boolean;
};

function Foot<Row>({ rows, hits, totals, isSettled }: Props<Row>) {
  // Summing 100,000 rows takes longer than a key may: sums follow when the rows have been painted.
  const late = usePainted(useMemo(() => ({ rows, hits }), [rows, hits]));
  const sums = useMemo(() => totals(late.rows, late.hits), [totals, late]);
  return (
    <footer className="table-foot">
      {sums}
      {!isSettled && <span className="text-ink-3">sorted as they arrive, order settles at the end</span>}
      <span aria-hidden className="ml-auto hidden items-center gap-1.5 text-ink-3 xl:flex">
        <SingleKey>
          <Kbd>J</Kbd>
          <Kbd>K</Kbd> move <Kbd>X</Kbd> select
        </SingleKey>
        <Kbd>↵</Kbd> open
      </span>
    </footer>
  );
}

/** Sums of what is shown, and keys for it. */
export const TableFoot = memo(Foot) as typeof Foot;
