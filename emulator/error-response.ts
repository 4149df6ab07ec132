import { randomUUID } from "node:crypto";
import type { Service } from "./services";

type Failure = { status: number; code: string; message: string; headers?: Record<string, string> };

/** A failure of ARM or Graph in that service's envelope, for what is decided before the service itself is asked. */
export function errorResponse(
  service: Exclude<Service, "login">,
  { status, code, message, headers = {} }: Failure,
  request: Request,
  now: Date,
): Response {
  if (service === "arm") return Response.json({ error: { code, message } }, { status, headers });
  const id = randomUUID();
  const ids = { "request-id": id, "client-request-id": request.headers.get("client-request-id") ?? id };
  const innerError = { date: now.toISOString().slice(0, 19), ...ids };
  return Response.json({ error: { code, message, innerError } }, { status, headers: { ...headers, ...ids } });
}
