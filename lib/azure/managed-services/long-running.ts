import { AzureError } from "../errors";
import { isBelow } from "../pipeline/host-guard";
import { retryAfterMs } from "../pipeline/retry-after";
import { parsed, type Answer, type ServiceClient, type ServiceRequest } from "../service-client";
import { objectOf, textOf, type Parse } from "../wire";
import { createPoller, type Look, type Poller } from "./poller";

type Progress = "running" | "finished" | "unreadable";

/** Writes a resource; the result is what a read of it finds when the operation has ended. */
export async function beginPut<Result>(
  arm: ServiceClient,
  call: ServiceRequest,
  body: unknown,
  parse: Parse<Result>,
): Promise<Poller<Result>> {
  const resource: ServiceRequest = { path: call.path, ...(call.query && { query: call.query }), ...needsOf(call) };
  const toLook = (answer: Answer): Look<Result> =>
    isEnded(answer)
      ? { done: true, result: parsed(arm, () => parse(answer.body, () => undefined)) }
      : { done: false, afterMs: askedWait(arm, answer) };

  const started = await arm.send({ ...call, method: "PUT", body });
  const progress = watch(arm, started);
  const look = async (signal: AbortSignal | undefined): Promise<Look<Result>> => {
    const { state, answer } = await progress(signal);
    return state === "running"
      ? { done: false, afterMs: answer && askedWait(arm, answer) }
      : toLook(await arm.send({ ...resource, signal }));
  };
  const isAccepted = started.status === 202 || links(arm, started).length > 0;
  return createPoller(isAccepted ? { done: false, afterMs: askedWait(arm, started) } : toLook(started), look, arm);
}

/**
 * Deletes a resource. What a poll of the operation looks like is not documented for every provider, and its headers may
 * be hidden: it has ended when the resource is gone, or is ours to see no more, as it is with the last delegation.
 */
export async function beginDelete(arm: ServiceClient, call: ServiceRequest): Promise<Poller<void>> {
  const started = await arm.send({ ...call, method: "DELETE" });
  const progress = watch(arm, started);
  const look = async (signal: AbortSignal | undefined): Promise<Look<void>> => {
    const { state, answer } = await progress(signal);
    if (state === "running") return { done: false, afterMs: answer && askedWait(arm, answer) };
    try {
      const still = await arm.send({
        path: call.path,
        ...(call.query && { query: call.query }),
        ...needsOf(call),
        signal,
      });
      return { done: false, afterMs: askedWait(arm, still) };
    } catch (error) {
      if (error instanceof AzureError && (error.kind === "notFound" || error.kind === "refused"))
        return { done: true, result: undefined };
      throw error;
    }
  };
  const first: Look<void> =
    started.status === 202 ? { done: false, afterMs: askedWait(arm, started) } : { done: true, result: undefined };
  return createPoller(first, look, arm);
}

/** Asks the operation itself, as long as it can be asked: Azure-AsyncOperation first, then Location. */
function watch(arm: ServiceClient, started: Answer) {
  let [link, ...others] = links(arm, started);
  return async (signal: AbortSignal | undefined): Promise<{ state: Progress; answer?: Answer }> => {
    while (link !== undefined) {
      try {
        const answer = await arm.send({ path: link, signal, mayBeEmpty: true });
        const state = stateOf(answer);
        if (state === "finished") link = undefined;
        return { state, answer };
      } catch (error) {
        // Reading an operation needs a permission of its own; the resource will tell as well.
        if (!(error instanceof AzureError) || !["refused", "notFound"].includes(error.kind)) throw error;
        [link, ...others] = others;
      }
    }
    return { state: "unreadable" };
  };
}

function stateOf(answer: Answer): Progress {
  const body = objectOf(answer.body);
  const status = textOf(body?.["status"])?.toLowerCase();
  if (status === "failed" || status === "canceled") throw operationError(body, status);
  if (status !== undefined) return status === "succeeded" ? "finished" : "running";
  return answer.status === 202 ? "running" : "finished";
}

/** A resource is at rest when its state says so, or when it has none. */
function isEnded({ status, body }: Answer): boolean {
  if (status === 202) return false;
  const state = textOf(objectOf(objectOf(body)?.["properties"])?.["provisioningState"])?.toLowerCase();
  if (state === "failed" || state === "canceled") throw operationError(undefined, state);
  return state === undefined || state === "succeeded";
}

function operationError(body: Readonly<Record<string, unknown>> | undefined, status: "failed" | "canceled") {
  const error = objectOf(body?.["error"]);
  return new AzureError({
    kind: "rejected",
    service: "arm",
    code: status === "canceled" ? "Canceled" : (textOf(error?.["code"]) ?? "Failed"),
    message:
      textOf(error?.["message"]) ??
      `Azure began the operation, and it ${status === "failed" ? "failed" : "was canceled"}.`,
  });
}

const links = (arm: ServiceClient, { headers }: Answer): string[] =>
  [headers.get("azure-asyncoperation"), headers.get("location")].flatMap((link) =>
    link && isBelow(arm.endpoint, link) ? [link] : [],
  );

const askedWait = ({ clock }: ServiceClient, { headers }: Answer) =>
  retryAfterMs({ headers, bodyAsText: null }, clock.now());

const needsOf = ({ needs }: ServiceRequest) => (needs === undefined ? {} : { needs });
