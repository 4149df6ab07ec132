import { randomUUID } from "node:crypto";
import { errorBody } from "./error-body";
import type { Effect, Subject } from "./faults";
import { claimsChallenge } from "./unauthorized";

type Answering = Exclude<Effect, { kind: "reset" | "hang" | "cut" }>;

/** The answer that a fault gives in the place of the service's own, in the shape that the service's failures have. */
export function faultAnswer(effect: Answering, subject: Subject, tenantId: string, now: Date): Response {
  switch (effect.kind) {
    case "throttle":
      return throttled(subject.service, effect.retryAfterSeconds, now);
    case "status": {
      const code = effect.code ?? codes[effect.status] ?? "InternalServerError";
      const message = effect.message ?? "The service could not answer the request.";
      return Response.json(envelope(subject.service, code, message, now), { status: effect.status });
    }
    case "body":
      return new Response(effect.text, {
        status: effect.status ?? 200,
        headers: { "Content-Type": effect.contentType ?? "application/json; charset=utf-8" },
      });
    case "claimsChallenge":
      if (subject.service !== "login") return claimsChallenge(serviceOf(subject), effect.claims, tenantId, now);
      return Response.json(
        {
          ...envelope("login", "interaction_required", "AADSTS50076: You must use multi-factor authentication.", now),
          suberror: "basic_action",
          claims: effect.claims,
        },
        { status: 400 },
      );
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

function throttled(service: Subject["service"], seconds: number | undefined, now: Date): Response {
  const headers = new Headers();
  if (seconds !== undefined) headers.set("Retry-After", String(seconds));
  if (service === "resourceGraph") {
    headers.set("x-ms-user-quota-remaining", "0");
    headers.set("x-ms-user-quota-resets-after", new Date((seconds ?? 5) * 1000).toISOString().slice(11, 19));
    const message = `Please provide below info when asking for support: timestamp = ${now.toISOString()}, correlationId = ${randomUUID()}.`;
    const detail =
      "Client application has been throttled and should not attempt to repeat the request until an amount of time has elapsed. Please see https://aka.ms/resourcegraph-throttling for help.";
    const details = [{ code: "RateLimiting", message: detail }];
    return Response.json({ error: { code: "RateLimiting", message, details } }, { status: 429, headers });
  }
  const body = {
    arm: () => envelope("arm", "TooManyRequests", "The request is being throttled. Please try again later.", now),
    graph: () => envelope("graph", "TooManyRequests", "Too many requests. Please try again later.", now),
    login: () => envelope("login", "temporarily_unavailable", "AADSTS90055: There are too many requests.", now),
  }[service]();
  return Response.json(body, { status: 429, headers });
}

function envelope(service: Subject["service"], code: string, message: string, now: Date): object {
  if (service !== "login") return errorBody(service === "graph" ? "graph" : "arm", code, message, now);
  return {
    error: code,
    error_description: message,
    error_codes: [Number(/^AADSTS(\d+)/.exec(message)?.[1] ?? 90033)],
    timestamp: now.toISOString(),
    trace_id: randomUUID(),
    correlation_id: randomUUID(),
  };
}

const serviceOf = ({ service }: Subject) => (service === "graph" ? "graph" : "arm");
