import type { Point } from "./geometry";

export type Anchor = Readonly<{ point: Point; isRight: boolean }>;
export type Label<One extends Anchor> = One & Readonly<{ at: Point }>;

type Room = Readonly<{
  center: Point;
  rim: number;
  width: number;
  height: number;
  /** What stands in the corners below. */
  corners: Readonly<{ left: Corner; right: Corner }>;
}>;

type Corner = Readonly<{ width: number; height: number }>;

const lineHeight = 16;
/** From the rim to where labels begin: marks and what groups are called stand between. */
const distance = 44;
/** From the middle of a line to the edge of the plot. */
const margin = 12;
/** How far a label may reach, where it passes beside a corner. */
const usualWidth = 140;

/** Places labels outside the rim without overlap: in the order of what they name, pushed down and then up where it takes. */
export function placeLabels<One extends Anchor>(anchors: readonly One[], room: Room): readonly Label<One>[] {
  return [false, true].flatMap((isRight) =>
    placeSide(
      anchors.filter((anchor) => anchor.isRight === isRight),
      isRight,
      room,
    ),
  );
}

function placeSide<One extends Anchor>(
  anchors: readonly One[],
  isRight: boolean,
  { center: [cx, cy], rim, width, height, corners }: Room,
): readonly Label<One>[] {
  const outwards = isRight ? 1 : -1;
  const xAt = ([x, own]: Point, y: number): number => {
    // Below the rim there is room right beside the mark.
    if (own - cy > rim + 2) return x + outwards * margin;
    const aside = Math.sqrt(Math.max(0, (rim + distance) ** 2 - (y - cy) ** 2));
    return isRight ? Math.max(cx + aside, x + margin) : Math.min(cx - aside, x - margin);
  };
  const corner = isRight ? corners.right : corners.left;
  const lowest = (point: Point): number => {
    const end = xAt(point, point[1]) + outwards * usualWidth;
    const isBeside = isRight ? end < width - corner.width : end > corner.width;
    return isBeside ? height - margin : height - corner.height;
  };

  const inOrder = [...anchors].sort((one, other) => one.point[1] - other.point[1]);
  let last = margin - lineHeight;
  const down = inOrder.map(({ point: [, y] }) => (last = Math.max(y, last + lineHeight)));
  let next = height - margin + lineHeight;
  const ys = down
    .map((y, at) => ({ y, point: inOrder[at]!.point }))
    .reverse()
    .map(({ y, point }) => (next = Math.min(y, next - lineHeight, lowest(point))))
    .reverse();
  return inOrder.map((anchor, at) => ({ ...anchor, at: [xAt(anchor.point, ys[at]!), ys[at]!] }));
}
