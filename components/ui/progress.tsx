type Props = { label: string; value: number; total: number | undefined };

/** How much has been read; without a total it says only that something is under way. */
export function Progress({ label, value, total }: Props) {
  const share = total ? Math.min(100, (100 * value) / total) : 0;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuenow={total === undefined ? undefined : Math.min(value, total)}
      aria-valuemax={total}
      className="h-[3px] shrink-0 overflow-hidden bg-press"
    >
      <div className="h-full bg-beam-line forced-colors:bg-[Highlight]" style={{ width: `${share}%` }} />
    </div>
  );
}
