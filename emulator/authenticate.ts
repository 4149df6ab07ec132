import type { Caller } from "./call";
import { toSeconds } from "./clock";
import type { Estate, Realm } from "./estate";
import { origins, type Service } from "./services";
import { type AccessToken, accessTokenIssuer, type TokenSigner } from "./tokens";

/** Why a bearer token is not accepted; each service has its own words for it. */
export type TokenProblem =
  | { kind: "missing" }
  | { kind: "malformed" }
  | { kind: "badSignature" }
  | { kind: "wrongAudience"; audience: string }
  | { kind: "expired"; at: Date }
  | { kind: "notYetValid" }
  | { kind: "wrongTenant"; issuer: string }
  | { kind: "revoked"; validFrom: number; tenantId: string };

export type SignedIn = { kind: "signedIn"; realm: Realm; caller: Caller; token: AccessToken };

const clockSkewSeconds = 300;

/** Reads the bearer token of a request to ARM or Graph and finds the world that it belongs to. */
export async function authenticate(
  request: Request,
  service: Exclude<Service, "login">,
  { estate, signer, now }: { estate: Estate; signer: TokenSigner; now: Date },
): Promise<SignedIn | TokenProblem> {
  const header = request.headers.get("authorization");
  if (!header) return { kind: "missing" };
  const bearer = /^Bearer +(\S+)$/i.exec(header)?.[1];
  if (!bearer) return { kind: "malformed" };
  const verified = await signer.verify(bearer);
  if (verified.kind !== "valid") return verified;

  const token = verified.claims;
  if (token.aud.replace(/\/$/, "").toLowerCase() !== origins[service]) {
    return { kind: "wrongAudience", audience: token.aud };
  }
  const second = toSeconds(now);
  if (second >= token.exp) return { kind: "expired", at: new Date(token.exp * 1000) };
  if (second + clockSkewSeconds < token.nbf) return { kind: "notYetValid" };
  const realm = estate.byId(token.tid);
  if (!realm || token.iss !== accessTokenIssuer(realm.world.id)) return { kind: "wrongTenant", issuer: token.iss };
  // A client that cannot handle a claims challenge keeps its token until it expires, as in Azure.
  const validFrom = realm.signIns.validFrom(token.oid);
  if (token.xms_cc?.includes("CP1") && token.iat < validFrom) {
    return { kind: "revoked", validFrom, tenantId: realm.world.id };
  }
  return { kind: "signedIn", realm, caller: callerOf(token), token };
}

function callerOf(token: AccessToken): Caller {
  const person = token.idtyp === "user";
  return {
    kind: person ? "user" : "servicePrincipal",
    objectId: token.oid,
    name: person ? (token.upn ?? token.oid) : token.appid,
    appId: token.appid,
    scopes: person ? (token.scp ?? "").split(" ").filter(Boolean) : (token.roles ?? []),
    amr: token.amr ?? [],
  };
}
