import { randomUUID } from "node:crypto";
import type { Service } from "./services";

/** The error envelope of ARM or Graph, for refusals that come before the service itself is asked. */
export function errorBody(service: Exclude<Service, "login">, code: string, message: string, now: Date): object {
  if (service === "arm") return { error: { code, message } };
  const id = randomUUID();
  const date = now.toISOString().slice(0, 19);
  return { error: { code, message, innerError: { date, "request-id": id, "client-request-id": id } } };
}
