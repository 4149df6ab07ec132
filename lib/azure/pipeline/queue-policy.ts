import type { PipelinePolicy, PipelineRequest, PipelineResponse } from "@azure/core-rest-pipeline";
import { AzureError } from "../errors";
import { signalOf, type Clock } from "./clock";
import type { Outcome, ServiceQueue } from "./queue";
import { quotaTold, retryAfterMs } from "./retry-after";

/** Lets a request wait for its turn, and tells the queue what the answer says about the turns to come. */
export function queuePolicy(queue: ServiceQueue, clock: Clock): PipelinePolicy {
  const seen = new WeakSet<PipelineRequest>();
  return {
    name: "queue",
    async sendRequest(request, next) {
      const slot = await queue.enter(signalOf(request), seen.has(request));
      seen.add(request);
      let response: PipelineResponse;
      try {
        response = await next(request);
      } catch (error) {
        slot.leave(outcomeOf(error, request));
        throw error;
      }
      const told = quotaTold(response);
      if (told) queue.told(told.remaining, told.resetsAfterMs);
      if (response.status === 429) queue.shut(retryAfterMs(response, clock.now()));
      slot.leave(response.status === 429 ? "throttled" : "answered");
      return response;
    },
  };
}

const outcomeOf = (error: unknown, { abortSignal }: PipelineRequest): Outcome =>
  error instanceof AzureError || abortSignal?.aborted ? "unanswered" : "unreachable";
