/** A service that allows so many requests in a window of time, and may or may not say how many are left. */
export type QuotaRule = Readonly<{ requests: number; windowMs: number }>;

export type Quota = ReturnType<typeof createQuota>;

/**
 * Keeps the count of a quota. Where the service's own figures are readable they rule; otherwise a request counts until
 * a window after its answer, which holds for fixed and for sliding windows. A refusal (somebody else uses the quota
 * too) lowers what is tried; clean windows raise it again, ever more carefully after each raise that failed.
 */
export function createQuota({ requests, windowMs }: QuotaRule) {
  let limit = requests;
  let answered: number[] = [];
  let told: { until: number; remaining: number } | undefined;
  let cleanSince = 0;
  let cleanWindows = 2;
  let step = 1;
  let isTrying = false;

  const forget = (now: number) => {
    answered = answered.filter((at) => at + windowMs > now);
    if (told && told.until <= now) told = undefined;
    if (limit < requests && now >= cleanSince + cleanWindows * windowMs) {
      if (isTrying) cleanWindows = 2;
      limit = Math.min(requests, limit + step);
      step *= 2;
      cleanSince = now;
      isTrying = true;
    }
  };

  return {
    /** Whether the service says by itself how much is left. */
    isTold: (now: number) => told !== undefined && told.until > now,

    used: (now: number) => answered.filter((at) => at + windowMs > now).length,

    /** When the next request may start: now, later, or Infinity if first one of those in flight must be answered. */
    startsAt(now: number, inFlight: number): number {
      forget(now);
      if (told) return told.remaining > inFlight ? now : told.until;
      const excess = inFlight + answered.length + 1 - limit;
      if (excess <= 0) return now;
      return excess > answered.length ? Infinity : (answered[excess - 1] ?? 0) + windowMs;
    },

    answered: (now: number) => void answered.push(now),

    /** The service's own figures: the answers of one window come in any order, and the lowest is the truth. */
    told(now: number, remaining: number, resetsAfterMs: number) {
      const until = now + resetsAfterMs;
      const isSameWindow = told !== undefined && told.until > now && until < told.until + windowMs / 2;
      told =
        isSameWindow && told
          ? { until: told.until, remaining: Math.min(told.remaining, remaining) }
          : { until, remaining };
    },

    refused(now: number) {
      if (told && told.until > now) {
        told.remaining = 0;
        return;
      }
      const used = answered.filter((at) => at + windowMs > now).length;
      limit = Math.max(1, Math.min(limit, Math.max(used, Math.floor(limit / 2))));
      if (isTrying) cleanWindows = Math.min(8, cleanWindows * 2);
      isTrying = false;
      step = 1;
      cleanSince = now;
    },
  };
}
