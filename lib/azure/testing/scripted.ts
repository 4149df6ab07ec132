import { createHttpHeaders, type HttpClient, type PipelineRequest } from "@azure/core-rest-pipeline";
import type { Cloud } from "@/lib/cloud";
import { knownClouds } from "@/lib/cloud";
import { tenantId } from "@/lib/domain/ids";
import { createAzure, type Azure, type AzureEvent, type AzureOptions } from "../client";
import { virtualClock } from "./virtual-clock";

export type Reply = { status?: number; headers?: Record<string, string>; body?: unknown; text?: string };

/** What a server does: it replies, cuts the connection, or never says anything. */
export type Deed = Reply | "cut" | "hang";

export type Seen = Readonly<{
  method: string;
  url: URL;
  token: string;
  body: unknown;
  at: number;
  request: PipelineRequest;
}>;

export const managingTenant = tenantId("a0000000-0000-4000-8000-000000000001")!;
export const publicCloud: Cloud = knownClouds["AzureCloud"]!;

/** A client over a server that lives in memory and in virtual time. */
export function scripted(
  serve: (seen: Seen, index: number) => Deed | Promise<Deed>,
  options: Partial<AzureOptions> & { seed?: number; latencyMs?: number } = {},
) {
  const { seed = 1, latencyMs = 80, ...rest } = options;
  const { clock, run, sleep, random } = virtualClock(seed);
  const seen: Seen[] = [];
  const events: AzureEvent[] = [];

  const httpClient: HttpClient = {
    async sendRequest(request) {
      const signal = request.abortSignal as AbortSignal | undefined;
      const one: Seen = {
        method: request.method,
        url: new URL(request.url),
        token: (request.headers.get("authorization") ?? "").replace("Bearer ", ""),
        body: typeof request.body === "string" ? JSON.parse(request.body) : undefined,
        at: clock.now(),
        request,
      };
      seen.push(one);
      const index = seen.length - 1;
      await clock.wait(latencyMs / 2, signal);
      const deed = await serve(one, index);
      if (deed === "hang")
        await new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
      if (deed === "cut" || deed === "hang") throw new TypeError("Failed to fetch");
      await clock.wait(latencyMs / 2, signal);
      return {
        request,
        status: deed.status ?? 200,
        headers: createHttpHeaders(deed.headers ?? {}),
        bodyAsText: deed.text ?? (deed.body === undefined ? "" : JSON.stringify(deed.body)),
      };
    },
  };

  const azure: Azure = createAzure({
    cloud: publicCloud,
    tenant: managingTenant,
    account: "ada",
    token: async () => ({ token: "token-1", expiresOn: clock.now() + 3_600_000 }),
    httpClient,
    wait: clock.wait,
    now: clock.now,
    random,
    onEvent: (event) => events.push(event),
    ...rest,
  });
  return { azure, run, sleep, seen, events, clock, random };
}

export const failure = async (promise: Promise<unknown>) => {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("It should have failed.");
};
