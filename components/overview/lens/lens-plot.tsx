"use client";

import { useId, useMemo, useRef, type CSSProperties, type KeyboardEvent } from "react";
import { classNames } from "@/components/ui/class-names";
import { privilegeName } from "@/components/ui/privilege-mark";
import { formatCount } from "@/lib/format";
import type { Sector } from "@/lib/domain/overview/sectors";
import type { SectorGroup } from "@/lib/domain/overview/sectors";
import { groupName, sectorWords, worstOf, type FindingsOf } from "../sector-words";
import { rings } from "../privilege-words";
import { drawDots, drawLens, type Kinds, type LensDrawing } from "./draw-lens";
import { bandOf, pointAt, radiusOfCut, ringPart } from "./geometry";
import { GroupNames } from "./group-names";
import { labelsOf, Leaders, LensLabels } from "./lens-labels";
import { RimMark } from "./rim-mark";
import { useSize, type Size } from "./use-size";

type Props = {
  groups: readonly SectorGroup[];
  kinds: Kinds;
  /** How many roles are held, of the kinds that are shown. */
  total: number;
  selected: Sector | undefined;
  findingsOf: FindingsOf;
  label: string;
  describedBy: string;
  onSelect: (sector: Sector) => void;
  onOpen: (sector: Sector) => void;
};

/** Sectors are customers, rings privilege, dots the roles held. One list box: arrows move the beam, Enter opens. */
export function LensPlot(props: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const size = useSize(frame);
  return (
    <div ref={frame} className="absolute inset-0 overflow-hidden">
      {size && size.width > 0 && <Lens {...props} size={size} />}
    </div>
  );
}

/** A few customers have wide sectors, and the beam stays a beam. */
const widestBeam = 24;
const grounds = ["", "fill-lens-1", "fill-lens-2", "fill-lens-3", "fill-lens-4", "fill-lens-5"];

function Lens({
  groups,
  kinds,
  total,
  selected,
  findingsOf,
  label,
  describedBy,
  onSelect,
  onOpen,
  size,
}: Props & { size: Size }) {
  const id = useId();
  const drawing = useMemo(() => drawLens(groups, size), [groups, size]);
  const { center, radii, sectors, step, dot } = drawing;
  const dots = useMemo(() => drawDots(drawing, drawing.sectors, kinds), [drawing, kinds]);
  const at = sectors.findIndex(({ sector }) => sector === selected);
  const lit = sectors[at];
  const litDots = useMemo(() => lit && drawDots(drawing, [lit], kinds), [drawing, lit, kinds]);
  const [focus, rim] = [radii[0]!, radii[5]!];
  const beam = Math.min(step, widestBeam);
  const markSize = Math.max(2.2, Math.min(5, ((step * Math.PI) / 360) * rim));

  const labels = labelsOf(drawing, size, selected, findingsOf);

  const move = (event: KeyboardEvent) => {
    const next = nextPlace(event.key, at, drawing);
    if (event.key === "Enter" && lit) onOpen(lit.sector);
    else if (next === undefined) return;
    else if (sectors[next]) onSelect(sectors[next].sector);
    event.preventDefault();
  };

  return (
    <>
      <svg
        width={size.width}
        height={size.height}
        role="listbox"
        tabIndex={0}
        aria-label={label}
        aria-describedby={describedBy}
        aria-activedescendant={lit && `${id}-${at}`}
        onKeyDown={move}
        className="block outline-none [&:focus-visible_.beam]:stroke-focus [&:focus-visible_.beam]:[stroke-width:2.5px]"
      >
        <g aria-hidden>
          {drawing.groups.map(({ group, from, to }) => (
            <g key={group.key} className="stroke-lens-line" strokeWidth={0.75}>
              {rings.map(({ level }) => (
                <path key={level} d={ringPart(center, bandOf(radii, level), from, to)} className={grounds[level]} />
              ))}
            </g>
          ))}
          {step > 8 &&
            sectors.map(({ from }, place) => {
              const [a, b] = [pointAt(center, focus, from), pointAt(center, rim, from)];
              return (
                <path
                  key={place}
                  d={`M${a[0]} ${a[1]}L${b[0]} ${b[1]}`}
                  className="stroke-lens-line"
                  strokeWidth={0.75}
                />
              );
            })}
          <RingNames drawing={drawing} />
          <Leaders labels={labels} />
          <GroupNames id={id} drawing={drawing} />
          {lit && (
            <path
              d={ringPart(center, [focus - 8, rim + 26], -beam / 2, beam / 2)}
              style={
                {
                  transform: `translate(${center[0]}px, ${center[1]}px) rotate(${lit.middle}deg) translate(${-center[0]}px, ${-center[1]}px)`,
                } as CSSProperties
              }
              className="beam dur-3 fill-beam/36 stroke-beam-line transition-transform ease-out forced-colors:stroke-[Highlight] forced-colors:[stroke-width:3px]"
              strokeWidth={0.9}
            />
          )}
          <path d={dots.filled} className="stroke-lens-dot" strokeWidth={2 * dot} strokeLinecap="round" fill="none" />
          <path d={dots.open} className="fill-surface/0 stroke-lens-dot" strokeWidth={Math.max(0.8, dot * 0.42)} />
          {litDots && (
            <>
              <path d={litDots.filled} className="stroke-ink" strokeWidth={2 * dot} strokeLinecap="round" fill="none" />
              <path d={litDots.open} className="stroke-ink" fill="none" strokeWidth={Math.max(0.8, dot * 0.42)} />
            </>
          )}
          {sectors.map(({ sector, middle }, place) => (
            <RimMark
              key={place}
              at={pointAt(center, rim + 10, middle)}
              size={markSize}
              tick={[pointAt(center, rim + 5, middle), pointAt(center, rim + 8, middle)]}
              severity={worstOf(sector, findingsOf)?.severity}
              isUnread={sector.customers.some(({ isPartlyRead }) => isPartlyRead)}
            />
          ))}
          <circle cx={center[0]} cy={center[1]} r={focus - 8} className="fill-surface stroke-lens-line" />
          <text
            x={center[0]}
            y={center[1] + 1}
            textAnchor="middle"
            className="fill-ink text-xl font-[420] tracking-[-0.02em]"
          >
            {formatCount(total)}
          </text>
          <text x={center[0]} y={center[1] + 16} textAnchor="middle" className="fill-ink-2 text-xs">
            roles held
          </text>
        </g>
        {drawing.groups.map(({ group, sectors: own }) => (
          <g key={group.key} role="group" aria-label={`${groupName(group)}, ${formatCount(group.customers)}`}>
            {own.map((placed) => {
              const place = sectors.indexOf(placed);
              return (
                <path
                  key={place}
                  id={`${id}-${place}`}
                  role="option"
                  aria-selected={place === at}
                  aria-label={sectorWords(placed.sector, findingsOf)}
                  d={ringPart(center, [focus - 8, rim + 22], placed.from, placed.to)}
                  className="cursor-pointer fill-transparent hover:fill-beam/14"
                  onClick={() => onSelect(placed.sector)}
                  onDoubleClick={() => onOpen(placed.sector)}
                />
              );
            })}
          </g>
        ))}
      </svg>
      <LensLabels labels={labels} size={size} selected={selected} findingsOf={findingsOf} onSelect={onSelect} />
    </>
  );
}

const clockwise: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Where a key moves the beam to; undefined for other keys. */
function nextPlace(key: string, at: number, { sectors, groups }: LensDrawing): number | undefined {
  const count = sectors.length;
  const by = clockwise[key];
  if (by !== undefined) return (Math.max(0, at) + by + count) % count;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  if (key !== "PageDown" && key !== "PageUp") return undefined;
  const starts = groups.map((group) => sectors.indexOf(group.sectors[0]!));
  return key === "PageDown"
    ? (starts.find((start) => start > at) ?? 0)
    : (starts.findLast((start) => start < at) ?? starts.at(-1));
}

const widestName = 38;

/** In the cut at twelve o'clock, each in its ring. */
const RingNames = ({ drawing: { center, radii } }: { drawing: LensDrawing }) =>
  rings.map(({ level }) => {
    const [inner, outer] = bandOf(radii, level);
    const isNarrow = outer - inner < 14;
    // Near the focus the cut is narrower than a name.
    const radius = Math.max((inner + outer) / 2, Math.min(outer - 9, radiusOfCut(widestName)));
    return (
      <text
        key={level}
        x={center[0]}
        y={center[1] - radius + 3.5}
        textAnchor="middle"
        className={classNames("fill-ink-2 font-stretch-[92%]", isNarrow ? "text-[8px]" : "text-2xs")}
      >
        {privilegeName(level)}
      </text>
    );
  });
