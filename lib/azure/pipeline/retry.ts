import type { PipelinePolicy, PipelineRequest, PipelineResponse } from "@azure/core-rest-pipeline";
import { AzureError, malformed, unreachable } from "../errors";
import type { AzureEvent, ServiceName } from "../events";
import { bodyOf, isUsable } from "./body";
import { signalOf, type Clock } from "./clock";
import { retryAfterMs } from "./retry-after";

const tries = { failed: 6, foreign: 3, throttled: 12 };
const patienceMs = 120_000;
/** So many tries there are in any case: a machine that slept has used up its patience without having asked. */
const leastTries = 3;

type Failure = Readonly<{
  why: keyof typeof tries;
  words: string;
  /** What the caller gets when patience ends. */
  end: PipelineResponse | AzureError;
}>;

/**
 * Sends again what chance may have spoilt: lost connections, time limits, 408, 5xx, answers that end too early or come
 * from somebody else, and 429 in every form. The queue keeps the pause after a 429; here only the tries are counted.
 */
export const retry = (service: ServiceName, clock: Clock, emit: (event: AzureEvent) => void): PipelinePolicy => ({
  name: "retry",
  async sendRequest(request, next) {
    const counts = { failed: 0, foreign: 0, throttled: 0 };
    const startedAt = clock.now();
    for (let attempt = 1; ; attempt++) {
      const outcome = await once(service, request, next);
      if ("response" in outcome) return outcome.response;
      const { failure } = outcome;
      counts[failure.why] += 1;
      const isOver = counts.failed >= leastTries && clock.now() - startedAt > patienceMs;
      if ((isOver && failure.why !== "throttled") || counts[failure.why] >= tries[failure.why]) return ended(failure);
      emit({ kind: "retry", service, attempt, why: failure.words });
      if (failure.why !== "throttled") await clock.wait(pause(failure, attempt, clock), signalOf(request));
    }
  },
});

async function once(
  service: ServiceName,
  request: PipelineRequest,
  next: (request: PipelineRequest) => Promise<PipelineResponse>,
): Promise<{ response: PipelineResponse } | { failure: Failure }> {
  let response: PipelineResponse;
  try {
    response = await next(request);
  } catch (error) {
    if (request.abortSignal?.aborted) throw error;
    if (!(error instanceof AzureError))
      return { failure: { why: "failed", words: "connection lost", end: unreachable(service) } };
    if (error.kind !== "timedOut") throw error;
    return { failure: { why: "failed", words: "no answer in time", end: error } };
  }
  const { status } = response;
  if (status === 429) return { failure: { why: "throttled", words: "throttled", end: response } };
  if (status === 408 || (status >= 500 && status !== 501 && status !== 505))
    return { failure: { why: "failed", words: `answered ${status}`, end: response } };
  if (status < 200 || status >= 300 || isUsable(request, response)) return { response };
  return bodyOf(response).kind === "foreign"
    ? { failure: { why: "foreign", words: "answered by something else", end: foreign(service) } }
    : { failure: { why: "failed", words: "answer cut off", end: cutOff(service) } };
}

function pause({ end }: Failure, attempt: number, clock: Clock): number {
  const asked = end instanceof AzureError ? undefined : retryAfterMs(end, clock.now());
  if (asked !== undefined) return Math.min(asked, patienceMs);
  return Math.min(16_000, 1000 * 2 ** (attempt - 1)) * (0.5 + clock.random() / 2);
}

function ended({ end }: Failure): PipelineResponse {
  if (end instanceof AzureError) throw end;
  return end;
}

const cutOff = (service: ServiceName) =>
  malformed(service, "the answer ended too early, each time.", "Try again later.");

const foreign = (service: ServiceName) =>
  malformed(
    service,
    "the answer is not what Azure sends.",
    "A proxy or a sign-in page of the network may stand between: open any web page to see it, then try again.",
  );
