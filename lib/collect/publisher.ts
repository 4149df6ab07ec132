import type { Clock } from "@/lib/azure/pipeline/clock";

/** Snapshots are shown at once at first and then this often at most, in milliseconds. */
const rhythm = 250;

/**
 * Calls `publish` on the first change and at most every 250 ms after it; the last change is never left out. A change that
 * is urgent does not wait. `stop` forgets a publication that is due.
 */
export function createPublisher(publish: () => void, { now, wait }: Pick<Clock, "now" | "wait">) {
  let last = -Infinity;
  let due: AbortController | undefined;

  const stop = () => {
    due?.abort();
    due = undefined;
  };
  const publishNow = () => {
    stop();
    last = now();
    publish();
  };
  const publishIn = (ms: number) => {
    const alarm = new AbortController();
    due = alarm;
    wait(ms, alarm.signal).then(
      () => due === alarm && publishNow(),
      () => undefined,
    );
  };

  return {
    stop,
    changed(isUrgent = false) {
      const ms = last + rhythm - now();
      if (isUrgent || ms <= 0) publishNow();
      else if (!due) publishIn(ms);
    },
  };
}
