import { cut } from "./cut-text";
import type { Colours } from "./colours";
import type { Context } from "./draw-cells";
import { headAngle } from "@/components/matrix/plot/layout";
import { plainCanvas } from "./plain-canvas";

const most = 160;
/** Room around a slanted text for its height. */
const margin = 10;

/** Slanted words, each drawn once: turned text is the slowest thing that a canvas draws. */
export function createHeadLabels() {
  const labels = new Map<string, ReturnType<typeof plainCanvas>>();
  let drawnWith: Colours | undefined;
  let drawnAt = 0;
  return {
    /** Draws a word that begins at a point and leans to the right. */
    draw(
      context: Context,
      text: string,
      {
        x,
        y,
        room,
        isStrong,
        colours,
        ratio,
      }: Readonly<{
        x: number;
        y: number;
        room: number;
        isStrong: boolean;
        colours: Colours;
        ratio: number;
      }>,
    ) {
      if (colours !== drawnWith || ratio !== drawnAt) labels.clear();
      [drawnWith, drawnAt] = [colours, ratio];
      const [width, height] = [room * Math.cos(headAngle) + 2 * margin, room * Math.sin(-headAngle) + 2 * margin];
      const key = `${isStrong} ${text}`;
      let label = labels.get(key);
      if (!label) {
        // The one drawn longest ago makes room.
        const [oldest] = labels.size >= most ? labels : [];
        if (oldest) labels.delete(oldest[0]);
        const own = oldest?.[1] ?? plainCanvas(width * ratio, height * ratio);
        own.context.setTransform(ratio, 0, 0, ratio, 0, 0);
        own.context.clearRect(0, 0, width, height);
        own.context.translate(margin, height - margin);
        own.context.rotate(headAngle);
        own.context.font = `${isStrong ? 640 : 400} 11px ${colours.font}`;
        own.context.fillStyle = isStrong ? colours.ink : colours.quiet;
        own.context.textAlign = "left";
        own.context.textBaseline = "middle";
        own.context.fillText(cut(own.context, text, room, isStrong ? "head strong" : "head"), 0, 0);
        labels.set(key, (label = own));
      }
      const [left, top] = [Math.round((x - margin) * ratio) / ratio, Math.round((y - height + margin) * ratio) / ratio];
      context.drawImage(label.canvas, left, top, label.canvas.width / ratio, label.canvas.height / ratio);
    },
  };
}
