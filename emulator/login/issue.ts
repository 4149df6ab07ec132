import { randomBytes, randomUUID } from "node:crypto";
import type { Realm } from "../estate";
import { origins } from "../services";
import { type AccessToken, accessTokenIssuer, type TokenSigner } from "../tokens";
import type { User } from "../world";
import type { App } from "./apps";
import { readClaims } from "./claims-request";
import { grantedScopes, onlyResource, type ScopeRequest } from "./scopes";
import type { Grant } from "./sign-ins";

const spaRefreshTokenSeconds = 24 * 3600;
const refreshTokenSeconds = 90 * 24 * 3600;

export type Issue = {
  realm: Realm;
  app: App;
  signer: TokenSigner;
  now: Date;
  scopes: ScopeRequest;
  claims: string | null;
};

export type TokenAnswer = {
  token_type: "Bearer";
  scope?: string;
  expires_in: number;
  ext_expires_in: number;
  access_token: string;
  refresh_token?: string;
  refresh_token_expires_in?: number;
  id_token?: string;
  client_info?: string;
};

/** Tokens of a person who signed in. `since` is when a single-page app's chain of refresh tokens began. */
export async function issueToPerson(
  issue: Issue,
  person: User,
  grant: Grant,
  more: { nonce: string | null; clientInfo: boolean; since: Date },
): Promise<TokenAnswer> {
  const { realm, now, scopes, signer } = issue;
  const { world, signIns } = realm;
  const resource = onlyResource(scopes);
  const contexts = [...new Set([...grant.contexts, ...readClaims(issue.claims).contexts])];
  const claims: AccessToken = {
    ...accessClaims(issue, person.id, signIns.issueSecond(person.id, now)),
    idtyp: "user",
    amr: world.settings.secondFactor ? ["pwd", "mfa"] : ["pwd"],
    name: person.displayName,
    scp: grantedScopes(world, resource).join(" "),
    unique_name: person.userPrincipalName,
    upn: person.userPrincipalName,
    ...(contexts.length > 0 && { acrs: contexts }),
  };
  const answer: TokenAnswer = {
    token_type: "Bearer",
    scope: grantedText(issue),
    ...lifetime(realm),
    access_token: await signer.sign(claims),
  };
  if (scopes.offline) {
    const spa = grant.platform === "spa";
    const expiresAt = spa
      ? new Date(more.since.getTime() + spaRefreshTokenSeconds * 1000)
      : new Date(now.getTime() + refreshTokenSeconds * 1000);
    const refreshToken = { ...pick(grant), contexts, issuedAt: more.since, expiresAt, redeemedFor: new Set<string>() };
    answer.refresh_token = signIns.addRefreshToken(refreshToken);
    if (spa) answer.refresh_token_expires_in = Math.floor((expiresAt.getTime() - now.getTime()) / 1000);
  }
  if (scopes.openid) answer.id_token = await signer.sign(idClaims(issue, person, claims, more.nonce));
  if (more.clientInfo) answer.client_info = clientInfo(realm, person.id);
  return answer;
}

/** A token of a program that signed in with its own secret. */
export async function issueToProgram(issue: Issue, objectId: string): Promise<TokenAnswer> {
  const { world, signIns } = issue.realm;
  // Application permissions carry no User.Read and the like, which speak of a signed-in person.
  const roles = onlyResource(issue.scopes) === "graph" ? grantedScopes(world, "graph").filter(isForPrograms) : [];
  const claims: AccessToken = {
    ...accessClaims(issue, objectId, signIns.issueSecond(objectId, issue.now)),
    idtyp: "app",
    ...(roles.length > 0 && { roles }),
  };
  return { token_type: "Bearer", ...lifetime(issue.realm), access_token: await issue.signer.sign(claims) };
}

export const clientInfo = ({ world }: Realm, objectId: string) =>
  Buffer.from(JSON.stringify({ uid: objectId, utid: world.id })).toString("base64url");

const isForPrograms = (scope: string) => scope.endsWith(".All");

const pick = ({ clientId, platform, objectId, signedInAt }: Grant) => ({ clientId, platform, objectId, signedInAt });

function lifetime({ world }: Realm) {
  const seconds = world.settings.accessTokenSeconds;
  return { expires_in: seconds, ext_expires_in: seconds };
}

function accessClaims({ realm, app, scopes, claims }: Issue, objectId: string, second: number) {
  const { world } = realm;
  const resource = onlyResource(scopes);
  const { capabilities } = readClaims(claims);
  return {
    aud: scopes.audiences.get(resource) ?? origins.graph,
    iss: accessTokenIssuer(world.id),
    iat: second,
    nbf: second,
    exp: second + world.settings.accessTokenSeconds,
    appid: app.clientId,
    oid: objectId,
    sub: objectId,
    tid: world.id,
    uti: randomBytes(16).toString("base64url"),
    ver: "1.0" as const,
    ...(capabilities.length > 0 && { xms_cc: [...capabilities] }),
  };
}

function idClaims({ realm, app }: Issue, person: User, { iat, exp }: AccessToken, nonce: string | null) {
  return {
    aud: app.clientId,
    iss: `${origins.login}/${realm.world.id}/v2.0`,
    iat,
    nbf: iat,
    exp,
    name: person.displayName,
    ...(nonce && { nonce }),
    oid: person.id,
    preferred_username: person.userPrincipalName,
    sub: Buffer.from(`${app.clientId}${person.id}`).toString("base64url").slice(0, 43),
    tid: realm.world.id,
    uti: randomUUID(),
    ver: "2.0",
  };
}

/** The `scope` of an answer: what was granted, spelled the way it was asked for, and `.default` where it was asked for. */
function grantedText({ realm, scopes }: Issue): string {
  const resource = onlyResource(scopes);
  const names = scopes.wanted.get(resource) ?? [];
  const qualified = resource === "arm" || names.length === 0 || scopes.written.some((scope) => scope.includes("://"));
  const prefix = qualified ? `${scopes.audiences.get(resource) ?? origins.graph}/` : "";
  const asked = names.filter((name) => name.toLowerCase() === ".default");
  const oidc = resource === "graph" ? ["openid", "profile", "email"] : [];
  return [...oidc, ...[...grantedScopes(realm.world, resource), ...asked].map((name) => prefix + name)].join(" ");
}
