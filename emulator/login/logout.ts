import type { Estate } from "../estate";
import { appOf, hasRedirectUri } from "./apps";
import { signedOutPage } from "./page/signed-out-page";
import type { Session } from "./session";
import { realmOf, tenantName } from "./tenant";

/**
 * Ends the browser's session, then goes to `post_logout_redirect_uri` if the application has it registered. Without a
 * `client_id` or token that names the application, that is the single-page app.
 */
export function logout(estate: Estate, tenant: string, params: URLSearchParams, session: Session): Response {
  const realm = realmOf(estate, tenant);
  realm.signIns.signOut(session.id);
  const app = appOf(realm.world, clientOf(params) ?? realm.world.clientId);
  const target = params.get("post_logout_redirect_uri");
  const state = params.get("state");
  const response =
    target && app && hasRedirectUri(app, target)
      ? new Response(null, { status: 302, headers: { Location: withState(target, state) } })
      : signedOutPage(tenantName(realm.world));
  response.headers.append("Set-Cookie", session.goneCookie);
  return response;
}

function withState(target: string, state: string | null): string {
  if (state === null) return target;
  const url = new URL(target);
  url.searchParams.set("state", state);
  return url.href;
}

/** The application that asks. The token only says where to go back to, so its signature does not matter. */
function clientOf(params: URLSearchParams): string | null {
  const explicit = params.get("client_id");
  if (explicit) return explicit;
  const payload = params.get("id_token_hint")?.split(".")[1];
  if (!payload) return null;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString());
    return typeof claims === "object" && claims && "aud" in claims && typeof claims.aud === "string"
      ? claims.aud
      : null;
  } catch {
    return null;
  }
}
