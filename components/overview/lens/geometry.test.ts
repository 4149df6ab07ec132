import fc from "fast-check";
import { expect, test } from "vitest";
import type { Sector, SectorGroup } from "@/lib/domain/overview/sectors";
import {
  arcToWrite,
  dotPlaces,
  dotRadius,
  placeSectors,
  pointAt,
  radiusOfCut,
  ringRadii,
  type Point,
} from "./geometry";

// Geometry does not look into sectors.
const sector = {} as Sector;
const group = (count: number): SectorGroup => ({
  key: `${count}`,
  source: "template",
  label: undefined,
  customers: count,
  sectors: Array.from({ length: count }, () => sector),
});
const center: Point = [300, 300];
const distance = ([x, y]: Point, [a, b]: Point) => Math.hypot(x - a, y - b);
const angleOf = ([x, y]: Point) => (Math.atan2(y - center[1], x - center[0]) * 180) / Math.PI;

test("rings have the same area", () => {
  const radii = ringRadii(58, 260);
  const areas = radii.slice(1).map((outer, ring) => outer ** 2 - radii[ring]! ** 2);
  for (const area of areas) expect(area).toBeCloseTo(areas[0]!);
});

test("sectors go around once, equally wide, and leave twelve o'clock to the names of the rings", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 12 }), (counts) => {
      fc.pre(counts.some((count) => count > 0));
      const placed = placeSectors(counts.map(group)).flatMap(({ sectors }) => sectors);
      const width = placed[0]!.to - placed[0]!.from;
      let last = -90;
      for (const { from, to } of placed) {
        expect(from).toBeGreaterThanOrEqual(last - 1e-6);
        expect(to - from).toBeCloseTo(width);
        last = to;
      }
      expect(placed[0]!.from).toBeCloseTo(-78);
      expect(last).toBeCloseTo(258);
    }),
  );
});

test("dots stay in their part of the ring, and apart while there is room", () => {
  const radii = ringRadii(58, 260);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom(1, 2, 3, 4, 5),
      fc.constantFrom(1.1, 2.5, 12, 28),
      (count, level, step) => {
        const dot = dotRadius(step, radii);
        const band = [radii[5 - level]!, radii[6 - level]!] as const;
        const places = dotPlaces(count, { center, middle: 40, step, band, dot });
        expect(places).toHaveLength(count);
        for (const place of places) {
          expect(distance(place, center)).toBeGreaterThan(band[0]);
          expect(distance(place, center)).toBeLessThan(band[1]);
          expect(Math.abs(angleOf(place) - 40)).toBeLessThanOrEqual(step / 2 + 1e-6);
        }
        if (count > 4) return;
        places.forEach((one, at) =>
          places.slice(at + 1).forEach((other) => expect(distance(one, other)).toBeGreaterThan(dot)),
        );
      },
    ),
  );
});

test("what is written along the lower half runs from left to right too", () => {
  const startOf = (path: string) => Number(/^M([\d.]+)/.exec(path)?.[1]);
  const endOf = (path: string) => Number(/([\d.]+) [\d.]+$/.exec(path)?.[1]);
  for (const [from, to] of [
    [-120, -60],
    [60, 120],
  ] as const) {
    const path = arcToWrite(center, 280, from, to);
    expect(startOf(path)).toBeLessThan(endOf(path));
  }
});

test("the cut for the rings' names is as wide as asked at the radius told", () => {
  const radius = radiusOfCut(38);
  const [left, right] = [pointAt([0, 0], radius, -102), pointAt([0, 0], radius, -78)];
  expect(right[0] - left[0]).toBeCloseTo(38);
});
