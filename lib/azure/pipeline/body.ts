import type { PipelineRequest, PipelineResponse } from "@azure/core-rest-pipeline";

/** An answer's body: JSON, nothing, JSON that ends too early, or something that is no JSON at all. */
export type Body = Readonly<{ kind: "json"; value: unknown } | { kind: "empty" | "cut" | "foreign" }>;

const read = new WeakMap<PipelineResponse, Body>();

/** Parses once, however often it is asked. */
export function bodyOf(response: PipelineResponse): Body {
  const known = read.get(response);
  if (known) return known;
  const body = parsed(response.bodyAsText ?? "");
  read.set(response, body);
  return body;
}

function parsed(text: string): Body {
  const json = text.replace(/^\uFEFF/, "");
  if (json.trim() === "") return { kind: "empty" };
  try {
    return { kind: "json", value: JSON.parse(json) };
  } catch {
    // A captive portal answers with a page; a lost connection leaves the beginning of what would have been JSON.
    return { kind: /^\s*[[{]/.test(json) ? "cut" : "foreign" };
  }
}

/** Requests whose success may come without a body although it is a 200. */
export const mayAnswerNothing = new WeakSet<PipelineRequest>();

/** Whether an answer that calls itself a success is one that can be used. */
export function isUsable(request: PipelineRequest, response: PipelineResponse): boolean {
  const { kind } = bodyOf(response);
  return kind === "json" || (kind === "empty" && (mayAnswerNothing.has(request) || needsNoBody(request, response)));
}

const needsNoBody = ({ method }: PipelineRequest, { status }: PipelineResponse) =>
  status === 202 || status === 204 || method === "DELETE";
