const radii = [11.9, 16.1, 19.4, 22.2, 24.7, 27];

/** A small lens with its beam: where nothing has been measured yet. */
export function LensMark() {
  return (
    <svg width={56} height={56} viewBox="0 0 56 56" aria-hidden fill="none">
      {radii.map((radius) => (
        <circle key={radius} cx={28} cy={28} r={radius} className="stroke-lens-line" />
      ))}
      <path d="M28 28 54.5 19A27 27 0 0 1 54.5 37Z" className="fill-beam" opacity={0.9} />
      <circle cx={28} cy={28} r={5} className="fill-ink-2" />
    </svg>
  );
}
