import type { ReactNode } from "react";
import { formatCount } from "@/lib/format";
import { Unknown } from "./ago";

/**
 * A count in a column: zero is a quiet dot that assistive technology reads as 0, what could not be seen is "?". A function,
 * not a component: a table draws dozens in every frame that scrolls.
 */
export function count(value: number | undefined, unknown = "Could not be read"): ReactNode {
  if (value === undefined) return <Unknown what={unknown} />;
  if (value !== 0) return formatCount(value);
  return (
    <span role="img" aria-label="0" className="text-ink-off">
      ·
    </span>
  );
}

/** The same in a word. */
export const countText = (value: number | undefined): string =>
  value === undefined ? "?" : value === 0 ? "·" : formatCount(value);
