import { createHash, randomBytes } from "node:crypto";
import type { Description } from "../admin/description";

export const pageOrigin = "http://localhost:3000";
export const redirectUri = `${pageOrigin}/auth`;
export const armScope = "https://management.fresnel.localhost/user_impersonation openid profile offline_access";
export const graphScope = "https://graph.fresnel.localhost/.default openid profile offline_access";

export type Tokens = {
  access_token: string;
  refresh_token: string;
  id_token: string;
  scope: string;
  expires_in: number;
  refresh_token_expires_in?: number;
  client_info?: string;
};
export type OAuthError = { error: string; error_description: string; error_codes: number[]; suberror?: string };

/** A browser without scripts: keeps the cookies that it is given, and follows no redirect. */
export class Browser {
  #cookies = new Map<string, string>();

  constructor(readonly description: Description) {}

  /** The same browser with the cookies that it has now. */
  copy(): Browser {
    const copy = new Browser(this.description);
    copy.#cookies = new Map(this.#cookies);
    return copy;
  }

  async open(url: string, form?: Record<string, string>): Promise<Response> {
    const response = await fetch(url, {
      method: form ? "POST" : "GET",
      redirect: "manual",
      headers: { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
      ...(form && { body: new URLSearchParams(form) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = "", value = ""] = (cookie.split(";")[0] ?? "").split("=");
      if (value) this.#cookies.set(name, value);
      else this.#cookies.delete(name);
    }
    return response;
  }

  /** Address of the authorize endpoint for the single-page app, with a fresh verifier; `changes` replace parameters. */
  authorizeUrl(changes: Record<string, string | null> = {}): { url: string; verifier: string } {
    const verifier = randomBytes(32).toString("base64url");
    const params = new URLSearchParams({
      client_id: this.description.clientId,
      response_type: "code",
      redirect_uri: redirectUri,
      scope: armScope,
      response_mode: "fragment",
      state: "where I was",
      code_challenge: createHash("sha256").update(verifier).digest("base64url"),
      code_challenge_method: "S256",
    });
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) params.delete(name);
      else params.set(name, value);
    }
    return { url: `${this.description.endpoints.authority.reachedAt}/oauth2/v2.0/authorize?${params}`, verifier };
  }

  /** What the application is sent back with. */
  async answer(url: string, form?: Record<string, string>): Promise<URLSearchParams> {
    const response = await this.open(url, form);
    const location = response.headers.get("location");
    if (!location) throw new Error(`No redirect: ${response.status} ${await response.text()}`);
    const { hash, search } = new URL(location);
    return new URLSearchParams(hash ? hash.slice(1) : search);
  }

  /** Signs a person in as the page's button does, and redeems the code as the single-page app would. */
  async signIn(objectId: string, changes: Record<string, string | null> = {}): Promise<Tokens> {
    const { url, verifier } = this.authorizeUrl(changes);
    const code = (await this.answer(url, { account: objectId })).get("code") ?? "";
    const scope = changes["scope"] ?? armScope;
    return (await this.redeem({ code, code_verifier: verifier, scope })) as Tokens;
  }

  /** Asks the token endpoint for what the form says; as the single-page app unless the form or headers say otherwise. */
  async redeem(
    form: Record<string, string>,
    headers: Record<string, string> = { origin: pageOrigin },
  ): Promise<Tokens | OAuthError> {
    const grant_type = "code" in form ? "authorization_code" : "refresh_token";
    const body = {
      client_id: this.description.clientId,
      grant_type,
      redirect_uri: redirectUri,
      scope: armScope,
      ...form,
    };
    const response = await fetch(`${this.description.endpoints.authority.reachedAt}/oauth2/v2.0/token`, {
      method: "POST",
      headers,
      body: new URLSearchParams(body),
    });
    return (await response.json()) as Tokens | OAuthError;
  }
}

/** The claims of a token, unverified. */
export function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) as Record<string, unknown>;
}

/** The persona whose name begins so. */
export function persona({ personas }: Description, name: string): string {
  const found = personas.find((one) => one.name.startsWith(name));
  if (!found) throw new Error(`No persona is called ${name}.`);
  return found.objectId;
}
