import type { Clock } from "@/lib/azure/pipeline/clock";

/** Snapshots are shown at once at first and then this often at most, in milliseconds. */
const rhythm = 250;
/** Where showing takes long, this part of the time goes into it, so that a slow machine gets on with reading. */
const share = 1 / 4;
const longestPause = 1000;

/**
 * Calls `publish` on the first change and at most every 250 ms after it, less often where showing takes long; the last
 * change is never left out. A change that is urgent does not wait. `stop` forgets a publication that is due.
 */
export function createPublisher(publish: () => void, { now, wait }: Pick<Clock, "now" | "wait">) {
  let last = -Infinity;
  let pause = rhythm;
  let due: AbortController | undefined;

  const stop = () => {
    due?.abort();
    due = undefined;
  };
  const publishNow = () => {
    stop();
    const began = now();
    last = began;
    publish();
    // Screens draw by a timer that `publish` sets: one that is set after it says how long they took.
    wait(0).then(
      () => (pause = Math.min(longestPause, Math.max(rhythm, (now() - began) / share))),
      () => undefined,
    );
  };
  const publishIn = (ms: number) => {
    const alarm = new AbortController();
    due = alarm;
    wait(ms, alarm.signal).then(
      () => {
        if (due === alarm) publishWhenDue();
      },
      () => undefined,
    );
  };

  const publishWhenDue = () => {
    const ms = last + pause - now();
    if (ms <= 0) publishNow();
    else publishIn(ms);
  };

  return {
    stop,
    changed(isUrgent = false) {
      if (isUrgent) publishNow();
      else if (!due) publishWhenDue();
    },
  };
}
