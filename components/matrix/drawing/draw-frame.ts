import { runsBetween, startOf } from "@/components/matrix/plot/axis";
import { drawBars } from "./draw-bars";
import { leastDrawn, type Context } from "./draw-cells";
import { drawHeads } from "./draw-heads";
import { drawNames } from "./draw-names";
import { leastNamed } from "@/components/matrix/plot/layout";
import { boxOf, type Scene } from "./scene";

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

function drawColumnGrounds(context: Context, { layout, colours, frame, pointed, scroll }: Scene) {
  const { columns, headHeight } = layout;
  const end = Math.min(frame.height, headHeight + layout.rows.length - scroll.top);
  if (pointed && pointed.column >= 0) {
    context.fillStyle = colours.wash;
    context.fillRect(startOf(columns, pointed.column), headHeight - 22, columns.size, end - headHeight + 22);
  }
  context.strokeStyle = colours.line2;
  context.lineWidth = 1;
  context.setLineDash([3, 3]);
  context.beginPath();
  for (const { start } of columns.sections.slice(1)) {
    const x = Math.round(start - 4.5) + 0.5;
    context.moveTo(x, headHeight - 24);
    context.lineTo(x, end);
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
