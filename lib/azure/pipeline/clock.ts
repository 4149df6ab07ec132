import type { PipelineRequest } from "@azure/core-rest-pipeline";

/** Rejects with the signal's reason as soon as it is aborted. */
export type Wait = (ms: number, signal?: AbortSignal) => Promise<void>;

/** All that the pipeline knows of time and chance, so that a test can own both. Times are milliseconds. */
export type Clock = Readonly<{ now: () => number; wait: Wait; random: () => number }>;

export const wait: Wait = (ms, signal) =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const timer = setTimeout(() => {
      forget();
      resolve();
    }, ms);
    const forget = onAbort(signal, () => {
      clearTimeout(timer);
      reject(signal?.reason);
    });
  });

/** The promise's outcome, or the signal's reason if that comes first, whatever the promise does about it. */
export const orAborted = <T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> =>
  !signal
    ? promise
    : new Promise((resolve, reject) => {
        if (signal.aborted) reject(signal.reason);
        const forget = onAbort(signal, () => reject(signal.reason));
        promise.then(resolve, reject).finally(forget);
      });

const callbacks = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls back once when the signal is aborted; the function it returns takes that back. A load may have hundreds of calls
 * under one signal, which gets one listener for all of them: Node takes more than ten for a leak, and says so.
 */
export function onAbort(signal: AbortSignal | undefined, callback: () => void): () => void {
  if (!signal || signal.aborted) return () => undefined;
  const all = callbacks.get(signal) ?? listenTo(signal);
  const own = () => callback();
  all.add(own);
  return () => void all.delete(own);
}

function listenTo(signal: AbortSignal): Set<() => void> {
  const all = new Set<() => void>();
  callbacks.set(signal, all);
  signal.addEventListener("abort", () => all.forEach((callback) => callback()), { once: true });
  return all;
}

/** The pipeline's type is wider than what it is ever given: our callers pass native signals. */
export const signalOf = ({ abortSignal }: PipelineRequest) => abortSignal as AbortSignal | undefined;
