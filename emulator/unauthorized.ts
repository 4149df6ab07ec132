import type { TokenProblem } from "./authenticate";
import { errorResponse } from "./error-response";
import { origins, type Service } from "./services";

/** The 401 of ARM or Graph for a bearer token that is not accepted, in that service's own words. */
export function unauthorized(
  service: Exclude<Service, "login">,
  problem: TokenProblem,
  request: Request,
  now: Date,
): Response {
  if (problem.kind === "revoked") {
    const claims = { access_token: { nbf: { essential: true, value: String(problem.validFrom) } } };
    return claimsChallenge(service, JSON.stringify(claims), problem.tenantId, request, now);
  }
  const { code, message } = service === "arm" ? armWords(problem, now) : graphWords(problem);
  const challenge =
    service === "arm"
      ? `Bearer authorization_uri="${origins.login}/common", error="invalid_token", error_description="${message.replaceAll('"', "'")}"`
      : `Bearer realm="", authorization_uri="${origins.login}/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"`;
  const headers = { "WWW-Authenticate": challenge };
  return errorResponse(service, { status: 401, code, message, headers }, request, now);
}

/** Asks for a token that satisfies `claims` (JSON), as Continuous Access Evaluation does. */
export function claimsChallenge(
  service: Exclude<Service, "login">,
  claims: string,
  tenantId: string,
  request: Request,
  now: Date,
): Response {
  const encoded = Buffer.from(claims).toString("base64");
  const uri = `${origins.login}/${tenantId}/oauth2/authorize`;
  const challenge = `Bearer realm="", authorization_uri="${uri}", error="insufficient_claims", claims="${encoded}"`;
  const [code, message] =
    service === "arm"
      ? ["InvalidAuthenticationToken", "The access token does not satisfy the claims that the resource demands."]
      : [
          "InvalidAuthenticationToken",
          "Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp",
        ];
  const headers = { "WWW-Authenticate": challenge };
  return errorResponse(service, { status: 401, code, message, headers }, request, now);
}

type Words = { code: string; message: string };
type Problem = Exclude<TokenProblem, { kind: "revoked" }>;

function armWords(problem: Problem, now: Date): Words {
  switch (problem.kind) {
    case "missing":
      return {
        code: "AuthenticationFailed",
        message: "Authentication failed. The 'Authorization' header is missing.",
      };
    case "malformed":
      return {
        code: "AuthenticationFailed",
        message: "Authentication failed. The 'Authorization' header does not contain a readable bearer token.",
      };
    case "badSignature":
    case "notYetValid":
      return { code: "InvalidAuthenticationToken", message: "The access token is invalid." };
    case "wrongAudience":
      return {
        code: "InvalidAuthenticationTokenAudience",
        message: `The access token has been obtained for wrong audience or resource '${problem.audience}'. It should exactly match with one of the allowed audiences '${origins.arm}','${origins.arm}/'.`,
      };
    case "expired":
      return {
        code: "ExpiredAuthenticationToken",
        message: `The access token expiry UTC time '${utc(problem.at)}' is earlier than current UTC time '${utc(now)}'.`,
      };
    case "wrongTenant":
      return {
        code: "InvalidAuthenticationTokenTenant",
        message: `The access token is from the wrong issuer '${problem.issuer}'. It must match the tenant associated with this subscription. Please use the authority (URL) of that tenant to get the token.`,
      };
  }
}

function graphWords(problem: Problem): Words {
  const code = "InvalidAuthenticationToken";
  switch (problem.kind) {
    case "missing":
      return { code, message: "Access token is empty." };
    case "malformed":
      return { code, message: "IDX14100: JWT is not well formed, there are no dots (.)." };
    case "badSignature":
      return { code, message: "Access token validation failure. Invalid signature." };
    case "notYetValid":
    case "expired":
      return { code, message: "Lifetime validation failed, the token is expired." };
    case "wrongAudience":
      return { code, message: "Access token validation failure. Invalid audience." };
    case "wrongTenant":
      return { code, message: "Access token validation failure. Invalid issuer." };
  }
}

/** The way ARM writes dates into sentences. */
const utc = (date: Date) => date.toLocaleString("en-US", { timeZone: "UTC" }).replace(",", "");
