import type { MatrixView } from "@/lib/domain/access/matrix-view";
import { axisOf, itemAt, startOf, type Axis } from "./axis";

export const cellWidth = 25;
export const cellHeight = 19;
const nameWidth = 180;
const headHeight = 118;
const barsWidth = 156;
/** Slanted heads of the last columns lean over what follows. */
const lean = 70;
const kindGap = 9;
const clusterGap = 18;
/** Below this height no name fits, and the names of clusters make no room for themselves. */
export const leastNamed = 11;

export type Size = Readonly<{ width: number; height: number }>;
export type Place = Readonly<{ row: number; column: number }>;

/** Where everything stands, in pixels from the corner at which cells begin. */
export type Layout = Readonly<{
  columns: Axis;
  rows: Axis;
  nameWidth: number;
  headHeight: number;
  /** Where the bars begin, as columns do. */
  barsAt: number;
  barsWidth: number;
  /** All of it, names and heads included. */
  width: number;
  height: number;
}>;

/** `fit` lets the cells shrink until all are in view; a number is a share of their size. */
export type Zoom = "fit" | number;

const leastZoom = 0.08;
const mostZoom = 2;
export const limited = (zoom: number): number => Math.min(mostZoom, Math.max(leastZoom, Math.round(zoom * 100) / 100));

type Shown = Pick<MatrixView, "columns" | "rows" | "clusters">;

export function layoutOf(view: Shown, zoom: Zoom, frame: Size): Layout {
  const kinds = view.columns.flatMap(({ kind }, at) => (at > 0 && kind !== view.columns[at - 1]?.kind ? [at] : []));
  const firsts = view.clusters.map(({ from }) => from);
  const make = (width: number, height: number): Layout => {
    const hasNames = firsts.length > 0 && height >= leastNamed;
    const gap = hasNames ? clusterGap : 0;
    const columns = axisOf(view.columns.length, width, kinds, kindGap);
    const rows = axisOf(view.rows.length, height, firsts, gap, gap);
    const barsAt = columns.length + kindGap;
    return {
      ...{ columns, rows, nameWidth, headHeight, barsAt, barsWidth },
      width: nameWidth + barsAt + Math.max(barsWidth, lean),
      height: headHeight + rows.length + 8,
    };
  };
  if (zoom !== "fit") return make(cellWidth * zoom, cellHeight * zoom);
  const whole = make(cellWidth, cellHeight);
  const spare = (room: number, needed: number, size: number, count: number) =>
    count === 0 ? size : Math.min(size, Math.max(1, size - (needed - room) / count));
  return make(
    spare(frame.width, whole.width, cellWidth, view.columns.length),
    // Names of clusters give way first.
    spare(frame.height, headHeight + view.rows.length * cellHeight + 8, cellHeight, view.rows.length),
  );
}

/** Whether all of it is in view at once. Where cells have shrunk to a pixel, more than the frame holds can be left. */
export const fits = ({ width, height }: Layout, frame: Size): boolean =>
  frame.width === 0 || (Math.floor(width) <= frame.width && Math.floor(height) <= frame.height);

/** How large the cells of a layout are beside those at 100 %. */
export const zoomOf = ({ columns, rows }: Layout): number => Math.min(columns.size / cellWidth, rows.size / cellHeight);

/** What stands at a point of the frame: a cell, a row's name, a column's head; -1 for neither. */
export function placeAt(layout: Layout, x: number, y: number, scroll: Readonly<{ left: number; top: number }>): Place {
  const inNames = x < layout.nameWidth;
  const inHead = y < layout.headHeight;
  if (inNames && inHead) return { row: -1, column: -1 };
  // A head leans to the right, the further up the more.
  const slant = inHead ? Math.max(0, layout.headHeight - 24 - y) * headSlope : 0;
  return {
    row: inHead ? -1 : itemAt(layout.rows, y - layout.headHeight + scroll.top),
    column: inNames ? -1 : itemAt(layout.columns, x - layout.nameWidth - slant + scroll.left),
  };
}

export const headAngle = (-50 * Math.PI) / 180;
/** How far a head leans for each pixel of height. */
export const headSlope = 1 / Math.tan(-headAngle);

/** The scroll at which a cell is wholly in view, changed no more than that takes. */
export function scrollTo(
  layout: Layout,
  { row, column }: Place,
  frame: Size,
  scroll: Readonly<{ left: number; top: number }>,
): Readonly<{ left: number; top: number }> {
  const along = (start: number, size: number, room: number, now: number) =>
    start < now ? start : start + size > now + room ? start + size - room : now;
  return {
    left: along(startOf(layout.columns, column), layout.columns.size, frame.width - layout.nameWidth, scroll.left),
    top: along(startOf(layout.rows, row), layout.rows.size, frame.height - layout.headHeight, scroll.top),
  };
}
