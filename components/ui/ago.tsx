"use client";

import { formatAgo, formatMoment } from "@/lib/format";
import { useNow } from "./use-now";

/** "12 min ago", with the moment itself on hover; "?" where nobody tells when. */
export function Ago({ at }: { at: number | undefined }) {
  const now = useNow();
  if (at === undefined) return <Unknown what="Azure does not tell when" />;
  return (
    <time dateTime={new Date(at).toISOString()} title={formatMoment(at)}>
      {formatAgo(at, Math.max(now, at))}
    </time>
  );
}

/** The same without an element of its own, for rows. */
export const agoText = (at: number | undefined, now: number) =>
  at === undefined ? <Unknown what="Azure does not tell when" /> : formatAgo(at, Math.max(now, at));

export const momentTitle = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : formatMoment(at);

/** What could not be seen. It never reads as none. */
export function Unknown({ what }: { what: string }) {
  return (
    <span title={what} className="text-ink-3">
      <span aria-hidden>?</span>
      <span className="sr-only">{what}</span>
    </span>
  );
}
