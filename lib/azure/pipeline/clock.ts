import type { PipelineRequest } from "@azure/core-rest-pipeline";

/** Rejects with the signal's reason as soon as it is aborted. */
export type Wait = (ms: number, signal?: AbortSignal) => Promise<void>;

/** All that the pipeline knows of time and chance, so that a test can own both. Times are milliseconds. */
export type Clock = Readonly<{ now: () => number; wait: Wait; random: () => number }>;

export const wait: Wait = (ms, signal) =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, ms);
    signal?.addEventListener("abort", stop, { once: true });
  });

/** The promise's outcome, or the signal's reason if that comes first, whatever the promise does about it. */
export const orAborted = <T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> =>
  !signal
    ? promise
    : new Promise((resolve, reject) => {
        const stop = () => reject(signal.reason);
        if (signal.aborted) stop();
        signal.addEventListener("abort", stop, { once: true });
        promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
      });

/** The pipeline's type is wider than what it is ever given: our callers pass native signals. */
export const signalOf = ({ abortSignal }: PipelineRequest) => abortSignal as AbortSignal | undefined;
