import { formatCount } from "@/lib/format";
import { runsBetween, startOf } from "@/components/matrix/plot/axis";
import type { Context } from "./draw-cells";
import { headAngle, headSlope } from "@/components/matrix/plot/layout";
import { boxOf, stepFor, type Scene } from "./scene";

const leastHead = 11;

/** Principals, aslant, each with the number of customers that it reaches. */
export function drawHeads(context: Context, scene: Scene) {
  const { view, layout, colours, names, pointed, labels, ratio } = scene;
  const { columns, headHeight } = layout;
  const { left, right } = boxOf(scene);
  const step = stepFor(columns, leastHead);
  const room = (headHeight - 34) / Math.sin(-headAngle);
  const write = (column: number, isStrong: boolean) => {
    const x = startOf(columns, column) + columns.size / 2;
    labels.draw(context, names.principal(column), { x: x + 2, y: headHeight - 26, room, isStrong, colours, ratio });
    if (columns.size < 20) return;
    const { customers } = view.columns[column]!;
    context.font = `400 ${customers < 1000 ? 10 : 9}px ${colours.font}`;
    context.fillStyle = colours.meta;
    context.textAlign = "center";
    context.textBaseline = "alphabetic";
    context.fillText(formatCount(customers), x, headHeight - 8);
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
