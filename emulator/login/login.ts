import type { Estate } from "../estate";
import type { TokenSigner } from "../tokens";
import { authorize } from "./authorize";
import { anyOrigin } from "./cors";
import { logout } from "./logout";
import { instanceDiscovery, openIdConfiguration } from "./metadata";
import { problemPage } from "./page/problem-page";
import { sessionOf } from "./session";
import { SignInError, writeError } from "./sign-in-error";
import { answerTokenRequest } from "./token";

/** Answers the sign-in service's requests: metadata, keys, authorize, token and logout of the 2.0 endpoints. */
export async function handleLogin(request: Request, estate: Estate, signer: TokenSigner): Promise<Response> {
  const url = new URL(request.url);
  const [, tenant = "", ...rest] = url.pathname.split("/").map(decode);
  switch (rest.join("/").toLowerCase()) {
    case "v2.0/.well-known/openid-configuration":
      return anyOrigin(await asJson(estate, request, () => openIdConfiguration(estate, tenant)));
    case "discovery/instance":
      return anyOrigin(
        await asJson(estate, request, () => instanceDiscovery(url.searchParams.get("authorization_endpoint"))),
      );
    case "discovery/v2.0/keys":
    case "discovery/keys":
      return anyOrigin(Response.json({ keys: [signer.publicJwk] }));
    case "oauth2/v2.0/authorize":
      return asPage(estate, request, async (params, form) =>
        authorize(estate, tenant, params, form, sessionOf(request)),
      );
    case "oauth2/v2.0/logout":
      return asPage(estate, request, async (params) => logout(estate, tenant, params, sessionOf(request)));
    case "oauth2/v2.0/token":
      return anyOrigin(await token(request, tenant, estate, signer));
    default:
      return Response.json(
        { error: "not_implemented", error_description: `${request.method} ${url.pathname} is not implemented.` },
        { status: 501 },
      );
  }
}

async function token(request: Request, tenant: string, estate: Estate, signer: TokenSigner): Promise<Response> {
  const form = request.method === "POST" ? await readForm(request) : new URLSearchParams();
  const correlation = form.get("client-request-id") ?? request.headers.get("client-request-id");
  const answer = await asJson(
    estate,
    request,
    () => {
      if (request.method === "POST") {
        return answerTokenRequest(request, form, tenant, { estate, signer, now: estate.clock() });
      }
      throw new SignInError(
        "invalid_request",
        900561,
        "The endpoint only accepts POST requests. Received a GET request.",
        { status: 405 },
      );
    },
    correlation,
  );
  answer.headers.set("Cache-Control", "no-store, no-cache");
  return answer;
}

async function asJson(
  estate: Estate,
  request: Request,
  work: () => object | Promise<object>,
  correlation: string | null = request.headers.get("client-request-id"),
): Promise<Response> {
  try {
    return Response.json(await work());
  } catch (error) {
    if (!(error instanceof SignInError)) throw error;
    const written = writeError(error, estate.clock(), correlation);
    return Response.json(written, { status: error.more.status ?? 400 });
  }
}

/** Runs what a browser navigates to. A POST carries the request in its body, or our own form's choice beside it. */
async function asPage(
  estate: Estate,
  request: Request,
  work: (params: URLSearchParams, form: URLSearchParams) => Promise<Response>,
): Promise<Response> {
  const query = new URL(request.url).searchParams;
  try {
    const form = request.method === "POST" ? await readForm(request) : new URLSearchParams();
    return await work(query.size > 0 ? query : form, form);
  } catch (error) {
    if (!(error instanceof SignInError)) throw error;
    return problemPage(writeError(error, estate.clock(), query.get("client-request-id")));
  }
}

async function readForm(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get("content-type") ?? "";
  return new URLSearchParams(/^application\/x-www-form-urlencoded/i.test(type) ? await request.text() : "");
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
