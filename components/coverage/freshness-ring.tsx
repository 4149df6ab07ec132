const radius = 6;
const around = 2 * Math.PI * radius;

type Props = { share: number; isReading: boolean };

/** A ring that closes as answers come in; what could not be read stays in another colour. Always beside words that say so. */
export function FreshnessRing({ share, isReading }: Props) {
  const read = Math.max(0, Math.min(1, share));
  const gap = read < 1 ? 2 : 0;
  return (
    <svg width={15} height={15} viewBox="0 0 16 16" aria-hidden fill="none" className="-rotate-90">
      <circle cx={8} cy={8} r={radius} strokeWidth={2} className="stroke-line-2" />
      <circle
        cx={8}
        cy={8}
        r={radius}
        strokeWidth={2}
        strokeDasharray={`${Math.max(0, around * read - gap)} ${around}`}
        className="stroke-ok"
      />
      {read < 1 && !isReading && (
        <circle
          cx={8}
          cy={8}
          r={radius}
          strokeWidth={2}
          strokeDasharray={`${Math.max(1, around * (1 - read) - gap)} ${around}`}
          strokeDashoffset={-around * read}
          className="stroke-stale"
        />
      )}
      <circle cx={8} cy={8} r={1.6} className="fill-ink-3" />
    </svg>
  );
}
