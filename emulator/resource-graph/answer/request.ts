import { Refusal, type Call } from "../../call";
import { badRequest } from "../errors";

export type ScopeFilter = (typeof scopeFilters)[number];
const scopeFilters = ["AtScopeAndBelow", "AtScopeAndAbove", "AtScopeExact", "AtScopeAboveAndBelow"] as const;

export type Facet = {
  expression: string;
  sortBy: string;
  sortOrder: "asc" | "desc";
  filter: string | undefined;
  top: number;
};

/** A request as the service understands it. Members that it does not know, such as `top` without its dollar, say nothing. */
export type GraphRequest = {
  query: string;
  subscriptions: readonly string[] | undefined;
  managementGroups: readonly string[] | undefined;
  top: number;
  skip: number;
  skipToken: string | undefined;
  resultFormat: "table" | "objectArray";
  allowPartialScopes: boolean;
  authorizationScopeFilter: ScopeFilter;
  facets: readonly Facet[];
};

/** Each version with the format it answers in unless told otherwise. */
const versions: Partial<Record<string, GraphRequest["resultFormat"]>> = {
  "2019-04-01": "table",
  "2021-03-01": "objectArray",
  "2022-10-01": "objectArray",
  "2024-04-01": "objectArray",
};
const mostSubscriptions = 1000;
const mostRows = 1000;

export async function readRequest({ request, url }: Call): Promise<GraphRequest> {
  const format = formatOf(url.searchParams.get("api-version"));
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? ""))
    throw new Refusal(
      500,
      "InternalServerError",
      "Encountered internal server error. Diagnostic information: unreadable content.",
    );
  const body = objectIn(await request.text());
  const options = optional(body, "options", isObject) ?? {};
  const query = optional(body, "query", isText);
  if (!query?.trim()) throw badRequest({ code: "InvalidQuery", message: "The query is missing or empty." });

  const subscriptions = optional(body, "subscriptions", isTexts);
  const managementGroups = optional(body, "managementGroups", isTexts);
  checkScope(subscriptions, managementGroups);
  return {
    query,
    subscriptions: subscriptions?.length ? subscriptions : undefined,
    managementGroups: managementGroups?.length ? managementGroups : undefined,
    top: within(optional(options, "$top", isNumber) ?? mostRows, "$top", 1, mostRows),
    skip: within(optional(options, "$skip", isNumber) ?? 0, "$skip", 0, 2 ** 31 - 1),
    skipToken: optional(options, "$skipToken", isText) || undefined,
    resultFormat: oneOf(optional(options, "resultFormat", isText), "resultFormat", ["table", "objectArray"], format),
    allowPartialScopes: optional(options, "allowPartialScopes", isFlag) ?? false,
    authorizationScopeFilter: oneOf(
      optional(options, "authorizationScopeFilter", isText),
      "authorizationScopeFilter",
      scopeFilters,
      "AtScopeAndBelow",
    ),
    facets: (optional(body, "facets", isObjects) ?? []).map(facet),
  };
}

function formatOf(version: string | null): GraphRequest["resultFormat"] {
  const supported = Object.keys(versions).join(",");
  if (!version)
    throw new Refusal(
      400,
      "MissingApiVersionParameter",
      "The api-version query parameter (?api-version=) is required for all requests.",
    );
  const format = versions[version];
  if (!format)
    throw new Refusal(
      400,
      "InvalidApiVersionParameter",
      `The api-version '${version}' is invalid. The supported versions are '${supported}'.`,
    );
  return format;
}

function checkScope(subscriptions: readonly string[] = [], managementGroups: readonly string[] = []) {
  if (subscriptions.length && managementGroups.length)
    throw invalid("Subscriptions and management groups cannot be given in the same request.");
  if (subscriptions.length > mostSubscriptions)
    throw invalid(
      `At most ${mostSubscriptions} subscriptions may be given; this request gives ${subscriptions.length}.`,
    );
  const wrong = subscriptions.filter((id) => !/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id));
  if (wrong.length)
    throw badRequest({
      code: "SubscriptionsContainInvalidGuids",
      message: `Subscriptions must be valid GUIDs. Invalid: '${wrong.join(",")}'.`,
    });
}

function facet(given: Record<string, unknown>): Facet {
  const expression = optional(given, "expression", isText);
  if (!expression) throw invalid("A facet needs an expression.");
  const options = optional(given, "options", isObject) ?? {};
  return {
    expression,
    sortBy: optional(options, "sortBy", isText) ?? "count",
    sortOrder: oneOf(optional(options, "sortOrder", isText), "sortOrder", ["asc", "desc"], "desc"),
    filter: optional(options, "filter", isText),
    top: within(optional(options, "$top", isNumber) ?? 10, "$top", 1, mostRows),
  };
}

const invalid = (message: string) => badRequest({ code: "InvalidRequest", message });

function objectIn(text: string): Record<string, unknown> {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw invalid("The request body is not valid JSON.");
  }
  if (!isObject(body)) throw invalid("The request body must be an object.");
  return body;
}

const isText = (value: unknown) => typeof value === "string";
const isNumber = (value: unknown) => typeof value === "number";
const isFlag = (value: unknown) => typeof value === "boolean";
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);
const isObjects = (value: unknown): value is Record<string, unknown>[] => Array.isArray(value) && value.every(isObject);

function optional<T>(from: Record<string, unknown>, name: string, is: (value: unknown) => value is T): T | undefined {
  const value = from[name];
  if (value === undefined || value === null) return undefined;
  if (!is(value)) throw invalid(`The value of '${name}' has the wrong type.`);
  return value;
}

function within(value: number, name: string, least: number, most: number): number {
  if (!Number.isInteger(value) || value < least || value > most)
    throw invalid(`The value of '${name}' must be an integer between ${least} and ${most}.`);
  return value;
}

function oneOf<T extends string>(value: string | undefined, name: string, allowed: readonly T[], usual: T): T {
  if (value === undefined) return usual;
  const found = allowed.find((one) => one.toLowerCase() === value.toLowerCase());
  if (!found) throw invalid(`The value of '${name}' must be one of ${allowed.join(", ")}.`);
  return found;
}
