/** Snapshots are shown at once at first and then this often at most, in milliseconds. */
const rhythm = 250;

/**
 * Calls `publish` on the first change and at most every 250 ms after it; the last change is never left out. A change that
 * is urgent does not wait. `stop` forgets a publication that is due.
 */
export function createPublisher(publish: () => void, now: () => number) {
  let last = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const publishNow = () => {
    stop();
    last = now();
    publish();
  };

  return {
    stop,
    changed(isUrgent = false) {
      const wait = last + rhythm - now();
      if (isUrgent || wait <= 0) publishNow();
      else timer ??= setTimeout(publishNow, wait);
    },
  };
}
