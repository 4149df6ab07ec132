import type { HttpClient } from "@azure/core-rest-pipeline";
import { fetchClient } from "../../lib/azure/pipeline/fetch-client";

/** Lets every request through and keeps account of those to Microsoft Graph; `parts` are the paths within batches. */
export function graphCalls() {
  const together: number[] = [];
  const batches: number[] = [];
  const parts: string[] = [];
  const others: string[] = [];
  const httpClient: HttpClient = {
    sendRequest(request) {
      const { pathname } = new URL(request.url);
      const body = typeof request.body === "string" ? (JSON.parse(request.body) as Body) : {};
      if (pathname.endsWith("/directoryObjects/getByIds")) together.push(body.ids?.length ?? 0);
      else if (pathname.endsWith("/$batch")) {
        const urls = (body.requests ?? []).map(({ url }) => url);
        batches.push(urls.length);
        parts.push(...urls);
      } else if (pathname.startsWith("/v1.0/")) others.push(pathname);
      return fetchClient.sendRequest(request);
    },
  };
  const partsTo = (pattern: RegExp) => parts.filter((part) => pattern.test(part));
  return { httpClient, together, batches, parts, others, partsTo };
}

type Body = { ids?: string[]; requests?: { url: string }[] };
