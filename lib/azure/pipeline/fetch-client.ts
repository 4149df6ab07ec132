import { createHttpHeaders, type HttpClient, type PipelineRequest } from "@azure/core-rest-pipeline";
import { signalOf } from "./clock";

/**
 * One client for browsers and Node. The SDK's own differ: the one for Node waits for ever when a connection breaks
 * within a body whose progress is watched, and the one for browsers follows redirects to any host.
 */
export const fetchClient: HttpClient = {
  async sendRequest(request) {
    if (!request.url.startsWith("https:") && !request.allowInsecureConnection)
      throw new TypeError("Refused to send a request without TLS.");
    const answer = await fetch(request.url, {
      method: request.method,
      headers: request.headers.toJSON(),
      body: typeof request.body === "string" ? request.body : null,
      signal: signalOf(request) ?? null,
      redirect: "error",
      credentials: "omit",
      cache: "no-store",
      referrerPolicy: "no-referrer",
    });
    const headers = createHttpHeaders(Object.fromEntries(answer.headers));
    return { request, status: answer.status, headers, bodyAsText: await textOf(answer, request) };
  },
};

async function textOf({ body }: Response, { onDownloadProgress }: PipelineRequest): Promise<string> {
  if (!body) return "";
  const decoder = new TextDecoder();
  let [text, loadedBytes] = ["", 0];
  for (const reader = body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    onDownloadProgress?.({ loadedBytes: (loadedBytes += value.byteLength) });
  }
}
