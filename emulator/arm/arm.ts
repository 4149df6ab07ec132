import { settleActivations } from "../activations";
import { Refusal, type Call } from "../call";
import { requireAction, requireReadable, requireResourceGroup, requireVisible } from "./access";
import { apiVersionOf, requireApiVersion } from "./api-version";
import { armRefusal, badRequest } from "./errors";
import { settleOperations } from "./managed-services/operations-in-progress";
import { matchRoutes, segmentsOf, type Match } from "./route";
import { routes } from "./routes";
import { meter, type RequestClass } from "./throttle";
import { refuseUnknownPath } from "./unknown-path";

/** Answers a request to Azure Resource Manager or, below it, to Resource Graph. */
export async function handleArm(call: Call): Promise<Response> {
  settleOperations(call.world, call.now);
  settleActivations(call.world, call.now);
  const headers: Record<string, string> = {};
  let answer: Response;
  try {
    answer = await answerTo(call, headers);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    answer = armRefusal(error);
  }
  // Copied because a handler's headers may be immutable; a header that it set itself stays.
  const all = new Headers({ ...headers, ...Object.fromEntries(answer.headers) });
  return new Response(answer.body, { status: answer.status, headers: all });
}

async function answerTo(call: Call, headers: Record<string, string>): Promise<Response> {
  const { request, url } = call;
  const segments = segmentsOf(url.pathname);
  if (!segments) throw badRequest("BadRequest", "The request URI is not valid.");
  const matches = matchRoutes(routes, segments);
  const match = matches.find(({ route }) => route.method === request.method);
  const subscriptionId = segments[0]?.toLowerCase() === "subscriptions" ? segments[1] : undefined;

  Object.assign(headers, meter(call, match?.route.counts ?? classOf(request.method), subscriptionId));
  const apiVersion = apiVersionOf(call, matches);
  const decidesVisibility = match?.route.decidesVisibility ?? false;
  if (subscriptionId !== undefined && !decidesVisibility) requireVisible(call, subscriptionId);
  if (matches.length === 0) throw refuseUnknownPath(request.method, segments, apiVersion);
  if (!match) throw methodNotAllowed(request.method, matches);
  requireApiVersion(match, apiVersion);

  const { route, scope, params } = match;
  requireReadable(call, route.action ?? "Microsoft.Resources/subscriptions/read", scope);
  if (route.action !== undefined) requireAction(call, route.action, scope.path);
  requireResourceGroup(call, scope);
  return route.handle({ ...call, scope, params, apiVersion });
}

const classOf = (method: string): RequestClass =>
  method === "GET" || method === "HEAD" ? "reads" : method === "DELETE" ? "deletes" : "writes";

const methodNotAllowed = (method: string, matches: readonly Match[]): Refusal =>
  new Refusal(405, "MethodNotAllowed", `The requested resource does not support http method '${method}'.`, {
    headers: { Allow: [...new Set(matches.map(({ route }) => route.method))].join(", ") },
  });
