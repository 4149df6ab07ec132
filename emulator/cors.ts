import type { World } from "./world";

export const isPreflight = (request: Request) =>
  request.method === "OPTIONS" && request.headers.has("origin") && request.headers.has("access-control-request-method");

/** Answers a preflight: every page may ask, with the methods and headers that it names. Tokens guard, not origins. */
export function preflight(request: Request): Response {
  const headers = new Headers({
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET,HEAD,POST,PUT,PATCH,DELETE,OPTIONS",
    "Access-Control-Max-Age": "3600",
    Vary: "Access-Control-Request-Headers",
  });
  const asked = request.headers.get("access-control-request-headers");
  if (asked) headers.set("Access-Control-Allow-Headers", asked);
  return new Response(null, { status: 200, headers });
}

/**
 * Lets pages read an answer of ARM or Graph. Which headers they see beyond the safelist is the world's setting, since
 * Azure's list is not documented; a request without a world gets none.
 */
export function allowPages(request: Request, response: Response, world: World | null): void {
  if (!request.headers.has("origin")) return;
  response.headers.set("Access-Control-Allow-Origin", "*");
  const exposed = world?.settings.exposedHeaders ?? [];
  if (exposed.length > 0) response.headers.set("Access-Control-Expose-Headers", exposed.join(","));
}
