import type { Severity } from "@/lib/domain/findings/severity";
import type { Point } from "./geometry";

type Props = {
  at: Point;
  /** Half of what the mark is high. */ size: number;
  tick: readonly [Point, Point];
  severity: Severity | undefined;
  isUnread: boolean;
};

/** What stands at the rim of a customer: its worst finding where it is critical or high, "?" where something was not read. */
export function RimMark({ at: [x, y], size, tick: [from, to], severity, isUnread }: Props) {
  if (severity === "critical")
    return (
      <path
        d={`M${x} ${y - size}l${size} ${size} ${-size} ${size} ${-size} ${-size}Z`}
        className="fill-sev-critical forced-colors:fill-[CanvasText]"
      />
    );
  if (severity === "high")
    return (
      <path
        d={`M${x - size * 0.8} ${y + size * 0.8}v${-size}l${size * 0.8} ${-size * 0.7} ${size * 0.8} ${size * 0.7}v${size}Z`}
        className="fill-sev-high forced-colors:fill-[CanvasText]"
      />
    );
  if (isUnread)
    return (
      <text x={x} y={y + 3.5} textAnchor="middle" className="fill-stale-text text-2xs font-[620]">
        ?
      </text>
    );
  return <path d={`M${from[0]} ${from[1]}L${to[0]} ${to[1]}`} className="stroke-line-2" />;
}
