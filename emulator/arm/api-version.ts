import { badRequest } from "./errors";
import { queryOf, type Match } from "./route";
import type { Call } from "../call";

/** The version that the request names, once it has the form of one. */
export function apiVersionOf(call: Call, matches: readonly Match[]): string {
  const version = queryOf(call, "api-version");
  if (!version) {
    throw badRequest(
      "MissingApiVersionParameter",
      "The api-version query parameter (?api-version=) is required for all requests.",
    );
  }
  if (!/^\d{4}-\d{2}-\d{2}(-[a-z]+)?$/i.test(version))
    throw invalidVersion(version, matches[0]?.route.apiVersions ?? []);
  return version.toLowerCase();
}

/** Refuses a version that the route does not answer; a provider's types say so otherwise than ARM's own. */
export function requireApiVersion({ route }: Match, version: string): void {
  if (route.apiVersions.includes(version)) return;
  const segments = route.path.split("/");
  const provider = segments.lastIndexOf("providers");
  if (provider < 0) throw invalidVersion(version, route.apiVersions);
  const type = segments[provider + 2] ?? "";
  throw badRequest(
    "NoRegisteredProviderFound",
    `No registered resource provider found for location '' and API version '${version}' for type '${type}'. The supported api-versions are '${route.apiVersions.join(", ")}'. The supported locations are ''.`,
  );
}

const invalidVersion = (version: string, supported: readonly string[]) =>
  badRequest(
    "InvalidApiVersionParameter",
    `The api-version '${version}' is invalid. The supported versions are '${supported.join(",")}'.`,
  );
