import type { Clock } from "@/lib/azure/pipeline/clock";
import { drawn } from "./drawn";

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
  let resting: AbortController | undefined;
  let isDue = false;

  const stop = () => {
    resting?.abort();
    resting = undefined;
    isDue = false;
  };
  const publishNow = () => {
    stop();
    const rest = (resting = new AbortController());
    const began = now();
    publish();
    restAfter(began, rest.signal).then(
      () => {
        if (resting !== rest) return;
        resting = undefined;
        if (isDue) publishNow();
      },
      () => undefined,
    );
  };
  const restAfter = async (began: number, signal: AbortSignal) => {
    // A snapshot that came before the last was drawn would throw that away, and a busy machine would never show any.
    await (drawn(longestPause) ?? wait(0));
    const took = now() - began;
    await wait(Math.min(longestPause, Math.max(rhythm, took / share)) - took, signal);
  };

  return {
    stop,
    changed(isUrgent = false) {
      if (isUrgent || !resting) publishNow();
      else isDue = true;
    },
  };
}
