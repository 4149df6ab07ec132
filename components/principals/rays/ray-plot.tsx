"use client";

import { useMemo, useRef } from "react";
import { principalIcon } from "@/components/principals/principal-icon";
import { nameText } from "@/components/principals/principal-words";
import { grantMark } from "@/components/ui/grant-mark";
import type { ReachedRow } from "@/lib/domain/access/reached-rows";
import { formatCount, formatCounted } from "@/lib/format";
import { leaves, lensesOf, roomFor } from "./ray-geometry";
import { useRowPlaces } from "./use-row-places";

const width = 360;
const personX = 38;
const lensX = 214;
const bend = 350;

// Words stay legible where a path crosses them.
const halo = "0 0 3px var(--canvas), 0 0 3px var(--canvas), 0 0 5px var(--canvas), 0 0 6px var(--canvas)";

type Props = { initials: string; rows: readonly ReachedRow[] };

/**
 * From the principal over what names it or its groups to the rows of the table beside it, which says all of this in words.
 * Solid is standing, dashed has to be activated. Only rows in view have rays.
 */
export function RayPlot({ initials, rows }: Props) {
  const plot = useRef<HTMLDivElement>(null);
  const { height, rows: places, hot } = useRowPlaces(plot);
  const { paths, byCustomer } = useMemo(() => pathsOf(rows), [rows]);
  const shown = paths.slice(0, roomFor(height));
  const lenses = height > 0 ? lensesOf(shown, height) : [];
  const personY = height / 2;
  const inView = [...places].flatMap(([customer, y]) => {
    const row = byCustomer.get(customer);
    return row ? [{ row, customer, y }] : [];
  });

  return (
    <div
      ref={plot}
      aria-hidden
      className="pointer-events-none relative w-[360px] shrink-0 overflow-hidden border-r border-line bg-canvas max-[1180px]:hidden forced-colors:hidden"
    >
      <svg width={width} height={height} viewBox={`0 0 ${width} ${Math.max(1, height)}`} className="block" fill="none">
        {lenses.map(({ id, isDirect, top, height: tall }) => (
          <path
            key={id}
            d={`M${personX} ${personY}L${lensX} ${top}V${top + tall}Z`}
            className={isDirect ? "fill-beam" : "fill-ink"}
            opacity={isDirect ? 0.26 : 0.055}
          />
        ))}
        {lenses.map((lens) => {
          const own = inView.filter(({ row }) => row.through.some(({ id }) => id === lens.id));
          own.sort((one, other) => one.y - other.y);
          return own.map(({ row, customer, y }, at) => (
            <path
              key={`${lens.id} ${customer}`}
              d={`M${lensX + 5} ${leaves(lens, at, own.length)}L${bend} ${y}H${width}`}
              className={hot === customer ? "stroke-beam-line" : "stroke-ink-3"}
              strokeWidth={hot === customer ? 1.6 : 0.9}
              opacity={hot === customer ? 1 : 0.62}
              strokeDasharray={row.through.find(({ id }) => id === lens.id)?.isEligibleOnly ? "4 3" : undefined}
            />
          ));
        })}
        {inView.map(({ customer, y }) => (
          <circle
            key={customer}
            cx={width - 4}
            cy={y}
            r={2.4}
            className={hot === customer ? "fill-beam-line" : "fill-ink-3"}
          />
        ))}
        {lenses.map(({ id, isDirect, top, height: tall }) => (
          <path
            key={id}
            d={`M${lensX} ${top}Q${lensX + 9} ${top + tall / 2} ${lensX} ${top + tall}Q${lensX - 9} ${top + tall / 2} ${lensX} ${top}Z`}
            className={isDirect ? "fill-beam stroke-beam-line" : "fill-priv-2 stroke-priv-4"}
          />
        ))}
        <circle cx={personX} cy={personY} r={17} className="fill-surface stroke-ink-2" strokeWidth={1.25} />
        <circle cx={personX} cy={personY} r={13} className="stroke-line-2" />
        <text x={personX} y={personY + 3.5} textAnchor="middle" className="fill-ink text-2xs font-[620]">
          {initials}
        </text>
      </svg>
      {lenses.map(({ id, top }, at) => (
        <PathLabel key={id} path={shown[at]!} top={top - 38} />
      ))}
      {paths.length > shown.length && (
        <p className="absolute bottom-1.5 left-5 text-sm text-ink-3">
          {formatCounted(paths.length - shown.length, "more group")}, in the table
        </p>
      )}
    </div>
  );
}

function PathLabel({ path, top }: { path: Path; top: number }) {
  return (
    <div className="absolute w-[180px] text-right leading-[17px]" style={{ top, left: lensX - 172, textShadow: halo }}>
      <div className="truncate font-[560]">
        {principalIcon(path.isDirect ? "user" : "group")}
        <bdi>{path.isDirect ? "Named directly" : path.name}</bdi>
      </div>
      <div className="text-sm text-ink-2">
        {path.standing > 0 && (
          <>
            {grantMark("standing")}
            {formatCount(path.standing)}{" "}
          </>
        )}
        {path.customers > path.standing && (
          <>
            {grantMark("eligible")}
            {formatCount(path.customers - path.standing)}{" "}
          </>
        )}
        {path.customers === 1 ? "customer" : "customers"}
      </div>
    </div>
  );
}

type Path = { id: string; name: string; isDirect: boolean; customers: number; standing: number };

/** What names the principal itself comes first, since leaving a group does not end it; then the far-reaching groups. */
function pathsOf(rows: readonly ReachedRow[]) {
  const paths = new Map<string, Path>();
  for (const { through } of rows)
    for (const { id, name, isDirect, isEligibleOnly } of through) {
      let path = paths.get(id);
      if (!path) paths.set(id, (path = { id, name: nameText({ name, id }), isDirect, customers: 0, standing: 0 }));
      path.customers++;
      if (!isEligibleOnly) path.standing++;
    }
  const order = [...paths.values()].sort(
    (one, other) => Number(other.isDirect) - Number(one.isDirect) || other.customers - one.customers,
  );
  return { paths: order, byCustomer: new Map(rows.map((row) => [row.customer as string, row])) };
}
