import type { Coverage } from "@/lib/domain/coverage";

/** How long, in milliseconds, what was read counts as current. */
export const freshFor = 15 * 60_000;

/** It was read to its end, and lately. */
export const isFresh = ({ finishedAt }: Coverage, now: number): boolean =>
  finishedAt !== undefined && finishedAt > now - freshFor;

/** How long, in milliseconds, somebody must have been away for a visit to be another. */
const absence = 4 * 60 * 60_000;

/** Nothing was read for so long that whoever comes is back, and has not only reloaded the page. */
export const isAnotherVisit = (readAt: number | undefined, now: number): boolean =>
  readAt !== undefined && now - readAt >= absence;
