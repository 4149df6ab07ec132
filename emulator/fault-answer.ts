import { randomUUID } from "node:crypto";
import { errorResponse } from "./error-response";
import type { Effect, Subject } from "./faults";
import { SignInError, writeError } from "./login/sign-in-error";
import { claimsChallenge } from "./unauthorized";

type Answering = Exclude<Effect, { kind: "reset" | "hang" | "cut" }>;

/** The answer that a fault gives in the place of the service's own, in the shape that the service's failures have. */
export function faultAnswer(
  effect: Answering,
  { service }: Subject,
  tenantId: string,
  request: Request,
  now: Date,
): Response {
  switch (effect.kind) {
    case "body":
      return new Response(effect.text, {
        status: effect.status ?? 200,
        headers: { "Content-Type": effect.contentType ?? "application/json; charset=utf-8" },
      });
    case "throttle":
      return throttled(service, effect.retryAfterSeconds, request, now);
    case "status": {
      const { status, code = codes[status] ?? "InternalServerError" } = effect;
      const message = effect.message ?? "The service could not answer the request.";
      if (service !== "login") return errorResponse(envelopeOf(service), { status, code, message }, request, now);
      return signInFailure(new SignInError(effect.code ?? "server_error", 90033, message, { status }), now);
    }
    case "claimsChallenge": {
      const { claims } = effect;
      if (service !== "login") return claimsChallenge(envelopeOf(service), claims, tenantId, request, now);
      const message = "You must use multi-factor authentication to access the resource.";
      const more = { suberror: "basic_action", claims };
      return signInFailure(new SignInError("interaction_required", 50076, message, more), now);
    }
  }
}

const codes: Record<number, string> = {
  400: "BadRequest",
  401: "InvalidAuthenticationToken",
  403: "AuthorizationFailed",
  404: "NotFound",
  408: "RequestTimeout",
  409: "Conflict",
  500: "InternalServerError",
  502: "BadGateway",
  503: "ServiceUnavailable",
  504: "GatewayTimeout",
};

function throttled(service: Subject["service"], seconds: number | undefined, request: Request, now: Date): Response {
  const headers: Record<string, string> = seconds === undefined ? {} : { "Retry-After": String(seconds) };
  switch (service) {
    case "arm":
    case "graph": {
      const message = "Too many requests. Please try again later.";
      return errorResponse(service, { status: 429, code: "TooManyRequests", message, headers }, request, now);
    }
    case "resourceGraph":
      return throttledResourceGraph(seconds, headers, now);
    case "login": {
      const error = new SignInError("temporarily_unavailable", 90055, "There are too many requests.", { status: 429 });
      return signInFailure(error, now, headers);
    }
  }
}

function throttledResourceGraph(seconds: number | undefined, headers: Record<string, string>, now: Date): Response {
  const message = `Please provide below info when asking for support: timestamp = ${now.toISOString()}, correlationId = ${randomUUID()}.`;
  const detail =
    "Client application has been throttled and should not attempt to repeat the request until an amount of time has elapsed. Please see https://aka.ms/resourcegraph-throttling for help.";
  const error = { code: "RateLimiting", message, details: [{ code: "RateLimiting", message: detail }] };
  const quota = {
    "x-ms-user-quota-remaining": "0",
    "x-ms-user-quota-resets-after": new Date((seconds ?? 5) * 1000).toISOString().slice(11, 19),
  };
  return Response.json({ error }, { status: 429, headers: { ...headers, ...quota } });
}

const signInFailure = (error: SignInError, now: Date, headers: Record<string, string> = {}) =>
  Response.json(writeError(error, now, null), { status: error.more.status ?? 400, headers });

const envelopeOf = (service: "arm" | "resourceGraph" | "graph") => (service === "graph" ? "graph" : "arm");
