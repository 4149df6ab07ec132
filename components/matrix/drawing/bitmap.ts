import type { MatrixView } from "@/lib/domain/access/matrix-view";
import { looks } from "@/components/matrix/cells/cell-look";
import { channelsOf, type Colours } from "./colours";
import { plainCanvas } from "./plain-canvas";

/** How much of its colour eligible access keeps, where a cell is too small for an outline. */
const paleness = 0.55;

/** The whole matrix with one pixel for each cell, to be drawn at any size at once. */
export function bitmapOf({ rows, columns, cells }: MatrixView, blind: Uint8Array, colours: Colours): OffscreenCanvas {
  const width = Math.max(1, columns.length);
  const { canvas, context } = plainCanvas(width, rows.length);
  if (cells.length === 0) return canvas;
  const levels = colours.privilege.map((colour, level) => (level === 0 ? undefined : pixelOf(colour)));
  const doubt = pixelOf(colours.doubt);
  const unseen = pixelOf(colours.line2);
  const ofCell = looks.map(({ fill, outline, isDoubt }) =>
    isDoubt ? doubt : fill > 0 ? levels[fill]! : outline > 0 ? pale(levels[outline]!) : 0,
  );
  const image = new ImageData(width, rows.length);
  const pixels = new Uint32Array(image.data.buffer);
  for (let row = 0, at = 0; row < rows.length; row++) {
    const nothing = blind[row] ? unseen : 0;
    for (let column = 0; column < width; column++, at++) pixels[at] = ofCell[cells[at]!] || nothing;
  }
  context.putImageData(image, 0, 0);
  return canvas;
}

// ImageData lies in memory as red, green, blue, opacity, and every browser's machine counts from the low byte.
function pixelOf(colour: string): number {
  const [red = 0, green = 0, blue = 0, opacity = 0] = channelsOf(colour);
  return ((opacity << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

const pale = (pixel: number): number => ((pixel & 0xffffff) | (Math.round((pixel >>> 24) * paleness) << 24)) >>> 0;
