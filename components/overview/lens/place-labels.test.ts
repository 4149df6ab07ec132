import fc from "fast-check";
import { expect, test } from "vitest";
import { pointAt } from "./geometry";
import { placeLabels } from "./place-labels";

const corners = { left: { width: 172, height: 168 }, right: { width: 190, height: 132 } };
const room = { center: [420, 280], rim: 228, width: 840, height: 560, corners } as const;
const anchorAt = (degrees: number) => ({
  degrees,
  point: pointAt(room.center, room.rim + 17, degrees),
  isRight: Math.cos((degrees * Math.PI) / 180) >= 0,
});

test("labels of one side keep apart, and stay out of the corners", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: -78, max: 258 }), { maxLength: 26 }), (angles) => {
      const labels = placeLabels(angles.map(anchorAt), room);
      expect(labels).toHaveLength(angles.length);
      for (const isRight of [true, false]) {
        const side = labels.filter((label) => label.isRight === isRight);
        const ys = side.map(({ at }) => at[1]).sort((one, other) => one - other);
        ys.slice(1).forEach((y, at) => expect(y - ys[at]!).toBeGreaterThanOrEqual(16 - 1e-6));
        const corner = isRight ? corners.right : corners.left;
        for (const { at } of side) {
          const reach = isRight ? room.width - at[0] - 140 : at[0] - 140;
          if (at[1] > room.height - corner.height) expect(reach).toBeGreaterThanOrEqual(corner.width - 1e-6);
        }
      }
    }),
  );
});

test("a label stands outside the rim, on the side of what it names", () => {
  const [label] = placeLabels([anchorAt(0)], room);
  expect(label?.at[0]).toBeGreaterThan(room.center[0] + room.rim);
  expect(label?.at[1]).toBeCloseTo(room.center[1]);
});
