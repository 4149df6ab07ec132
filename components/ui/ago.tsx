"use client";

import { createContext, useContext, type ReactNode } from "react";
import { formatAgo, formatDate, formatMoment, formatMomentWithUtc } from "@/lib/format";
import { useNow } from "./use-now";

const StopsContext = createContext(false);

/** Where times are few and told at length: each is a stop of the Tab key then, and says with the focus what it says on hover. */
export const MomentStops = ({ children }: { children: ReactNode }) => (
  <StopsContext value={true}>{children}</StopsContext>
);

type MomentProps = { at: number; children?: ReactNode; "data-print"?: string };

/** A time in the person's zone, in other words if some are given; on hover the moment itself, in UTC as well. */
export function Moment({ at, children = formatMoment(at), ...rest }: MomentProps) {
  const isStop = useContext(StopsContext);
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={formatMomentWithUtc(at)}
      tabIndex={isStop ? 0 : undefined}
      className={isStop ? "moment" : undefined}
      {...rest}
    >
      {children}
    </time>
  );
}

/** "12 min ago"; "?" where nobody tells when. */
export function Ago({ at }: { at: number | undefined }) {
  const now = useNow();
  if (at === undefined) return <Unknown what="Azure does not tell when" />;
  return (
    <Moment at={at} data-print={formatDate(at)}>
      {formatAgo(at, Math.max(now, at))}
    </Moment>
  );
}

/** The same without an element of its own, for rows. */
export const agoText = (at: number | undefined, now: number) =>
  at === undefined ? <Unknown what="Azure does not tell when" /> : formatAgo(at, Math.max(now, at));

/** The same in a word. */
export const agoWord = (at: number | undefined, now: number): string =>
  at === undefined ? "?" : formatAgo(at, Math.max(now, at));

export const momentTitle = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : formatMomentWithUtc(at);

/** What could not be seen. It never reads as none. */
export function Unknown({ what }: { what: string }) {
  return (
    <span title={what} className="text-ink-3">
      <span aria-hidden>?</span>
      <span className="sr-only">{what}</span>
    </span>
  );
}
