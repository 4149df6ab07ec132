import type { Sector, SectorGroup } from "@/lib/domain/overview/sectors";

/* Degrees run clockwise from three o'clock, and y runs down, as in SVG. */

export type Point = readonly [x: number, y: number];

/** A ring's edges: the inner and the outer radius. */
export type Band = readonly [inner: number, outer: number];

export type PlacedSector = Readonly<{ sector: Sector; from: number; to: number; middle: number }>;
export type PlacedGroup = Readonly<{ group: SectorGroup; from: number; to: number; sectors: readonly PlacedSector[] }>;

/** What twelve o'clock is kept free for: the names of the rings. */
const cut = 24;
const mostBetween = 4;

/** How far from the middle the cut is so wide. */
export const radiusOfCut = (width: number): number => width / 2 / Math.sin((cut * Math.PI) / 360);

/** Radii of the edges of rings of equal area, from the focus to the rim: so their density can be compared. */
export function ringRadii(focus: number, rim: number, rings = 5): readonly number[] {
  const step = (rim * rim - focus * focus) / rings;
  return Array.from({ length: rings + 1 }, (_, ring) => Math.sqrt(focus * focus + ring * step));
}

/** The ring of a privilege: 5 is at the focus, 1 at the rim. */
export const bandOf = (radii: readonly number[], level: number): Band => [radii[5 - level]!, radii[6 - level]!];

export const pointAt = (center: Point, radius: number, degrees: number): Point => {
  const angle = (degrees * Math.PI) / 180;
  return [center[0] + radius * Math.cos(angle), center[1] + radius * Math.sin(angle)];
};

/** Clockwise from the cut, in the order in which they come; all sectors are equally wide. */
export function placeSectors(groups: readonly SectorGroup[]): readonly PlacedGroup[] {
  const filled = groups.filter(({ sectors }) => sectors.length > 0);
  const total = filled.reduce((sum, { sectors }) => sum + sectors.length, 0);
  const between = Math.min(mostBetween, 26 / filled.length);
  const step = (360 - cut - between * (filled.length - 1)) / total;
  let at = -90 + cut / 2;
  return filled.map((group) => {
    const from = at;
    const sectors = group.sectors.map((sector) => {
      const placed = { sector, from: at, to: at + step, middle: at + step / 2 };
      at += step;
      return placed;
    });
    const to = at;
    at += between;
    return { group, from, to, sectors };
  });
}

/** How large a dot may be so that neighbours at the focus stay apart. */
export function dotRadius(step: number, radii: readonly number[]): number {
  const apart = ((step * Math.PI) / 180) * (radii[1] ?? 0);
  return Math.max(1.1, Math.min(3.2, apart * 0.36));
}

const gap = 0.9;
const margin = 3;
const mostInRow = 6;

/**
 * Places for so many dots in one sector's part of a ring. A narrow one holds a single column, from the ring's outer edge
 * inwards; a wide one holds rows around its middle. More than there is room for stand closer.
 */
export function dotPlaces(
  count: number,
  {
    center,
    middle,
    step,
    band: [inner, outer],
    dot,
  }: Readonly<{
    center: Point;
    middle: number;
    step: number;
    band: Band;
    dot: number;
  }>,
): readonly Point[] {
  if (count === 0) return [];
  const pitch = 2 * dot + gap;
  // From the middle of the outermost dot to that of the innermost.
  const depth = outer - inner - 2 * dot - gap;
  const along = (step * Math.PI) / 180;
  const fitting = Math.max(1, Math.floor((along * ((inner + outer) / 2) - margin) / pitch));
  const fittingRows = Math.max(1, Math.floor(depth / pitch) + 1);
  const columns = Math.min(fitting, Math.max(Math.ceil(count / fittingRows), Math.min(count, mostInRow)));
  const rows = Math.ceil(count / columns);
  const rowPitch = Math.min(pitch, depth / Math.max(1, rows - 1));
  const first =
    columns === 1 && fitting === 1 ? outer - dot - gap / 2 : (inner + outer) / 2 + ((rows - 1) * rowPitch) / 2;
  return Array.from({ length: count }, (_, at): Point => {
    const row = Math.floor(at / columns);
    const inRow = Math.min(columns, count - row * columns);
    const radius = first - row * rowPitch;
    const aside = ((at % columns) - (inRow - 1) / 2) * pitch;
    return pointAt(center, radius, middle + (aside / radius) * (180 / Math.PI));
  });
}

/** A part of a ring, as the path of an SVG. */
export function ringPart(center: Point, [inner, outer]: Band, from: number, to: number): string {
  const large = to - from > 180 ? 1 : 0;
  const [a, b, c, d] = [
    pointAt(center, inner, from),
    pointAt(center, outer, from),
    pointAt(center, outer, to),
    pointAt(center, inner, to),
  ];
  return `M${at(a)}L${at(b)}A${round(outer)} ${round(outer)} 0 ${large} 1 ${at(c)}L${at(d)}A${round(inner)} ${round(inner)} 0 ${large} 0 ${at(a)}Z`;
}

/** An arc to write along, always from left to right: at the lower half it runs the other way. */
export function arcToWrite(center: Point, radius: number, from: number, to: number): string {
  const middle = ((((from + to) / 2) % 360) + 360) % 360;
  const isBelow = middle > 0 && middle < 180;
  const [start, end] = isBelow ? [to, from] : [from, to];
  const large = to - from > 180 ? 1 : 0;
  const size = round(radius);
  return `M${at(pointAt(center, radius, start))}A${size} ${size} 0 ${large} ${isBelow ? 0 : 1} ${at(pointAt(center, radius, end))}`;
}

/** Many dots as one path: filled ones are drawn with round line ends, of no length. */
export const filledDots = (points: readonly Point[]): string => points.map((point) => `M${at(point)}h.01`).join("");

export function openDots(points: readonly Point[], radius: number): string {
  const size = round(radius);
  const across = round(2 * size);
  return points
    .map(([x, y]) => `M${at([x - size, y])}a${size} ${size} 0 1 0 ${across} 0a${size} ${size} 0 1 0 -${across} 0`)
    .join("");
}

const round = (value: number): number => Math.round(value * 10) / 10;
const at = ([x, y]: Point): string => `${round(x)} ${round(y)}`;
