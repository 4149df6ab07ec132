import { ringRadii } from "./lens/geometry";

const radii = ringRadii(58, 260);
const facts = [88, 140, 110, 120, 120, 200, 180];

/** The page in its final geometry, without what it will say. */
export function OverviewSkeleton() {
  return (
    <div role="status" aria-busy="true" aria-label="Reading" className="flex min-h-0 flex-1 flex-col overflow-hidden">
      <div
        aria-hidden
        className="flex h-[62px] shrink-0 border-y border-line bg-surface max-xl:h-[124px] max-xl:flex-wrap max-sm:h-[248px]"
      >
        {facts.map((width, place) => (
          <span
            key={place}
            className="flex flex-col justify-center gap-2.5 border-r border-line px-5 max-xl:h-[62px] max-xl:grow max-sm:w-1/2"
          >
            <span className="block h-2 rounded-xs bg-press" style={{ width: width * 0.6 }} />
            <span className="block h-3.5 w-12 rounded-xs bg-press" />
          </span>
        ))}
      </div>
      <div
        aria-hidden
        className="grid grow place-items-center bg-surface max-sm:hidden xl:mr-[25.5rem] xl:border-r xl:border-line-2"
      >
        <svg width={540} height={540} viewBox="-270 -270 540 540" fill="none" className="stroke-lens-line">
          {radii.map((radius) => (
            <circle key={radius} r={radius} />
          ))}
        </svg>
      </div>
    </div>
  );
}
