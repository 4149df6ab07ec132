import type { PipelinePolicy } from "@azure/core-rest-pipeline";

/** The id that support finds a request by even where CORS hides the ids of the answer. */
export const clientRequestId = (header: "x-ms-client-request-id" | "client-request-id"): PipelinePolicy => ({
  name: "clientRequestId",
  sendRequest(request, next) {
    request.headers.set(header, request.requestId);
    return next(request);
  },
});
