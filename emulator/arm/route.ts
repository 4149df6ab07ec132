import type { Call } from "../call";
import { scopeFrom, type Scope } from "./scope";

/** A request after its path was understood. */
export type ArmCall = Call & {
  scope: Scope;
  /** What stood in the place of `{name}` in the route's path. */
  params: Readonly<Record<string, string>>;
  apiVersion: string;
};

export type Route = {
  method: "GET" | "PUT" | "POST" | "DELETE";
  /** Compared without case. A leading `{scope}` stands for one of `scopes`; `{subscriptionId}` for a subscription. */
  path: string;
  scopes?: readonly Scope["kind"][];
  apiVersions: readonly string[];
  /** The operation that the caller must be allowed at the scope; none where being signed in, or `handle`, decides. */
  action?: string;
  /** `handle` itself decides whether a caller without rights in the subscription gets an answer. */
  decidesVisibility?: true;
  /** Counts against the reads although it is a POST. */
  counts?: "reads";
  handle: (call: ArmCall) => Response | Promise<Response>;
};

export type Match = { route: Route; scope: Scope; params: Record<string, string> };

/** Empty segments are dropped: clients put a scope with a leading slash after a slash, and ARM lets them. */
export function segmentsOf(pathname: string): string[] | undefined {
  try {
    return pathname
      .split("/")
      .filter((segment) => segment !== "")
      .map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

/** All routes of a path, whatever their method. */
export function matchRoutes(routes: readonly Route[], segments: readonly string[]): Match[] {
  return routes.flatMap((route) => {
    const match = matchRoute(route, segments);
    return match ? [match] : [];
  });
}

function matchRoute(route: Route, segments: readonly string[]): Match | undefined {
  const template = route.path.split("/");
  const scoped = template[0] === "{scope}";
  const fixed = scoped ? template.slice(1) : template;
  const scopeLength = segments.length - fixed.length;
  if (scopeLength < 0 || (!scoped && scopeLength > 0)) return undefined;

  const params: Record<string, string> = {};
  for (const [index, expected] of fixed.entries()) {
    const actual = segments[scopeLength + index] ?? "";
    if (expected.startsWith("{")) params[expected.slice(1, -1)] = actual;
    else if (expected.toLowerCase() !== actual.toLowerCase()) return undefined;
  }
  const scope = scoped ? scopeFrom(segments.slice(0, scopeLength)) : scopeOfParams(params, segments);
  if (!scope || (scoped && !route.scopes?.includes(scope.kind))) return undefined;
  return { route, scope, params };
}

function scopeOfParams(params: Record<string, string>, segments: readonly string[]): Scope | undefined {
  if (params.subscriptionId === undefined) return scopeFrom([]);
  return scopeFrom(segments.slice(0, params.resourceGroupName === undefined ? 2 : 4));
}

/** A query parameter by name without case, as ARM reads them. */
export function queryOf({ url }: Call, name: string): string | undefined {
  for (const [key, value] of url.searchParams) if (key.toLowerCase() === name.toLowerCase()) return value;
  return undefined;
}
