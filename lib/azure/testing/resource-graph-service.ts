import type { Deed, Seen } from "./scripted";
import type { Clock } from "../pipeline/clock";

type Options = {
  clock: () => Clock;
  rows: number;
  quota?: { queries: number; windowMs: number };
  /** Whether answers carry the headers that tell the quota, and Retry-After. */
  tells?: boolean;
  /** Requests that another tool of the same person makes at each start of a window. */
  others?: number;
  /** Takes the place of an answer that the quota would have allowed. */
  chance?: (seen: Seen) => Deed | undefined;
  row?: (index: number) => unknown;
};

/** Resource Graph as documented: rows in order, pages by $skip and $top, a quota in fixed windows. */
export function resourceGraphService({
  clock,
  rows,
  quota,
  tells = false,
  others = 0,
  chance,
  row = plainRow,
}: Options) {
  const counts = { answered: 0, refused: 0, early: 0 };
  let window = { from: -Infinity, used: 0 };
  const closed: { from: number; until: number }[] = [];

  const serve = (seen: Seen): Deed => {
    const now = clock().now();
    if (closed.some(({ from, until }) => seen.at >= from && seen.at < until)) counts.early += 1;
    if (quota && now >= window.from + quota.windowMs) window = { from: now, used: others };
    const resetsMs = quota ? window.from + quota.windowMs - now : 0;
    if (quota && window.used >= quota.queries) {
      counts.refused += 1;
      const retryAfter = Math.ceil(resetsMs / 1000);
      // The one who asks learns of it when the answer has come all the way.
      if (tells) closed.push({ from: now + (now - seen.at), until: now + retryAfter * 1000 });
      return {
        status: 429,
        headers: tells ? { "retry-after": String(retryAfter) } : {},
        body: { error: { code: "RateLimiting" } },
      };
    }
    window.used += 1;
    const instead = chance?.(seen);
    if (instead !== undefined) return instead;
    counts.answered += 1;
    const { $skip, $top } = optionsOf(seen);
    const data = Array.from({ length: Math.max(0, Math.min($top, rows - $skip)) }, (_, index) => row($skip + index));
    return {
      headers: tells
        ? {
            "x-ms-user-quota-remaining": String((quota?.queries ?? 15) - window.used),
            "x-ms-user-quota-resets-after": `00:00:${String(Math.floor(resetsMs / 1000)).padStart(2, "0")}`,
          }
        : {},
      body: { totalRecords: rows, count: data.length, resultTruncated: "false", facets: [], data },
    };
  };
  return { serve, counts };
}

export const plainRow = (index: number) => ({ id: `/row/${String(index).padStart(7, "0")}`, n: index });

export function optionsOf({ body }: Seen): { $skip: number; $top: number } {
  const { options } = body as { options: { $skip: number; $top: number } };
  return options;
}
