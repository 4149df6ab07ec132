import { generateKeyPair, SignJWT } from "jose";
import { refused, type Refused, type Stage } from "./request";

const subscriptions = "/subscriptions?api-version=2022-12-01";
const hours = 3600;

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const partsOf = (token: string) => token.split(".") as [string, string, string];
const claimsOf = (token: string) =>
  JSON.parse(Buffer.from(partsOf(token)[1], "base64url").toString()) as Record<string, unknown>;

const withoutSignature = ({ arm }: Stage) => `${encoded({ alg: "none", typ: "JWT" })}.${partsOf(arm)[1]}.`;

const withOtherClaims = (token: string, change: object) => {
  const [header, , signature] = partsOf(token);
  return `${header}.${encoded({ ...claimsOf(token), ...change })}.${signature}`;
};

/** Signed well, with a key that is not the tenant's. */
const forged = async ({ arm }: Stage) => {
  const { privateKey } = await generateKeyPair("RS256");
  const { kid } = JSON.parse(Buffer.from(partsOf(arm)[0], "base64url").toString()) as { kid: string };
  return new SignJWT(claimsOf(arm)).setProtectedHeader({ alg: "RS256", kid, typ: "JWT" }).sign(privateKey);
};

/** Signed with the public key as if it were a shared secret. */
const confused = async ({ arm, description }: Stage) => {
  const answer = await fetch(`${description.endpoints.authority.reachedAt}/discovery/v2.0/keys`);
  const key = new TextEncoder().encode(await answer.text());
  return new SignJWT(claimsOf(arm)).setProtectedHeader({ alg: "HS256", typ: "JWT" }).sign(key);
};

const armTokens: Refused[] = [
  refused("ARM without a token", () => ({ path: subscriptions, authorization: null }), 401, "AuthenticationFailed"),
  refused(
    "ARM with a password",
    () => ({ path: subscriptions, authorization: "Basic bWU6bWU=" }),
    401,
    "AuthenticationFailed",
  ),
  refused(
    "ARM with what is no token",
    () => ({ path: subscriptions, authorization: "Bearer abc" }),
    401,
    "AuthenticationFailed",
  ),
  refused(
    "ARM with a token for Graph",
    ({ graph }) => ({ path: subscriptions, authorization: `Bearer ${graph}` }),
    401,
    "InvalidAuthenticationTokenAudience",
  ),
  refused(
    "ARM with an expired token",
    () => ({ path: subscriptions, later: 3 * hours }),
    401,
    "ExpiredAuthenticationToken",
  ),
  refused(
    "ARM with a token of another key",
    async (stage) => ({ path: subscriptions, authorization: `Bearer ${await forged(stage)}` }),
    401,
    "InvalidAuthenticationToken",
  ),
  refused(
    "ARM with a token whose person was exchanged",
    ({ arm }) => ({
      path: subscriptions,
      authorization: `Bearer ${withOtherClaims(arm, { oid: crypto.randomUUID() })}`,
    }),
    401,
    "InvalidAuthenticationToken",
  ),
  refused(
    "ARM with an unsigned token",
    (stage) => ({ path: subscriptions, authorization: `Bearer ${withoutSignature(stage)}` }),
    401,
    "InvalidAuthenticationToken",
  ),
  refused(
    "ARM with a token signed by the public key",
    async (stage) => ({ path: subscriptions, authorization: `Bearer ${await confused(stage)}` }),
    401,
    "InvalidAuthenticationToken",
  ),
  refused(
    "ARM with a token of an unknown tenant",
    async ({ strangersToken }) => ({ path: subscriptions, authorization: `Bearer ${await strangersToken()}` }),
    401,
    "InvalidAuthenticationTokenTenant",
  ),
];

const graphTokens: Refused[] = [
  refused(
    "Graph without a token",
    () => ({ path: "/v1.0/me", authorization: null }),
    401,
    "InvalidAuthenticationToken",
  ),
  refused(
    "Graph with a token for ARM",
    ({ arm }) => ({ path: "/v1.0/me", authorization: `Bearer ${arm}` }),
    401,
    "InvalidAuthenticationToken",
  ),
  refused(
    "Graph with an expired token",
    () => ({ path: "/v1.0/me", later: 3 * hours }),
    401,
    "InvalidAuthenticationToken",
  ),
  refused(
    "Graph with more permissions written into the token",
    ({ narrow }) => ({
      path: "/v1.0/groups",
      authorization: `Bearer ${withOtherClaims(narrow, { scp: "Directory.Read.All" })}`,
    }),
    401,
    "InvalidAuthenticationToken",
  ),
];

export const refusedTokens = [...armTokens, ...graphTokens];
