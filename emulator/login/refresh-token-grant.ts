import { readClaims } from "./claims-request";
import { issueToPerson, type TokenAnswer } from "./issue";
import { missingConsent, notConsented, onlyResource, readScopes } from "./scopes";
import { SignInError } from "./sign-in-error";
import type { Grant, RefreshToken } from "./sign-ins";
import { personOf, required, type TokenRequest } from "./token-request";

/**
 * Redeems a refresh token and answers a new one with the tokens. It counts once for each resource: clients ask for
 * several resources at the same moment with the one refresh token they have.
 */
export async function redeemRefreshToken({ realm, app, form, signer, now }: TokenRequest): Promise<TokenAnswer> {
  const value = required(form, "refresh_token");
  const scopes = readScopes(required(form, "scope"), realm.world, app);
  const resource = onlyResource(scopes);
  const token = realm.signIns.refreshTokens.get(value);
  if (!token || token.clientId !== app.clientId || token.redeemedFor.has(resource)) {
    throw new SignInError(
      "invalid_grant",
      70000,
      "The provided value for the input parameter 'refresh_token' is not valid.",
      {
        suberror: "bad_token",
      },
    );
  }
  checkAge(token, now);
  const person = personOf(realm, token.objectId);
  if (token.revokedAt) throw revoked(token, token.revokedAt);
  if (missingConsent(realm.world, scopes).length > 0) {
    throw new SignInError("invalid_grant", 65001, notConsented(app), { suberror: "consent_required" });
  }
  const claims = form.get("claims");
  const unmet = readClaims(claims).contexts.filter((context) => !token.contexts.includes(context));
  if (unmet.length > 0) {
    throw new SignInError(
      "interaction_required",
      50076,
      "Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access the resource.",
      { suberror: "basic_action", claims: claims ?? "" },
    );
  }
  const issue = { realm, app, signer, now, scopes, claims };
  const more = { nonce: null, clientInfo: form.get("client_info") === "1", since: token.issuedAt };
  token.redeemedFor.add(resource);
  return issueToPerson(issue, person, token, more);
}

function checkAge(token: RefreshToken, now: Date): void {
  if (now < token.expiresAt) return;
  if (token.platform === "spa") {
    throw new SignInError(
      "invalid_grant",
      700084,
      `The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which can't be extended. It is now expired and a new sign in request must be sent by the SPA to the sign in page. The token was issued on ${token.issuedAt.toISOString()}.`,
    );
  }
  throw new SignInError(
    "invalid_grant",
    700082,
    `The refresh token has expired due to inactivity. The token was issued on ${token.issuedAt.toISOString()} and was inactive for 90.00:00:00.`,
  );
}

export const revoked = (grant: Grant, revokedAt: Date) =>
  new SignInError(
    "invalid_grant",
    50173,
    `The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password. The grant was issued on '${grant.signedInAt.toISOString()}' and the TokensValidFrom date (before which tokens are not valid) for this user is '${revokedAt.toISOString()}'.`,
  );
