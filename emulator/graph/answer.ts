import type { Call } from "../call";
import { Refusal } from "../call";
import { applicationRoutes } from "./applications";
import { directoryObjectRoutes } from "./directory-objects";
import { badRequest, denied, notImplemented, unsupportedQuery } from "./errors";
import { groupRoutes } from "./groups";
import { readQuery, refuseCollectionOptions } from "./odata-query";
import { countOf, pageOf } from "./page";
import { hasAny } from "./permissions";
import { contextOf, present, selected } from "./present";
import { paramsOf, readAddress, type Address, type Ask, type Route } from "./route";
import { servicePrincipalRoutes } from "./service-principals";
import { tenantRoutes } from "./tenants";
import { spend, unitsOf } from "./throttle";
import { userRoutes } from "./users";

/** An answer before it is written as a response, or as a part of a batch's answer. A number is plain text. */
export type Answer = { status: number; headers: Record<string, string>; body: Record<string, unknown> | number };

const routes: readonly Route[] = [
  ...userRoutes,
  ...groupRoutes,
  ...servicePrincipalRoutes,
  ...applicationRoutes,
  ...directoryObjectRoutes,
  ...tenantRoutes,
];

/** First segments that exist in Graph, so that what is missing here is told from what is nowhere. */
const rootsOfGraph = new Set(
  `admin administrativeUnits agreements appCatalogs applications applicationTemplates auditLogs authenticationMethodsPolicy
   communications contacts contracts copilot dataPolicyOperations deviceAppManagement deviceManagement devices directory
   directoryObjects directoryRoles directoryRoleTemplates domains drive drives education employeeExperience external
   functions groupLifecyclePolicies groups groupSettings identity identityGovernance identityProtection informationProtection
   invitations me oauth2PermissionGrants organization permissionGrants places planner policies privacy reports roleManagement
   schemaExtensions search security servicePrincipals shares sites solutions storage subscribedSkus subscriptions teams
   teamsTemplates teamwork tenantRelationships users`
    .toLowerCase()
    .split(/\s+/),
);

/** Answers one request below the version; throws `Refusal`. `path` begins with a slash. */
export const answer = async (call: Call, path: string): Promise<Answer> => {
  const address = readAddress(path, call);
  const found = routes.flatMap((route) => {
    const params = paramsOf(route, address);
    return params ? [{ route, params }] : [];
  })[0];
  const headers = spend(call, unitsOf(found?.route.units ?? 1, call.url));
  try {
    if (!found) throw unknownPath(path, address);
    return { status: 200, headers, body: await bodyOf(call, path, address, found.route, found.params) };
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    const more = { ...problem.more, headers: { ...headers, ...problem.more.headers } };
    throw new Refusal(problem.status, problem.code, problem.message, more);
  }
};

const bodyOf = async (
  call: Call,
  path: string,
  address: Address,
  route: Route,
  params: Record<string, string>,
): Promise<Answer["body"]> => {
  checkMethod(call.request.method, route, path);
  if (!isAllowed(call, route, params)) throw denied();
  const ask: Ask = { call, params, query: readQuery(call.url, call.request.headers) };
  if (route.kind !== "list" && (address.cast || address.countOnly))
    throw badRequest("A type cast and $count apply to collections only.");
  switch (route.kind) {
    case "list": {
      const isRelation = route.of === "directoryObject";
      if (address.cast && !isRelation) throw badRequest("The collection holds objects of one type: it takes no cast.");
      const source = { set: address.cast ?? route.of, isRelation, isCast: address.cast !== undefined };
      const { cast, countOnly } = address;
      if (cast && route.never?.(ask).includes(cast))
        throw unsupportedQuery("The specified cast of the reference property is not supported for this object.");
      const hides = route.onlyCastShowsServicePrincipals && !countOnly;
      const entries = route
        .list(ask)
        .filter(({ kind }) => (cast ? kind === cast : !hides || kind !== "servicePrincipal"));
      return countOnly ? countOf(ask, entries, source) : pageOf(ask, entries, source);
    }
    case "entity": {
      refuseCollectionOptions(call.url);
      const select = selected(route.of, ask.query.select);
      return {
        "@odata.context": contextOf(call.origin, route.of, select, true),
        ...present(call, route.entity(ask), route.of, select),
      };
    }
    case "record":
      refuseCollectionOptions(call.url);
      if (ask.query.select) throw notImplemented(`$select on ${path}`);
      return route.record(ask);
    case "action":
      return route.run(ask, await jsonBody(call.request));
  }
};

const checkMethod = (method: string, route: Route, path: string) => {
  if (method === route.method) return;
  const writes = ["POST", "PUT", "PATCH", "DELETE"].includes(method);
  if (writes && (route.kind === "list" || route.kind === "entity"))
    throw notImplemented(`writing to the directory (${method} ${path})`);
  throw new Refusal(405, "Request_BadRequest", "Specified HTTP method is not allowed for the request target.");
};

const isAllowed = (call: Call, { permissions, own }: Route, params: Record<string, string>): boolean => {
  if (hasAny(call, permissions)) return true;
  if (!own) return false;
  const { caller } = call;
  const id = params.id?.toLowerCase();
  const isCaller =
    caller.kind === "user"
      ? id === caller.objectId.toLowerCase() || id === caller.name.toLowerCase()
      : id === caller.objectId.toLowerCase() || params.appId?.toLowerCase() === caller.appId.toLowerCase();
  return isCaller && (own.length === 0 || hasAny(call, own));
};

const unknownPath = (path: string, { segments }: Address): Refusal => {
  const [root = ""] = segments;
  const name = root.replace(/\(.*$/s, "");
  return rootsOfGraph.has(name.toLowerCase())
    ? notImplemented(`the path ${path}`)
    : badRequest(`Resource not found for the segment '${name}'.`);
};

const jsonBody = async (request: Request): Promise<unknown> => {
  const text = await request.text();
  const isJson = request.headers.get("content-type")?.toLowerCase().startsWith("application/json") ?? false;
  try {
    if (isJson) return JSON.parse(text);
  } catch {
    throw unreadable();
  }
  throw unreadable();
};

export const unreadable = () =>
  badRequest(
    "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.",
  );
