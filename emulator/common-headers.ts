import { randomUUID } from "node:crypto";
import type { Service } from "./services";

/** Adds what every answer of a service carries, unless the service has set it itself. */
export function addCommonHeaders(service: Service, request: Request, response: Response, now: Date): void {
  const add = (name: string, value: string) => {
    if (!response.headers.has(name)) response.headers.set(name, value);
  };
  add("Date", now.toUTCString());
  add("X-Content-Type-Options", "nosniff");
  add("Cache-Control", "no-cache");
  if (service === "graph") {
    const id = randomUUID();
    add("request-id", id);
    add("client-request-id", request.headers.get("client-request-id") ?? id);
    return;
  }
  const id = randomUUID();
  add("x-ms-request-id", id);
  if (service === "login") return;
  const correlation = request.headers.get("x-ms-correlation-request-id") ?? id;
  const time = now.toISOString().replace(/[-:]|\.\d+/g, "");
  add("x-ms-correlation-request-id", correlation);
  add("x-ms-routing-request-id", `WESTEUROPE:${time}:${correlation}`);
  const client = request.headers.get("x-ms-client-request-id");
  if (client) add("x-ms-client-request-id", client);
}
