import type { MatrixView } from "@/lib/domain/access/matrix-view";
import { runsBetween } from "./axis";
import { looks } from "./cell-look";
import type { Colours } from "./colours";
import type { Layout } from "./layout";

export type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

type Box = Readonly<{ left: number; top: number; right: number; bottom: number }>;

/** Cells below this size are drawn from the bitmap. */
export const leastDrawn = 7;
const leastFigure = 13;

/**
 * Draws the cells of which something lies in a box, at their places in the layout. What has one colour is drawn in one go:
 * changing colours is most of what drawing thousands of cells costs.
 */
export function drawCells(
  context: Context,
  { columns, cells }: MatrixView,
  blind: Uint8Array,
  layout: Layout,
  colours: Colours,
  box: Box,
): void {
  const { size: width } = layout.columns;
  const { size: height } = layout.rows;
  const [fillWidth, fillHeight] = [Math.max(3, width * 0.64), Math.max(3, height * 0.68)];
  const [pillWidth, pillHeight] = [fillWidth - 2, fillHeight - 3];
  const hasFigures = height >= leastFigure;
  const fills = colours.privilege.map(() => new Path2D());
  const outlines = colours.privilege.map(() => new Path2D());
  const [doubts, dots] = [new Path2D(), new Path2D()];
  const figures = { onFill: [] as Figure[], plain: [] as Figure[], doubt: [] as Figure[], blind: [] as Figure[] };

  for (const rows of runsBetween(layout.rows, box.top, box.bottom))
    for (const run of runsBetween(layout.columns, box.left, box.right))
      for (let row = rows.from; row < rows.to; row++) {
        const y = rows.start + (row - rows.from + 0.5) * height;
        for (let column = run.from; column < run.to; column++) {
          const x = run.start + (column - run.from + 0.5) * width;
          const cell = cells[row * columns.length + column]!;
          if (cell === 0) {
            if (blind[row] && hasFigures) figures.blind.push({ x, y, text: "?" });
            else dots.rect(x - 0.75, y - 0.75, 1.5, 1.5);
            continue;
          }
          const { fill, outline, isDoubt, figure } = looks[cell]!;
          if (fill > 0) fills[fill]!.rect(x - fillWidth / 2, y - fillHeight / 2, fillWidth, fillHeight);
          if (outline > 0)
            outlines[outline]!.roundRect(x - pillWidth / 2, y - pillHeight / 2, pillWidth, pillHeight, pillHeight / 2);
          if (isDoubt) doubts.rect(x - pillWidth / 2, y - pillHeight / 2, pillWidth, pillHeight);
          if (!hasFigures || !figure) continue;
          (isDoubt ? figures.doubt : outline > 0 ? figures.plain : figures.onFill).push({ x, y, text: figure });
        }
      }

  context.fillStyle = colours.line2;
  context.fill(dots);
  colours.privilege.forEach((colour, level) => {
    if (level === 0) return;
    context.fillStyle = colour;
    context.fill(fills[level]!);
  });
  context.lineWidth = Math.min(1.7, height / 8);
  // What stands inside an outline is read on the page's ground, whatever is held beneath it.
  context.fillStyle = colours.surface;
  outlines.forEach((path, level) => {
    if (level === 0) return;
    context.fill(path);
    context.strokeStyle = colours.privilege[level]!;
    context.stroke(path);
  });
  context.lineWidth = 1.2;
  context.strokeStyle = colours.doubt;
  context.setLineDash([2, 2]);
  context.stroke(doubts);
  context.setLineDash([]);

  context.font = `650 ${Math.min(10, height * 0.5)}px ${colours.font}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  write(context, figures.onFill, colours.onPrivilege);
  write(context, figures.plain, colours.ink);
  write(context, figures.doubt, colours.doubt);
  write(context, figures.blind, colours.meta);
}

type Figure = Readonly<{ x: number; y: number; text: string }>;

function write(context: Context, figures: readonly Figure[], colour: string) {
  context.fillStyle = colour;
  for (const { x, y, text } of figures) context.fillText(text, x, y + 0.5);
}
