import type { PipelinePolicy } from "@azure/core-rest-pipeline";
import { malformed } from "../errors";
import type { ServiceName } from "../events";

/** No request, and so no token, leaves for another origin than the service's own, whatever an answer's link says. */
export const hostGuard = (service: ServiceName, endpoint: string): PipelinePolicy => ({
  name: "hostGuard",
  async sendRequest(request, next) {
    if (!isBelow(endpoint, request.url)) throw strangeHost(service, request.url);
    return next(request);
  },
});

export function isBelow(endpoint: string, url: string): boolean {
  const [asked, own] = [URL.parse(url), URL.parse(endpoint)];
  return (
    asked !== null && own !== null && asked.origin === own.origin && asked.username === "" && asked.password === ""
  );
}

export const strangeHost = (service: ServiceName, url: string) =>
  malformed(
    service,
    `a link leads to ${URL.parse(url)?.host.slice(0, 100) ?? "no valid address"}, which is not this service. It was not followed.`,
    "Something between this page and Azure may change answers: look at proxies on the network.",
  );
