import { onAbort, type Clock } from "../pipeline/clock";

/** Time that passes only when nothing else can happen, so that hours of waiting take no time and always the same turn. */
export function virtualClock(seed = 1) {
  let now = Date.UTC(2026, 10, 20);
  const timers = new Set<{ at: number; fire: () => void }>();
  let state = seed;

  const clock: Clock = {
    now: () => now,
    random() {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    },
    wait: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const fire = () => {
          forget();
          resolve();
        };
        const timer = { at: now + Math.max(0, ms), fire };
        timers.add(timer);
        const forget = onAbort(signal, () => {
          timers.delete(timer);
          reject(signal?.reason);
        });
      }),
  };

  /** Lets time pass until the promise has settled. */
  async function run<T>(promise: Promise<T>): Promise<T> {
    const settled = { yet: false };
    const done = () => (settled.yet = true);
    promise.then(done, done);
    for (let idle = 0; !settled.yet;) {
      await new Promise((resolve) => setImmediate(resolve));
      if (settled.yet) break;
      const next = [...timers].sort((one, other) => one.at - other.at)[0];
      if (next) {
        timers.delete(next);
        now = Math.max(now, next.at);
        next.fire();
        idle = 0;
      } else if (++idle > 200) throw new Error("Nothing is left to happen, and the promise has not settled.");
    }
    return promise;
  }

  /** Time jumps ahead, as it does for a machine that slept; what should have happened meanwhile happens now. */
  const sleep = (ms: number) => void (now += ms);

  return { clock, run, sleep, random: clock.random };
}
