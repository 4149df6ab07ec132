import { Kbd, SingleKey } from "@/components/ui/kbd";
import { formatCount } from "@/lib/format";
import { MatrixLegend } from "./matrix-legend";
import type { Matrix } from "./use-matrix";
import { ZoomButtons, type Zooming } from "./zoom-buttons";

const arrows = ["←", "↑", "→", "↓"];

export function MatrixFoot({ matrix, zooming }: { matrix: Matrix; zooming: Zooming | undefined }) {
  const { view, blind, allCustomers, allPrincipals } = matrix;
  const unseen = blind.filter((why) => why > 0).length;
  return (
    <footer className="flex min-h-[30px] shrink-0 items-center gap-4 overflow-hidden border-t border-line-2 bg-canvas px-5 text-sm whitespace-nowrap text-ink-2 max-sm:px-4">
      <span role="status" className="shrink-0">
        <b className="font-[620] text-ink">{counts(view.rows.length, allCustomers)}</b>{" "}
        {allCustomers === 1 ? "customer" : "customers"}{" "}
        <b className="ml-3 font-[620] text-ink">{counts(view.columns.length, allPrincipals)}</b>{" "}
        {allPrincipals === 1 ? "principal" : "principals"}
      </span>
      {unseen > 0 && <span className="text-stale-text">{formatCount(unseen)} not wholly seen</span>}
      {zooming && (
        <>
          <MatrixLegend />
          <span className="ml-auto shrink-0">
            <ZoomButtons {...zooming} />
          </span>
          <span aria-hidden className="hidden items-center gap-1 text-ink-3 2xl:flex">
            {arrows.map((arrow) => (
              <Kbd key={arrow}>{arrow}</Kbd>
            ))}{" "}
            move <Kbd>↵</Kbd> open{" "}
            <SingleKey>
              <Kbd>T</Kbd> as table
            </SingleKey>
          </span>
        </>
      )}
    </footer>
  );
}

const counts = (shown: number, all: number) =>
  shown === all ? formatCount(all) : `${formatCount(shown)} of ${formatCount(all)}`;
