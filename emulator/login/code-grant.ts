import { createHash } from "node:crypto";
import { issueToPerson, type TokenAnswer } from "./issue";
import { missingConsent, notConsented, readScopes } from "./scopes";
import { SignInError } from "./sign-in-error";
import { revoked } from "./refresh-token-grant";
import { personOf, required, type TokenRequest } from "./token-request";

/** Redeems an authorization code, once, for the client, redirect URI and verifier that it was issued to. */
export async function redeemCode({ realm, app, form, signer, now }: TokenRequest): Promise<TokenAnswer> {
  const value = required(form, "code");
  const redirectUri = required(form, "redirect_uri");
  const code = realm.signIns.codes.get(value);
  if (!code) throw new SignInError("invalid_grant", 9002313, "Invalid request. Request is malformed or invalid.");
  if (code.clientId !== app.clientId) {
    throw new SignInError("invalid_grant", 70000, "The provided grant was issued to another client.");
  }
  if (code.redirectUri !== redirectUri) {
    throw new SignInError(
      "invalid_client",
      500112,
      `The reply address '${redirectUri}' does not match the reply address '${code.redirectUri}' provided when requesting Authorization code.`,
    );
  }
  if (code.redeemed) {
    throw new SignInError(
      "invalid_grant",
      54005,
      "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.",
    );
  }
  if (now >= code.expiresAt) {
    throw new SignInError(
      "invalid_grant",
      70008,
      "The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.",
    );
  }
  checkVerifier(code.challenge, form.get("code_verifier"));
  const scopes = readScopes(form.get("scope") || code.scope, realm.world, app);
  if (missingConsent(realm.world, scopes).length > 0) {
    throw new SignInError("invalid_grant", 65001, notConsented(app), { suberror: "consent_required" });
  }
  const person = personOf(realm, code.objectId);
  if (code.revokedAt) throw revoked(code, code.revokedAt);
  code.redeemed = true;
  return issueToPerson({ realm, app, signer, now, scopes, claims: form.get("claims") ?? code.claims }, person, code, {
    nonce: code.nonce,
    clientInfo: form.get("client_info") === "1",
    since: now,
  });
}

function checkVerifier(challenge: string | null, verifier: string | null): void {
  if (challenge === null && verifier === null) return;
  const given = verifier && createHash("sha256").update(verifier).digest("base64url");
  if (given && given === challenge) return;
  throw new SignInError(
    "invalid_grant",
    501481,
    "The Code_Verifier does not match the code_challenge supplied in the authorization request.",
  );
}
