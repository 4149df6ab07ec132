import { formatCount } from "@/lib/format";
import { Unknown } from "./ago";

/** A count in a column: zero is a quiet dot that assistive technology reads as 0, what could not be seen is "?". */
export function Count({ value, unknown = "Could not be read" }: { value: number | undefined; unknown?: string }) {
  if (value === undefined) return <Unknown what={unknown} />;
  if (value !== 0) return formatCount(value);
  return (
    <span role="img" aria-label="0" className="text-ink-off">
      ·
    </span>
  );
}
