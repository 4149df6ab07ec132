/** The mark: a lens from the side, with its beam. */
export function Logo({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden fill="none">
      <g stroke="currentColor" strokeWidth={1.7}>
        <path d="M20.95 6.83A10.35 10.35 0 1 0 20.95 17.17" />
        <path d="M17.85 8.62A6.75 6.75 0 1 0 17.85 15.38" />
      </g>
      <path d="M12 12 23.6 5.3A13.4 13.4 0 0 1 23.6 18.7Z" className="fill-beam" />
      <circle cx={12} cy={12} r={2.9} fill="currentColor" />
    </svg>
  );
}
