import { classNames } from "@/components/ui/class-names";
import { foreignText } from "@/components/ui/foreign";
import type { Sector } from "@/lib/domain/overview/sectors";
import { formatCount } from "@/lib/format";
import { sectorName, worstOf, type FindingsOf } from "../sector-words";
import { fewSectors, type LensDrawing } from "./draw-lens";
import { pointAt, type PlacedSector } from "./geometry";
import { placeLabels, type Anchor, type Label } from "./place-labels";
import type { Size } from "./use-size";

export type LensLabel = Label<Anchor & { sector: Sector }>;

const mostLabels = 8;
/** What stands in the corners below: the counts of the selected customer, and the legend. */
const corners = { left: { width: 172, height: 168 }, right: { width: 190, height: 132 } };

/** Where names stand outside the rim. */
export function labelsOf(
  drawing: LensDrawing,
  size: Size,
  selected: Sector | undefined,
  findingsOf: FindingsOf,
): readonly LensLabel[] {
  const { center, radii } = drawing;
  const rim = radii[5]!;
  const anchors = named(drawing, selected, findingsOf).map(({ sector, middle }) => ({
    sector,
    point: pointAt(center, rim + 17, middle),
    isRight: Math.cos((middle * Math.PI) / 180) >= 0,
  }));
  return placeLabels(anchors, { center, rim, ...size, corners });
}

/** From the rim to the names; below all that is written there. */
export const Leaders = ({ labels }: { labels: readonly LensLabel[] }) =>
  labels.map(({ point, at }, place) => (
    <path
      key={place}
      d={`M${point[0]} ${point[1]}L${at[0]} ${at[1]}`}
      fill="none"
      className="stroke-line-2"
      strokeWidth={0.9}
    />
  ));

type Props = {
  labels: readonly LensLabel[];
  size: Size;
  selected: Sector | undefined;
  findingsOf: FindingsOf;
  onSelect: (sector: Sector) => void;
};

/** Names outside the rim. They are told by the list box too, so they are for eyes and pointers alone. */
export function LensLabels({ labels, size, selected, findingsOf, onSelect }: Props) {
  return (
    <div aria-hidden>
      {labels.map(({ sector, at: [x, y], isRight }, place) => {
        const worst = worstOf(sector, findingsOf);
        const isSerious = worst?.severity === "critical" || worst?.severity === "high";
        return (
          <div
            key={place}
            onClick={() => onSelect(sector)}
            style={
              isRight
                ? { left: x + 4, top: y - 8, maxWidth: size.width - x - 8 }
                : { right: size.width - x + 4, top: y - 8, maxWidth: x - 8 }
            }
            className={classNames(
              "absolute flex [-webkit-text-stroke:3px_var(--surface)] [paint-order:stroke] forced-colors:[-webkit-text-stroke:0] h-4 cursor-pointer items-center gap-1.5 text-xs whitespace-nowrap hover:underline",
              sector === selected ? "font-[620] text-ink" : "text-ink",
            )}
          >
            <bdi className="truncate">{foreignText(sectorName(sector))}</bdi>
            {isSerious && (
              <span
                className={classNames(
                  "shrink-0",
                  worst.severity === "critical" ? "text-sev-critical-text" : "text-sev-high-text",
                )}
              >
                {formatCount(worst.count)} {worst.severity}
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
}

/** Whose names are shown: everybody's where they are few, else of those with most critical findings, and the selected. */
function named(
  { sectors }: LensDrawing,
  selected: Sector | undefined,
  findingsOf: FindingsOf,
): readonly PlacedSector[] {
  if (sectors.length <= fewSectors) return sectors;
  const critical = sectors
    .filter(({ sector }) => sector.customers.length === 1)
    .map((placed) => ({ placed, worst: worstOf(placed.sector, findingsOf) }))
    .filter(({ worst }) => worst?.severity === "critical")
    .sort((one, other) => (other.worst?.count ?? 0) - (one.worst?.count ?? 0))
    .slice(0, mostLabels)
    .map(({ placed }) => placed);
  const lit = sectors.find(({ sector }) => sector === selected);
  return lit && !critical.includes(lit) ? [...critical, lit] : critical;
}
