import type { MatrixView } from "@/lib/domain/access/matrix-view";
import type { Colours } from "./colours";
import { drawCells, type Context } from "./draw-cells";
import type { Layout } from "./layout";

const side = 256;
const most = 160;

type Subject = Readonly<{
  view: MatrixView;
  blind: Uint8Array;
  layout: Layout;
  colours: Colours;
  ratio: number;
}>;

/** Squares of drawn cells: while the matrix is moved, a frame draws only the squares that come into view. */
export function createTiles() {
  let drawn: Subject | undefined;
  const tiles = new Map<string, OffscreenCanvas>();

  const tileAt = (subject: Subject, across: number, down: number): OffscreenCanvas => {
    const key = `${across} ${down}`;
    let tile = tiles.get(key);
    if (tile) return tile;
    tile = new OffscreenCanvas(side * subject.ratio, side * subject.ratio);
    const context = tile.getContext("2d");
    const [left, top] = [across * side, down * side];
    if (context) {
      context.scale(subject.ratio, subject.ratio);
      context.translate(-left, -top);
      const { view, blind, layout, colours } = subject;
      drawCells(context, view, blind, layout, colours, { left, top, right: left + side, bottom: top + side });
    }
    const [oldest] = tiles.keys();
    if (tiles.size >= most && oldest !== undefined) tiles.delete(oldest);
    tiles.set(key, tile);
    return tile;
  };

  return {
    /** Draws what lies between two corners, in the layout's own measure. */
    draw(context: Context, subject: Subject, box: { left: number; top: number; right: number; bottom: number }) {
      if (!drawn || !isSame(drawn, subject)) tiles.clear();
      drawn = subject;
      for (let down = Math.floor(box.top / side); down * side < box.bottom; down++)
        for (let across = Math.floor(box.left / side); across * side < box.right; across++)
          context.drawImage(tileAt(subject, across, down), across * side, down * side, side, side);
    },
  };
}

const isSame = (one: Subject, other: Subject) =>
  one.view === other.view &&
  one.blind === other.blind &&
  one.layout.columns.size === other.layout.columns.size &&
  one.layout.rows === other.layout.rows &&
  one.colours === other.colours &&
  one.ratio === other.ratio;
