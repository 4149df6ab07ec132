import type { Call } from "../call";
import { Refusal } from "../call";

export const badRequest = (message: string) => new Refusal(400, "Request_BadRequest", message);

/** For a query that Graph understands but does not serve in this place, or not without the advanced query parameters. */
export const unsupportedQuery = (message: string) => new Refusal(400, "Request_UnsupportedQuery", message);

export const notFound = (id: string) =>
  new Refusal(
    404,
    "Request_ResourceNotFound",
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );

export const denied = () =>
  new Refusal(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");

/** Graph can do it; this emulator cannot. */
export const notImplemented = (what: string) =>
  new Refusal(501, "NotImplemented", `The emulator does not implement ${what} of Microsoft Graph.`);

/** Ids under which one request is known to the service and to the client. */
export type RequestIds = { request: string; client: string };

export const requestIdsOf = ({ request }: Call): RequestIds => {
  const id = crypto.randomUUID();
  return { request: id, client: request.headers.get("client-request-id") ?? id };
};

export const errorBody = (refusal: Refusal, ids: RequestIds, now: Date) => ({
  error: {
    code: refusal.code,
    message: refusal.message,
    innerError: {
      date: now.toISOString().slice(0, 19),
      "request-id": ids.request,
      "client-request-id": ids.client,
    },
  },
});
