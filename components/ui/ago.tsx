"use client";

import { useSyncExternalStore } from "react";
import { clockNow, subscribeClock } from "@/lib/clock";
import { formatAgo, formatMoment } from "@/lib/format";

/** "12 min ago", with the moment itself on hover; "?" where nobody tells when. */
export function Ago({ at }: { at: number | undefined }) {
  const now = useSyncExternalStore(subscribeClock, clockNow, clockNow);
  if (at === undefined) return <Unknown what="Azure does not tell when" />;
  return (
    <time dateTime={new Date(at).toISOString()} title={formatMoment(at)}>
      {formatAgo(at, Math.max(now, at))}
    </time>
  );
}

/** What could not be seen. It never reads as none. */
export function Unknown({ what }: { what: string }) {
  return (
    <span title={what} className="text-ink-3">
      <span aria-hidden>?</span>
      <span className="sr-only">{what}</span>
    </span>
  );
}
