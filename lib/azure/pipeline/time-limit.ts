import type { PipelinePolicy } from "@azure/core-rest-pipeline";
import { timedOut } from "../errors";
import type { ServiceName } from "../events";
import { onAbort, orAborted, signalOf, type Clock } from "./clock";

/** Ends a try that made no progress for so long. Each piece of the answer that arrives starts the time anew. */
export const timeLimit = (service: ServiceName, ms: number, clock: Clock): PipelinePolicy => ({
  name: "timeLimit",
  async sendRequest(request, next) {
    const caller = signalOf(request);
    const limit = new AbortController();
    const done = new AbortController();
    let deadline = clock.now() + ms;
    const watch = async () => {
      while (clock.now() < deadline) await clock.wait(deadline - clock.now(), done.signal);
      limit.abort(timedOut(service, ms));
    };
    watch().catch(() => undefined);
    const stop = () => limit.abort(caller?.reason);
    if (caller?.aborted) stop();
    const forget = onAbort(caller, stop);
    try {
      const attempt = {
        ...request,
        abortSignal: limit.signal,
        onDownloadProgress: () => (deadline = clock.now() + ms),
      };
      return await orAborted(next(attempt), limit.signal);
    } finally {
      done.abort();
      forget();
    }
  },
});
