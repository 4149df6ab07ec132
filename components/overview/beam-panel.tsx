import { count } from "@/components/ui/count";
import { foreignText } from "@/components/ui/foreign";
import { grantMark } from "@/components/ui/grant-mark";
import { Link } from "@/components/ui/link";
import { privilegeName } from "@/components/ui/privilege-mark";
import { countAt } from "@/lib/domain/overview/exposure";
import type { Sector } from "@/lib/domain/overview/sectors";
import { formatCount } from "@/lib/format";
import { paths } from "@/lib/paths";
import { notTold, rings } from "./privilege-words";
import { rolesHeld, sectorName } from "./sector-words";

/** What the beam is on: how many roles are held there, ring by ring. */
export function BeamPanel({ sector, onOpen }: { sector: Sector; onOpen: () => void }) {
  const { held, customers } = sector;
  const [first, ...rest] = customers;
  const { all, eligible } = rolesHeld(sector);
  return (
    <div className="absolute bottom-3.5 left-5 w-38 border-l-3 border-beam bg-surface/80 pl-2.5 forced-colors:border-[Highlight]">
      {rest.length === 0 ? (
        <Link
          href={paths.customer(first.customer)}

          className="flex min-h-6 items-center font-[620] hover:underline"
        >
          <bdi className="truncate">{foreignText(sectorName(sector))}</bdi>
        </Link>
      ) : (
        <button type="button" onClick={onOpen} className="flex min-h-6 items-center font-[620] hover:underline">
          {sectorName(sector)}
        </button>
      )}
      <p className="text-xs text-ink-2">
        {rest.length > 0 && "on average "}
        {formatCount(all)} {all === 1 ? "role" : "roles"} held{eligible > 0 && `, ${formatCount(eligible)} eligible`}
      </p>
      <dl className="mt-0.5 grid grid-cols-[1fr_auto_auto] gap-x-3 text-sm leading-[19px]">
        {rings.map(({ level }) => (
          <div key={level} className="contents">
            <dt className="text-ink-2">{privilegeName(level)}</dt>
            {(["standing", "eligible"] as const).map((kind) => (
              <dd key={kind} className={held[kind][level] ? "" : "text-ink-3"}>
                {grantMark(kind)}
                <span className="sr-only">{kind} </span>
                {count(countAt(held[kind], level), notTold)}
              </dd>
            ))}
          </div>
        ))}
      </dl>
      {customers.some(({ isPartlyRead }) => isPartlyRead) && (
        <p className="text-xs text-stale-text">Not everything could be read</p>
      )}
    </div>
  );
}
