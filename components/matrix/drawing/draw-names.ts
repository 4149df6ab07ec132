import { runsBetween, startOf } from "@/components/matrix/plot/axis";
import { cut } from "./cut-text";
import type { Context } from "./draw-cells";
import { leastNamed } from "@/components/matrix/plot/layout";
import { boxOf, stepFor, type Scene } from "./scene";

/** Customers, and above them the clusters that they are in. Where rows are too low, some stand for their neighbours. */
export function drawNames(context: Context, scene: Scene) {
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
    context.fillText(
      cut(context, names.customer(row), nameWidth - 32, `${isStrong ? "strong" : "plain"} ${step > 1}`),
      20,
      y + 0.5,
    );
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
    context.fillText(cut(context, names.cluster(at), scene.frame.width - 40, "cluster"), 20, y + 10);
  });
}
