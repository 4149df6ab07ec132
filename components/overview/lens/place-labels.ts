import type { Point } from "./geometry";

export type Anchor = Readonly<{ point: Point; isRight: boolean }>;
export type Label<One extends Anchor> = One & Readonly<{ at: Point }>;

type Room = Readonly<{
  center: Point;
  /** Labels stand on this circle, at its right and at its left. */
  radius: number;
  lineHeight: number;
  top: number;
  /** Where the labels of each side have to end. */
  bottom: Readonly<{ left: number; right: number }>;
}>;

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
  { center: [cx, cy], radius, lineHeight, top, bottom }: Room,
): readonly Label<One>[] {
  const inOrder = [...anchors].sort((one, other) => one.point[1] - other.point[1]);
  let last = top - lineHeight;
  const down = inOrder.map(({ point: [, y] }) => (last = Math.max(y, last + lineHeight)));
  let next = (isRight ? bottom.right : bottom.left) + lineHeight;
  const ys = down.reverse().map((y) => (next = Math.min(y, next - lineHeight)));
  ys.reverse();
  return inOrder.map((anchor, at) => {
    const y = ys[at]!;
    const aside = Math.sqrt(Math.max(0, radius * radius - (y - cy) * (y - cy)));
    const [x] = anchor.point;
    return { ...anchor, at: [isRight ? Math.max(cx + aside, x + 14) : Math.min(cx - aside, x - 14), y] };
  });
}
