import type { Coverage } from "@/lib/domain/coverage";

/** How long, in milliseconds, what was read counts as current. */
export const freshFor = 15 * 60_000;

/** It was read to its end, and lately. */
export const isFresh = ({ finishedAt }: Coverage, now: number): boolean =>
  finishedAt !== undefined && finishedAt > now - freshFor;
