import type { Call } from "../call";
import type { Entry, Kind } from "./directory";
import { badRequest, notImplemented } from "./errors";
import type { Query } from "./odata-query";
import type { SetOf } from "./present";
import type { Properties } from "./schema";

/** One request to a route: checked for permission, its query options read. */
export type Ask = { call: Call; query: Query; params: Readonly<Record<string, string>> };

type Shape = {
  /** Below the version, with `{name}` where a value stands. */
  path: string;
  /** Base cost in resource units; 1 if absent. */
  units?: number;
  /** Any one of them is enough. */
  permissions: readonly string[];
  /** The same for a caller who asks about themselves; an empty list asks for nothing. */
  own?: readonly string[];
};

export type Route = Shape &
  (
    | {
        kind: "list";
        method: "GET";
        of: SetOf;
        list: (ask: Ask) => Entry[];
        /** Version 1.0 leaves service principals out of the list, and shows them under a cast to their type alone. */
        onlyCastShowsServicePrincipals?: boolean;
        /** Kinds that the list never holds: a cast to them is refused. */
        never?: (ask: Ask) => readonly Kind[];
      }
    | { kind: "entity"; method: "GET"; of: SetOf; entity: (ask: Ask) => Entry }
    | { kind: "record"; method: "GET"; record: (ask: Ask) => Properties }
    | { kind: "action"; method: "POST"; run: (ask: Ask, body: unknown) => Properties }
  );

export type Address = {
  segments: readonly string[];
  /** The type that the path's last part narrows a list to: `/microsoft.graph.user`. */
  cast?: Kind;
  /** The path ends in `/$count`: only the number is asked for. */
  countOnly: boolean;
};

const kinds: Record<string, Kind> = { user: "user", group: "group", serviceprincipal: "servicePrincipal" };

/** Reads the path below the version. `users('id')` is `users/id`, and `/me` is the caller. */
export const readAddress = (path: string, { caller }: Call): Address => {
  const segments = path
    .split("/")
    .filter(Boolean)
    .map(decoded)
    .flatMap((segment) => /^(\w+)\('([^']*)'\)$/.exec(segment)?.slice(1) ?? [segment]);
  if (segments[0]?.toLowerCase() === "me") {
    if (caller.kind !== "user") throw badRequest("/me request is only valid with delegated authentication flow.");
    segments.splice(0, 1, "users", caller.objectId);
  }
  const countOnly = segments.at(-1)?.toLowerCase() === "$count";
  if (countOnly) segments.pop();
  const type = /^microsoft\.graph\.(\w+)$/i.exec(segments.at(-1) ?? "")?.[1];
  if (type === undefined) return { segments, countOnly };
  segments.pop();
  const cast = kinds[type.toLowerCase()];
  if (!cast) throw notImplemented(`the type cast microsoft.graph.${type}`);
  return { segments, cast, countOnly };
};

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw badRequest(`The path segment '${segment}' is not valid.`);
  }
};

const patterns = new WeakMap<Route, readonly RegExp[]>();

const patternsOf = (route: Route): readonly RegExp[] => {
  const known = patterns.get(route);
  if (known) return known;
  const compiled = route.path.split("/").map((segment) => {
    const source = segment
      .replace(/[$()]/g, "\\$&")
      .replace(/'\{(\w+)\}'/g, "'(?<$1>[^']*)'")
      .replace(/\{(\w+)\}/g, "(?<$1>[^()]+)");
    return new RegExp(`^${source}$`, "i");
  });
  patterns.set(route, compiled);
  return compiled;
};

/** The values of the route's placeholders; undefined if the path is another's. */
export const paramsOf = (route: Route, { segments }: Address): Record<string, string> | undefined => {
  const compiled = patternsOf(route);
  if (compiled.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, pattern] of compiled.entries()) {
    const match = pattern.exec(segments[index] ?? "");
    if (!match) return undefined;
    Object.assign(params, match.groups);
  }
  return params;
};
