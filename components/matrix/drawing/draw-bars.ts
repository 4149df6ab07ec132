import { runsBetween } from "@/components/matrix/plot/axis";
import { countWords } from "@/components/matrix/cells/cell-words";
import type { Context } from "./draw-cells";
import { leastNamed } from "@/components/matrix/plot/layout";
import type { Scene } from "./scene";

/** How many principals each customer lets in: filled for standing access, outlined for eligible. */
export function drawBars(context: Context, { view, blind, layout, colours, scroll, frame }: Scene) {
  const { rows, barsAt, barsWidth } = layout;
  const thick = Math.min(6, Math.max(1, rows.size * 0.5));
  let longest = 1;
  for (let row = 0; row < rows.count; row++) longest = Math.max(longest, view.standing[row]! + view.eligible[row]!);
  const scale = Math.min(5, (barsWidth - 74) / longest);
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
      context.fillStyle = doubt > 0 || blind[row] ? colours.doubt : colours.quiet;
      const sum = view.standing[row]! + view.eligible[row]!;
      context.fillText(countWords(sum, doubt, blind[row]! > 0), barsAt + barsWidth - 12, y + 0.5);
    }
}
