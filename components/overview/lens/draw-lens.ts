import type { Held } from "@/lib/domain/overview/exposure";
import type { SectorGroup } from "@/lib/domain/overview/sectors";
import {
  bandOf,
  dotPlaces,
  dotRadius,
  filledDots,
  openDots,
  placeSectors,
  ringRadii,
  type PlacedGroup,
  type PlacedSector,
  type Point,
} from "./geometry";
import type { Size } from "./use-size";

/** The lens at one size: where everything is, before it is drawn. */
export type LensDrawing = Readonly<{
  center: Point;
  radii: readonly number[];
  groups: readonly PlacedGroup[];
  sectors: readonly PlacedSector[];
  step: number;
  dot: number;
}>;

/** So few customers are all called by their names. */
export const fewSectors = 26;
/** Beside and above the rim: the marks, what the groups are called, and labels. */
const besides = { few: 196, many: 132 };
const above = 52;
const mostRadius = 300;

export function drawLens(groups: readonly SectorGroup[], { width, height }: Size): LensDrawing {
  const placed = placeSectors(groups);
  const sectors = placed.flatMap((group) => group.sectors);
  const beside = sectors.length <= fewSectors ? besides.few : besides.many;
  const rim = Math.max(90, Math.min(width / 2 - beside, height / 2 - above, mostRadius));
  const radii = ringRadii(rim * 0.223, rim);
  const [first] = sectors;
  const step = first ? first.to - first.from : 0;
  return { center: [width / 2, height / 2], radii, groups: placed, sectors, step, dot: dotRadius(step, radii) };
}

export type Dots = Readonly<{ filled: string; open: string }>;
export type Kinds = Readonly<Record<keyof Held, boolean>>;

/** The dots of some sectors, as two paths however many they are. */
export function drawDots(
  { center, radii, step, dot }: LensDrawing,
  sectors: readonly PlacedSector[],
  kinds: Kinds,
): Dots {
  const filled: Point[] = [];
  const open: Point[] = [];
  for (const { sector, middle } of sectors)
    for (let level = 1; level <= 5; level++) {
      const standing = kinds.standing ? (sector.held.standing[level] ?? 0) : 0;
      const eligible = kinds.eligible ? (sector.held.eligible[level] ?? 0) : 0;
      const places = dotPlaces(standing + eligible, { center, middle, step, band: bandOf(radii, level), dot });
      filled.push(...places.slice(0, standing));
      open.push(...places.slice(standing));
    }
  return { filled: filledDots(filled), open: openDots(open, dot * 0.86) };
}
