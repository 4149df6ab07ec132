import {
  createEmptyPipeline,
  createHttpHeaders,
  createPipelineRequest,
  type HttpClient,
  type HttpHeaders,
  type PipelinePolicy,
} from "@azure/core-rest-pipeline";
import type { Service } from "@/lib/cloud";
import { errorOf } from "./answer-error";
import { AzureError, cancelled, malformed, unreachable } from "./errors";
import type { ServiceName } from "./events";
import { bodyOf, mayAnswerNothing } from "./pipeline/body";
import type { Clock } from "./pipeline/clock";
import { MalformedRecord } from "./wire";

export type ServiceRequest = Readonly<{
  method?: "GET" | "POST" | "PUT" | "DELETE";
  /** Path below the service's endpoint, or a whole address that an answer gave. */
  path: string;
  query?: Readonly<Record<string, string | undefined>>;
  headers?: Readonly<Record<string, string>>;
  body?: unknown;
  /** The permission that the call wants, to be named when it is refused. */
  needs?: string;
  /** A 200 without a body is an answer too. */
  mayBeEmpty?: boolean;
  signal?: AbortSignal | undefined;
}>;

/** `body` is undefined where there was none. */
export type Answer = Readonly<{ status: number; headers: HttpHeaders; body: unknown }>;

export type ServiceClient = Readonly<{
  service: ServiceName;
  endpoint: string;
  clock: Clock;
  /** Sends, and sends again what may be; resolves with a success, rejects with `AzureError`. */
  send: (request: ServiceRequest) => Promise<Answer>;
  /** Lets time pass; rejects with `AzureError` as soon as it is cancelled. */
  pause: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
  /** Shuts the service's queue, for answers that are throttled within an answer. */
  shut: (retryAfterMs: number | undefined) => void;
}>;

export function createServiceClient(options: {
  service: ServiceName;
  at: Service;
  clock: Clock;
  httpClient: HttpClient;
  policies: readonly PipelinePolicy[];
  shut: (retryAfterMs: number | undefined) => void;
}): ServiceClient {
  const { service, at, clock, httpClient, shut } = options;
  const pipeline = createEmptyPipeline();
  for (const policy of options.policies) pipeline.addPolicy(policy);

  const send = async (call: ServiceRequest): Promise<Answer> => {
    const { method = "GET", path, query = {}, body, needs, signal } = call;
    const request = createPipelineRequest({
      url: addressOf(at.endpoint, path, query),
      method,
      headers: createHttpHeaders({
        accept: "application/json",
        ...call.headers,
        ...(body !== undefined && { "content-type": "application/json" }),
      }),
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { abortSignal: signal }),
    });
    if (call.mayBeEmpty) mayAnswerNothing.add(request);
    try {
      const response = await pipeline.sendRequest(httpClient, request);
      if (response.status < 200 || response.status >= 300) throw errorOf(service, response, needs);
      const answer = bodyOf(response);
      return {
        status: response.status,
        headers: response.headers,
        body: answer.kind === "json" ? answer.value : undefined,
      };
    } catch (error) {
      if (signal?.aborted) throw cancelled(service);
      throw error instanceof AzureError ? error : unreachable(service);
    }
  };

  const pause = (ms: number, signal: AbortSignal | undefined) =>
    clock.wait(ms, signal).catch(() => Promise.reject(cancelled(service)));

  return { service, endpoint: at.endpoint, clock, send, pause, shut };
}

function addressOf(endpoint: string, path: string, query: Readonly<Record<string, string | undefined>>): string {
  const url = new URL(path, endpoint);
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return pairs.length === 0 ? url.href : `${url.href}${url.search ? "&" : "?"}${pairs.join("&")}`;
}

/** Reads a body with a parser; a body that is none of the kind is Azure's fault, not ours. */
export function parsed<Value>({ service }: ServiceClient, parse: () => Value): Value {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof MalformedRecord)) throw error;
    throw malformed(service, `${error.path || "the answer"} ${error.message}.`);
  }
}
