import { ringRadii } from "./lens/geometry";

const radii = ringRadii(2.4, 11);

/** One ring of the lens: 5 at the focus, 1 at the rim. */
export function RingMark({ level }: { level: number }) {
  const [inner, outer] = [radii[5 - level]!, radii[6 - level]!];
  return (
    <svg width={24} height={24} viewBox="-12 -12 24 24" aria-hidden fill="none" className="shrink-0">
      <circle r={11} className="fill-lens-4" />
      <circle r={(inner + outer) / 2} strokeWidth={Math.max(1.8, outer - inner)} className="stroke-ink" />
    </svg>
  );
}
