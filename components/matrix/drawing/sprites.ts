import { looks, type CellLook } from "@/components/matrix/cells/cell-look";
import type { Colours } from "./colours";
import type { Size } from "@/components/matrix/plot/layout";
import { plainCanvas } from "./plain-canvas";

/** Pictures of all looks that a cell can have, one below the other. */
export type Sprites = Readonly<{
  pixels: Uint32Array;
  /** Of each, in device pixels. */
  width: number;
  height: number;
  /** The place of each cell's picture; 0 for an empty cell. */
  placeOf: Uint8Array;
  /** The place of an empty cell of which nothing can be said. */
  unseen: number;
}>;

const leastFigure = 13;
const unseenLook: CellLook = { fill: 0, outline: 0, isDoubt: false, figure: "?" };

const keyOf = ({ fill, outline, isDoubt, figure }: CellLook) => `${fill} ${outline} ${isDoubt} ${figure}`;

export function spritesOf({ width, height }: Size, ratio: number, colours: Colours): Sprites {
  const places = new Map<string, number>();
  const different: CellLook[] = [];
  const placed = (look: CellLook): number => {
    const key = keyOf(look);
    let place = places.get(key);
    if (place === undefined) {
      places.set(key, (place = different.length));
      different.push(look);
    }
    return place;
  };
  const placeOf = Uint8Array.from(looks, placed);
  const unseen = placed(unseenLook);
  const [across, down] = [Math.max(1, Math.round(width * ratio)), Math.max(1, Math.round(height * ratio))];
  const { context } = plainCanvas(across, down * different.length);
  context.scale(ratio, ratio);
  different.forEach((look, place) =>
    draw(context, look, across / ratio / 2, ((place + 0.5) * down) / ratio, { width, height }, colours),
  );
  const { data } = context.getImageData(0, 0, across, down * different.length);
  return { pixels: new Uint32Array(data.buffer), width: across, height: down, placeOf, unseen };
}

function draw(
  context: OffscreenCanvasRenderingContext2D,
  { fill, outline, isDoubt, figure }: CellLook,
  x: number,
  y: number,
  { width, height }: Size,
  colours: Colours,
) {
  const [fillWidth, fillHeight] = [Math.max(3, width * 0.64), Math.max(3, height * 0.68)];
  const [pillWidth, pillHeight] = [fillWidth - 2, fillHeight - 3];
  const hasFigure = figure !== "" && height >= leastFigure;
  if (fill === 0 && outline === 0 && !isDoubt && !hasFigure) {
    context.fillStyle = colours.line2;
    context.fillRect(x - 0.75, y - 0.75, 1.5, 1.5);
  }
  if (fill > 0) {
    context.fillStyle = colours.privilege[fill]!;
    context.fillRect(x - fillWidth / 2, y - fillHeight / 2, fillWidth, fillHeight);
  }
  if (outline > 0) {
    context.beginPath();
    context.roundRect(x - pillWidth / 2, y - pillHeight / 2, pillWidth, pillHeight, pillHeight / 2);
    // What stands inside an outline is read on the page's ground, whatever is held beneath it.
    context.fillStyle = colours.surface;
    context.fill();
    context.strokeStyle = colours.privilege[outline]!;
    context.lineWidth = Math.min(1.7, height / 8);
    context.stroke();
  }
  if (isDoubt) {
    context.strokeStyle = colours.doubt;
    context.lineWidth = 1.2;
    context.setLineDash([2, 2]);
    context.strokeRect(x - pillWidth / 2, y - pillHeight / 2, pillWidth, pillHeight);
    context.setLineDash([]);
  }
  if (!hasFigure) return;
  context.font = `650 ${Math.min(10, height * 0.5)}px ${colours.font}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillStyle = isDoubt
    ? colours.doubt
    : outline > 0
      ? colours.ink
      : fill > 0
        ? colours.onPrivilege
        : colours.meta;
  context.fillText(figure, x, y + 0.5);
}
