import type { MatrixView } from "@/lib/domain/access/matrix-view";
import { runsBetween } from "@/components/matrix/plot/axis";
import type { Layout } from "@/components/matrix/plot/layout";
import type { Sprites } from "./sprites";

export type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

export type Box = Readonly<{ left: number; top: number; right: number; bottom: number }>;

/** Cells below this size are drawn from the bitmap. */
export const leastDrawn = 7;

/** A square of pixels, `side` of them wide, at a corner in the layout's own measure. */
export type Square = Readonly<{ pixels: Uint32Array; side: number; left: number; top: number }>;

/**
 * Copies the pictures of the cells that touch a square, each to whole pixels. Pixel by pixel: asking a canvas to copy each
 * of thousands of small pictures takes ten times as long.
 */
export function drawCells(
  square: Square,
  { columns, cells }: MatrixView,
  blind: Uint8Array,
  layout: Layout,
  sprites: Sprites,
  ratio: number,
): void {
  const { left, top, side } = square;
  const { placeOf, unseen } = sprites;
  const { size: across } = layout.columns;
  const { size: down } = layout.rows;
  for (const rows of runsBetween(layout.rows, top, top + side / ratio))
    for (const run of runsBetween(layout.columns, left, left + side / ratio))
      for (let row = rows.from; row < rows.to; row++) {
        const y = Math.round((rows.start + (row - rows.from) * down - top) * ratio);
        const nothing = blind[row] ? unseen : 0;
        for (let column = run.from; column < run.to; column++) {
          const place = placeOf[cells[row * columns.length + column]!]! || nothing;
          const x = Math.round((run.start + (column - run.from) * across - left) * ratio);
          copy(square, sprites, place, x, y);
        }
      }
}

/** What hangs over an edge of the square is in the next one too. */
function copy(
  { pixels, side }: Square,
  { pixels: pictures, width, height }: Sprites,
  place: number,
  x: number,
  y: number,
) {
  const [firstX, endX] = [Math.max(0, -x), Math.min(width, side - x)];
  const [firstY, endY] = [Math.max(0, -y), Math.min(height, side - y)];
  for (let line = firstY; line < endY; line++) {
    let from = (place * height + line) * width + firstX;
    let to = (y + line) * side + x + firstX;
    for (let left = endX - firstX; left > 0; left--) pixels[to++] = pictures[from++]!;
  }
}
