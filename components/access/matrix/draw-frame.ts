import type { MatrixView } from "@/lib/domain/access/matrix-view";
import { formatCount } from "@/lib/format";
import { runsBetween, startOf, type Axis } from "./axis";
import type { Colours } from "./colours";
import { leastDrawn, type Context } from "./draw-cells";
import { headAngle, headSlope, leastNamed, type Layout, type Place, type Size } from "./layout";
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
  /** The cells change their size right now: they are drawn from the bitmap until that ends. */
  isZooming: boolean;
  /** The cell whose row and column stand out, and whether it has the focus. */
  pointed: Place | undefined;
  focused: Place | undefined;
}>;

const leastHead = 11;

export function drawFrame(context: Context, scene: Scene): void {
  const { layout, frame, ratio, scroll, colours } = scene;
  const { nameWidth, headHeight } = layout;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = colours.surface;
  context.fillRect(0, 0, frame.width, frame.height);
  const within = (left: number, top: number, draw: () => void) => {
    context.save();
    context.beginPath();
    context.rect(left, top, frame.width - left, frame.height - top);
    context.clip();
    context.translate(left === 0 ? 0 : nameWidth - scroll.left, top === 0 ? 0 : headHeight - scroll.top);
    draw();
    context.restore();
  };
  within(0, headHeight, () => drawRowGrounds(context, scene));
  within(nameWidth, 0, () => drawColumnGrounds(context, scene));
  within(nameWidth, headHeight, () => drawBody(context, scene));
  within(0, headHeight, () => drawNames(context, scene));
  within(nameWidth, 0, () => drawHeads(context, scene));
  context.fillStyle = colours.quiet;
  context.font = `560 11px ${colours.font}`;
  context.textAlign = "left";
  context.textBaseline = "alphabetic";
  context.fillText(scene.names.corner, 20, headHeight - 8);
}

/** What a frame shows of the cells, in the layout's own measure. */
const boxOf = ({ layout, frame, scroll }: Scene) => ({
  left: scroll.left,
  top: scroll.top,
  right: Math.min(layout.columns.length, scroll.left + frame.width - layout.nameWidth),
  bottom: Math.min(layout.rows.length, scroll.top + frame.height - layout.headHeight),
});

function drawRowGrounds(context: Context, scene: Scene) {
  const { layout, colours, frame, pointed, view } = scene;
  if (pointed && pointed.row >= 0) {
    context.fillStyle = colours.wash;
    context.fillRect(0, startOf(layout.rows, pointed.row), frame.width, layout.rows.size);
  }
  if (layout.rows.size < leastNamed) return;
  context.fillStyle = colours.line;
  const { top, bottom } = boxOf(scene);
  const every = view.clusters.length > 0 ? Infinity : 4;
  for (const { from, to, start } of runsBetween(layout.rows, top, bottom))
    for (let row = from; row < to; row++)
      if (row % every === 0 && row > 0)
        context.fillRect(0, Math.round(start + (row - from) * layout.rows.size), frame.width, 1);
}

function drawColumnGrounds(context: Context, { layout, colours, frame, pointed }: Scene) {
  const { columns, headHeight } = layout;
  if (pointed && pointed.column >= 0) {
    context.fillStyle = colours.wash;
    context.fillRect(startOf(columns, pointed.column), headHeight - 22, columns.size, frame.height);
  }
  context.strokeStyle = colours.line2;
  context.lineWidth = 1;
  context.setLineDash([3, 3]);
  context.beginPath();
  for (const { start } of columns.sections.slice(1)) {
    const x = Math.round(start - 4.5) + 0.5;
    context.moveTo(x, headHeight - 24);
    context.lineTo(x, frame.height);
  }
  context.stroke();
  context.setLineDash([]);
}

function drawBody(context: Context, scene: Scene) {
  const { view, layout, colours, isZooming, bitmap, tiles, focused } = scene;
  const box = boxOf(scene);
  const isDrawn = layout.columns.size >= leastDrawn && layout.rows.size >= leastDrawn;
  // The crosshair's ground crosses itself where both meet.
  if (isDrawn && !isZooming) tiles.draw(context, scene, box);
  else {
    context.imageSmoothingEnabled = false;
    for (const rows of runsBetween(layout.rows, box.top, box.bottom))
      for (const run of runsBetween(layout.columns, box.left, box.right)) {
        const [across, down] = [run.to - run.from, rows.to - rows.from];
        const { size: width } = layout.columns;
        const { size: height } = layout.rows;
        context.drawImage(
          bitmap,
          ...[run.from, rows.from, across, down],
          ...([run.start, rows.start, across * width, down * height] as const),
        );
      }
  }
  drawBars(context, scene);
  if (!focused || view.columns.length === 0) return;
  const [x, y] = [startOf(layout.columns, focused.column), startOf(layout.rows, focused.row)];
  context.strokeStyle = colours.focus;
  context.lineWidth = 2;
  context.strokeRect(x + 0.5, y + 0.5, Math.max(4, layout.columns.size - 1), Math.max(4, layout.rows.size - 1));
}

function drawBars(context: Context, { view, layout, colours, scroll, frame }: Scene) {
  const { rows, barsAt, barsWidth } = layout;
  const thick = Math.min(6, Math.max(1, rows.size * 0.5));
  let longest = 1;
  for (let row = 0; row < rows.count; row++) longest = Math.max(longest, view.standing[row]! + view.eligible[row]!);
  const scale = Math.min(5, (barsWidth - 46) / longest);
  const hasFigures = rows.size >= leastNamed;
  context.font = `400 12px ${colours.font}`;
  context.textAlign = "right";
  context.textBaseline = "middle";
  for (const { from, to, start } of runsBetween(rows, scroll.top, scroll.top + frame.height - layout.headHeight))
    for (let row = from; row < to; row++) {
      const y = start + (row - from + 0.5) * rows.size;
      const held = view.standing[row]! * scale;
      const activated = view.eligible[row]! * scale;
      context.fillStyle = colours.privilege[3]!;
      context.fillRect(barsAt, y - thick / 2, held, thick);
      if (activated > 0) {
        context.strokeStyle = colours.privilege[3]!;
        context.lineWidth = 1;
        const from = barsAt + held + (held > 0 ? 1.5 : 0.5);
        context.strokeRect(from, y - thick / 2 + 0.5, Math.max(1, activated - 1), Math.max(0.5, thick - 1));
      }
      if (!hasFigures) continue;
      const doubt = view.inDoubt[row]!;
      context.fillStyle = doubt > 0 ? colours.doubt : colours.quiet;
      const sum = view.standing[row]! + view.eligible[row]!;
      context.fillText(
        doubt > 0 ? `${formatCount(sum)} + ${formatCount(doubt)} ?` : formatCount(sum),
        barsAt + barsWidth - 12,
        y + 0.5,
      );
    }
}

/** Every how many items there is room for a word. */
const stepFor = ({ size }: Axis, least: number) => Math.max(1, Math.ceil(least / size));

function drawNames(context: Context, scene: Scene) {
  const { view, layout, colours, names, pointed } = scene;
  const { rows, nameWidth } = layout;
  const { top, bottom } = boxOf(scene);
  const step = stepFor(rows, leastNamed + 1);
  context.textAlign = "left";
  context.textBaseline = "middle";
  const write = (row: number, isStrong: boolean) => {
    context.font = `${isStrong ? 620 : 400} ${step > 1 ? 10 : 12.5}px ${colours.font}`;
    context.fillStyle = isStrong ? colours.ink : scene.blind[row] ? colours.meta : colours.ink;
    const y = startOf(rows, row) + rows.size / 2;
    context.fillText(cut(context, names.customer(row), nameWidth - 32), 20, y + 0.5);
  };
  const chosen = pointed?.row ?? -1;
  for (const { from, to } of runsBetween(rows, top - rows.size, bottom + rows.size))
    for (let row = from + ((step - (from % step)) % step); row < to; row += step) {
      const isNear = chosen >= 0 && row !== chosen && Math.abs(row - chosen) < step;
      if (row !== chosen && !isNear) write(row, false);
    }
  if (chosen >= 0) write(chosen, true);

  if (rows.size < leastNamed) return;
  context.font = `560 11px ${colours.font}`;
  view.clusters.forEach((cluster, at) => {
    const y = startOf(rows, cluster.from) - 18;
    if (y > bottom || y + 18 < top) return;
    context.fillStyle = colours.line2;
    context.fillRect(0, Math.round(y), scene.frame.width, 1);
    context.fillStyle = colours.meta;
    context.fillText(cut(context, names.cluster(at), scene.frame.width - 40), 20, y + 10);
  });
}

function drawHeads(context: Context, scene: Scene) {
  const { view, layout, colours, names, pointed } = scene;
  const { columns, headHeight } = layout;
  const { left, right } = boxOf(scene);
  const step = stepFor(columns, leastHead);
  const room = (headHeight - 34) / Math.sin(-headAngle);
  const write = (column: number, isStrong: boolean) => {
    const x = startOf(columns, column) + columns.size / 2;
    context.save();
    context.translate(x + 2, headHeight - 26);
    context.rotate(headAngle);
    context.font = `${isStrong ? 640 : 400} 11px ${colours.font}`;
    context.fillStyle = isStrong ? colours.ink : colours.quiet;
    context.textAlign = "left";
    context.textBaseline = "middle";
    context.fillText(cut(context, names.principal(column), room), 0, 0);
    context.restore();
    if (columns.size < 20 && !isStrong) return;
    context.font = `400 10px ${colours.font}`;
    context.fillStyle = colours.meta;
    context.textAlign = "center";
    context.textBaseline = "alphabetic";
    context.fillText(formatCount(view.columns[column]!.customers), x, headHeight - 8);
  };
  const chosen = pointed?.column ?? -1;
  // A head whose column has just left to the left still leans into view.
  for (const { from, to } of runsBetween(columns, left - headHeight * headSlope, right + columns.size))
    for (let column = from + ((step - (from % step)) % step); column < to; column += step)
      if (column !== chosen && (chosen < 0 || Math.abs(column - chosen) >= step)) write(column, false);
  if (chosen >= 0) write(chosen, true);
  context.font = `560 11px ${colours.font}`;
  context.fillStyle = colours.quiet;
  context.textAlign = "left";
  context.textBaseline = "alphabetic";
  context.fillText("Principals", layout.barsAt, headHeight - 8);
}

const widths = new Map<string, string>();
const mostWidths = 20_000;

/** As much of a text as has room, measured once for each font. */
function cut(context: Context, text: string, room: number): string {
  const key = `${context.font} ${Math.round(room)} ${text}`;
  let shown = widths.get(key);
  if (shown !== undefined) return shown;
  shown = text;
  if (context.measureText(text).width > room) {
    let [low, high] = [0, text.length];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (context.measureText(`${text.slice(0, middle)}…`).width <= room) low = middle;
      else high = middle - 1;
    }
    shown = `${text.slice(0, low)}…`;
  }
  if (widths.size > mostWidths) widths.clear();
  widths.set(key, shown);
  return shown;
}
