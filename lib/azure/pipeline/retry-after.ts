import type { PipelineResponse } from "@azure/core-rest-pipeline";

type Answered = Pick<PipelineResponse, "headers" | "bodyAsText">;

const longest = 24 * 3_600_000;

/**
 * Milliseconds that an answer asks to wait: by its headers, or in ARM's words where CORS hides them ("Please try again
 * after '10' seconds"). undefined if it does not say.
 */
export function retryAfterMs({ headers, bodyAsText }: Answered, now: number): number | undefined {
  const exact = Number.parseFloat(headers.get("retry-after-ms") ?? headers.get("x-ms-retry-after-ms") ?? "");
  if (exact >= 0) return Math.min(exact, longest);
  const said = headers.get("retry-after")?.trim() ?? /again after '?(\d{1,6})'? seconds/i.exec(bodyAsText ?? "")?.[1];
  if (said === undefined || said === "") return undefined;
  const seconds = Number(said);
  const ms = Number.isNaN(seconds) ? Date.parse(said) - now : seconds * 1000;
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(0, ms), longest);
}

/** Resource Graph's own count, where it may be read. */
export function quotaTold({ headers }: Answered): { remaining: number; resetsAfterMs: number } | undefined {
  const remaining = headers.get("x-ms-user-quota-remaining")?.trim();
  const resets = /^(?:(\d+)[.:])?(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.\d+)?$/.exec(
    headers.get("x-ms-user-quota-resets-after")?.trim() ?? "",
  );
  if (!remaining || !/^\d+$/.test(remaining) || !resets) return undefined;
  const [, days, hours, minutes, seconds] = resets.map((part) => Number(part ?? 0));
  const resetsAfterMs = ((((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1000;
  return { remaining: Number(remaining), resetsAfterMs };
}
