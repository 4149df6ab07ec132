import { AzureError } from "../errors";
import type { ServiceClient } from "../service-client";

export type OperationState<Result> = Readonly<{
  status: "running" | "succeeded" | "failed" | "canceled";
  error?: AzureError;
  result?: Result;
}>;

/** The shape of the SDK's pollers. `pollUntilDone` rejects with the error of a failed operation. */
export type Poller<Result> = Readonly<{
  poll: (options?: { abortSignal?: AbortSignal }) => Promise<void>;
  pollUntilDone: (options?: { abortSignal?: AbortSignal }) => Promise<Result>;
  onProgress: (callback: (state: OperationState<Result>) => void) => () => void;
  isDone: () => boolean;
  getOperationState: () => OperationState<Result>;
  getResult: () => Result | undefined;
}>;

/** What one look at an operation found; `afterMs` is when Azure wants the next, if it said so. */
export type Look<Result> =
  Readonly<{ done: true; result: Result }> | Readonly<{ done: false; afterMs: number | undefined }>;

const patienceMs = 15 * 60_000;

export function createPoller<Result>(
  first: Look<Result>,
  look: (signal: AbortSignal | undefined) => Promise<Look<Result>>,
  { clock, pause }: ServiceClient,
): Poller<Result> {
  const listeners = new Set<(state: OperationState<Result>) => void>();
  const startedAt = clock.now();
  let state: OperationState<Result> = { status: "running" };
  let afterMs: number | undefined;
  let looks = 0;

  const take = (found: Look<Result>) => {
    if (found.done) state = { status: "succeeded", result: found.result };
    else afterMs = found.afterMs;
    listeners.forEach((listener) => listener(state));
  };
  take(first);

  const poll = async ({ abortSignal }: { abortSignal?: AbortSignal } = {}) => {
    if (state.status !== "running") return;
    looks += 1;
    try {
      take(await look(abortSignal));
    } catch (error) {
      if (!(error instanceof AzureError) || error.kind !== "rejected") throw error;
      state = { status: error.code?.toLowerCase() === "canceled" ? "canceled" : "failed", error };
      listeners.forEach((listener) => listener(state));
    }
  };

  return {
    poll,
    async pollUntilDone(options = {}) {
      while (state.status === "running") {
        if (clock.now() - startedAt > patienceMs) throw tookTooLong();
        await pause(afterMs ?? Math.min(15_000, 2000 * 1.5 ** looks), options.abortSignal);
        await poll(options);
      }
      if (state.error) throw state.error;
      // Safe: a state that succeeded was set together with its result.
      return state.result as Result;
    },
    onProgress(callback) {
      listeners.add(callback);
      return () => void listeners.delete(callback);
    },
    isDone: () => state.status !== "running",
    getOperationState: () => state,
    getResult: () => state.result,
  };
}

const tookTooLong = () =>
  new AzureError({
    kind: "timedOut",
    service: "arm",
    message: "Azure accepted the operation and did not finish it within 15 minutes.",
    fix: "It may still end well: look at the delegation again later.",
  });
