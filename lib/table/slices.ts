/** How long a slice may hold the thread, in milliseconds: half a frame. */
const longestSlice = 8;

const now = () => performance.now();

/** Runs to the end in one go. */
export function finish<Result>(work: Generator<void, Result>): Result {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/**
 * Runs in slices, between which typing, scrolling and drawing have their turn. `urgent` takes every turn it gets, else only
 * idle time is used. Rejects with the signal's reason when it is aborted.
 */
export function runSliced<Result>(
  work: Generator<void, Result>,
  { signal, urgent = false }: { signal: AbortSignal; urgent?: boolean },
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const slice = (allowed: number) => {
      if (signal.aborted) return reject(signal.reason);
      const until = now() + Math.min(allowed, longestSlice);
      try {
        do {
          const { done, value } = work.next();
          if (done) return resolve(value);
        } while (now() < until);
      } catch (error) {
        return reject(error);
      }
      next();
    };
    const next = urgent ? () => soon(slice) : () => whenIdle(slice);
    next();
  });
}

const soon = (slice: (allowed: number) => void) => setTimeout(() => slice(longestSlice), 0);

const whenIdle = (slice: (allowed: number) => void) =>
  typeof requestIdleCallback === "function"
    ? requestIdleCallback((deadline) => slice(Math.max(1, deadline.timeRemaining())), { timeout: 1000 })
    : soon(slice);
