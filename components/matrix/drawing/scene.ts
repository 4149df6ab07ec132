import type { MatrixView } from "@/lib/domain/access/matrix-view";
import type { Axis } from "@/components/matrix/plot/axis";
import type { Colours } from "./colours";
import type { Layout, Place, Size } from "@/components/matrix/plot/layout";
import type { createHeadLabels } from "./head-labels";
import type { createTiles } from "./tiles";

export type Names = Readonly<{
  customer: (row: number) => string;
  principal: (column: number) => string;
  cluster: (at: number) => string;
  /** "Customer, by exposure" */
  corner: string;
}>;

export type Scene = Readonly<{
  view: MatrixView;
  blind: Uint8Array;
  layout: Layout;
  colours: Colours;
  ratio: number;
  frame: Size;
  scroll: Readonly<{ left: number; top: number }>;
  names: Names;
  bitmap: OffscreenCanvas;
  tiles: ReturnType<typeof createTiles>;
  labels: ReturnType<typeof createHeadLabels>;
  /** The cells change their size right now: they are drawn from the bitmap until that ends. */
  isZooming: boolean;
  /** The cell whose row and column stand out, and whether it has the focus. */
  pointed: Place | undefined;
  focused: Place | undefined;
}>;

/** What a frame shows of the cells, in the layout's own measure. */
export const boxOf = ({ layout, frame, scroll }: Scene) => ({
  left: scroll.left,
  top: scroll.top,
  right: Math.min(layout.columns.length, scroll.left + frame.width - layout.nameWidth),
  bottom: Math.min(layout.rows.length, scroll.top + frame.height - layout.headHeight),
});

/** Every how many items there is room for a word. */
export const stepFor = ({ size }: Axis, least: number) => Math.max(1, Math.ceil(least / size));
