import type { Estate, Realm } from "../estate";
import { type App, appOf, hasRedirectUri } from "./apps";
import { readClaims } from "./claims-request";
import { readScopes, type ScopeRequest } from "./scopes";
import { SignInError } from "./sign-in-error";
import { realmOf, sharedTenants, tenantName } from "./tenant";
import { required, unknownApp } from "./token-request";

export type ResponseMode = "query" | "fragment" | "form_post";
/** Where the answer goes. It is known before the rest of the request is looked at, so that errors can go there too. */
export type ReturnAddress = {
  realm: Realm;
  app: App;
  redirectUri: string;
  mode: ResponseMode;
  state: string | null;
};
export type AuthorizeRequest = {
  scopes: ScopeRequest;
  prompt: "none" | "login" | "select_account" | "consent" | null;
  loginHint: string | null;
  nonce: string | null;
  challenge: string | null;
  claims: string | null;
  contexts: readonly string[];
};

const modes: Record<string, ResponseMode> = { query: "query", fragment: "fragment", form_post: "form_post" };
const prompts = ["none", "login", "select_account", "consent"] as const;

/** Throws a {@link SignInError} that may only be shown on a page: the redirect URI cannot be trusted before it is known. */
export function readReturnAddress(estate: Estate, tenant: string, params: URLSearchParams): ReturnAddress {
  const clientId = required(params, "client_id");
  if (!estate.byName(tenant) && estate.isCustomer(tenant)) throw unknownApp(clientId, tenant);
  const realm = realmOf(estate, tenant);
  const app = appOf(realm.world, clientId);
  if (!app) throw unknownApp(clientId, tenantName(realm.world));
  if (sharedTenants.includes(tenant.toLowerCase()) && !app.multiTenant) {
    throw new SignInError(
      "invalid_request",
      50194,
      `Application '${app.clientId}'(${app.name}) is not configured as a multi-tenant application. Usage of the /common endpoint is not supported for such apps created after '10/15/2018'. Use a tenant-specific endpoint or configure the application to be multi-tenant.`,
    );
  }
  const redirectUri = params.get("redirect_uri");
  if (!redirectUri) throw new SignInError("invalid_request", 900971, "No reply address provided.");
  if (!hasRedirectUri(app, redirectUri)) {
    throw new SignInError(
      "invalid_request",
      50011,
      `The redirect URI '${redirectUri}' specified in the request does not match the redirect URIs configured for the application '${app.clientId}'. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal. Navigate to https://aka.ms/redirectUriMismatchError to learn more about how to troubleshoot this error.`,
    );
  }
  const mode = modes[params.get("response_mode") ?? "query"] ?? "query";
  return { realm, app, redirectUri, mode, state: params.get("state") };
}

/** Throws a {@link SignInError} that goes back to the application. */
export function readAuthorizeRequest({ realm, app }: ReturnAddress, params: URLSearchParams): AuthorizeRequest {
  for (const name of new Set(params.keys())) {
    if (params.getAll(name).length > 1) {
      throw new SignInError(
        "invalid_request",
        9000411,
        `The request is not properly formatted. The parameter '${name}' is duplicated.`,
      );
    }
  }
  checkResponse(required(params, "response_type"), params.get("response_mode"));
  const prompt = prompts.find((one) => one === params.get("prompt")) ?? null;
  if (params.get("prompt") && !prompt) {
    throw new SignInError(
      "invalid_request",
      90023,
      `The value '${params.get("prompt")}' of 'prompt' is not supported.`,
    );
  }
  const claims = params.get("claims") || null;
  return {
    scopes: readScopes(required(params, "scope"), realm.world, app),
    prompt,
    loginHint: params.get("login_hint") || null,
    nonce: params.get("nonce"),
    challenge: readChallenge(app, params),
    claims,
    contexts: readClaims(claims).contexts,
  };
}

function checkResponse(type: string, mode: string | null): void {
  if (type !== "code") {
    throw new SignInError(
      "unsupported_response_type",
      700054,
      `response_type '${type}' is not enabled for the application.`,
    );
  }
  if (mode !== null && !Object.hasOwn(modes, mode)) {
    throw new SignInError(
      "invalid_request",
      70007,
      `'${mode}' is not a supported value of 'response_mode' when requesting a token.`,
    );
  }
}

function readChallenge(app: App, params: URLSearchParams): string | null {
  const challenge = params.get("code_challenge");
  if (challenge === null) {
    if (app.platform !== "spa") return null;
    throw new SignInError(
      "invalid_request",
      9002325,
      "Proof Key for Code Exchange is required for cross-origin authorization code redemption.",
    );
  }
  if (params.get("code_challenge_method") !== "S256") {
    throw new SignInError("invalid_request", 50149, "Invalid Code_Challenge method. Only 'S256' is supported.");
  }
  if (!/^[A-Za-z0-9_-]{43}$/.test(challenge)) {
    throw new SignInError("invalid_request", 501491, "Invalid size of Code_Challenge parameter.");
  }
  return challenge;
}
