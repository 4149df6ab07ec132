import type { Coverage } from "@/lib/domain/coverage";
import { freshFor } from "./freshness";

const firstRetry = 60_000;

/**
 * When to read again by itself, in milliseconds since the epoch; undefined while a reading is under way. What was read whole
 * is read again when it no longer counts as current; what failed, sooner, and after each failure in a row later.
 */
export function nextReading({ finishedAt, sources }: Coverage, failures: number): number | undefined {
  if (finishedAt === undefined) return undefined;
  if (!isFailed(sources)) return finishedAt + freshFor;
  return finishedAt + Math.min(freshFor, firstRetry * 2 ** Math.max(0, failures - 1));
}

/** The delegations could not be read, wholly or in part, for a reason that may pass. What is not permitted stays so. */
export const isFailed = ({ assignments }: Coverage["sources"]): boolean =>
  assignments.state === "failed" || assignments.state === "throttled";
