import type { HttpClient } from "@azure/core-rest-pipeline";
import type { Service } from "@/lib/cloud";

/** Sends a service's requests to where it is reached, if that is not its own name; its answers speak of the name. */
export function reachedAt({ endpoint, reachedAt: place }: Service, client: HttpClient): HttpClient {
  if (place === undefined || place === endpoint) return client;
  return {
    sendRequest: (request) =>
      client.sendRequest(
        request.url.startsWith(`${endpoint}/`)
          ? { ...request, url: place + request.url.slice(endpoint.length), allowInsecureConnection: true }
          : request,
      ),
  };
}
