import type { MatrixView } from "@/lib/domain/access/matrix-view";
import type { Colours } from "./colours";
import { drawCells, type Box, type Context } from "./draw-cells";
import type { Layout } from "@/components/matrix/plot/layout";
import { plainCanvas } from "./plain-canvas";
import { spritesOf, type Sprites } from "./sprites";

/** In device pixels. */
const side = 256;
const most = 96;

type Subject = Readonly<{
  view: MatrixView;
  blind: Uint8Array;
  layout: Layout;
  colours: Colours;
  ratio: number;
}>;
type Tile = ReturnType<typeof plainCanvas>;

/** Squares of drawn cells: while the matrix is moved, a frame draws only the squares that come into view. */
export function createTiles() {
  let drawn: Subject | undefined;
  let sprites: Sprites | undefined;
  const tiles = new Map<string, Tile>();
  const spare: Tile[] = [];
  const image = new ImageData(side, side);
  const pixels = new Uint32Array(image.data.buffer);

  /** A square that is used no more, or a new one. */
  const freeTile = (): Tile => {
    let tile = spare.pop();
    const [oldest] = tiles;
    if (!tile && oldest && tiles.size >= most) {
      tiles.delete(oldest[0]);
      tile = oldest[1];
    }
    return tile ?? plainCanvas(side, side);
  };
  const tileAt = ({ view, blind, layout, colours, ratio }: Subject, across: number, down: number): OffscreenCanvas => {
    const key = `${across} ${down}`;
    const known = tiles.get(key);
    if (known) return known.canvas;
    const tile = freeTile();
    sprites ??= spritesOf({ width: layout.columns.size, height: layout.rows.size }, ratio, colours);
    const [left, top] = [(across * side) / ratio, (down * side) / ratio];
    pixels.fill(0);
    drawCells({ pixels, side, left, top }, view, blind, layout, sprites, ratio);
    tile.context.putImageData(image, 0, 0);
    tiles.set(key, tile);
    return tile.canvas;
  };

  return {
    /** Draws what lies in a box of the layout's own measure. */
    draw(context: Context, subject: Subject, box: Box) {
      if (!drawn || !isSame(drawn, subject)) {
        spare.push(...tiles.values());
        tiles.clear();
        sprites = undefined;
      }
      drawn = subject;
      const size = side / subject.ratio;
      for (let down = Math.floor(box.top / size); down * size < box.bottom; down++)
        for (let across = Math.floor(box.left / size); across * size < box.right; across++)
          context.drawImage(tileAt(subject, across, down), across * size, down * size, size, size);
    },
  };
}

const isSame = (one: Subject, other: Subject) =>
  one.view === other.view &&
  one.blind === other.blind &&
  one.layout === other.layout &&
  one.colours === other.colours &&
  one.ratio === other.ratio;
