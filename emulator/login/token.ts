import type { Estate } from "../estate";
import type { TokenSigner } from "../tokens";
import { type App, appOf, mayRedeemAt } from "./apps";
import { redeemClientCredentials } from "./client-credentials-grant";
import { redeemCode } from "./code-grant";
import type { TokenAnswer } from "./issue";
import { redeemRefreshToken } from "./refresh-token-grant";
import { SignInError } from "./sign-in-error";
import { realmOf, tenantName } from "./tenant";
import { required, type TokenRequest, unknownApp } from "./token-request";

const grants: Record<string, (request: TokenRequest) => Promise<TokenAnswer>> = {
  authorization_code: redeemCode,
  refresh_token: redeemRefreshToken,
  client_credentials: redeemClientCredentials,
};

/** Entra has these as well. */
const entrasOtherGrants =
  /^(password|device_code|urn:ietf:params:oauth:grant-type:(device_code|jwt-bearer|saml2-bearer))$/;

const notImplemented = (what: string) =>
  new SignInError("unsupported_grant_type", 70003, `The emulator does not implement ${what}.`, { status: 501 });

/** Answers a token request, or throws a {@link SignInError}. */
export async function answerTokenRequest(
  request: Request,
  form: URLSearchParams,
  tenant: string,
  { estate, signer, now }: { estate: Estate; signer: TokenSigner; now: Date },
): Promise<TokenAnswer> {
  const grantType = required(form, "grant_type");
  const credentials = clientCredentials(request, form);
  const realm = realmOf(estate, tenant);
  const app = appOf(realm.world, credentials.id);
  if (!app) throw unknownApp(credentials.id, tenantName(realm.world));
  checkOrigin(app, request.headers.get("origin"));
  if (form.has("client_assertion")) throw notImplemented("'client_assertion'");
  checkSecret(app, credentials.secret);
  const grant = Object.hasOwn(grants, grantType) ? grants[grantType] : undefined;
  if (!grant && entrasOtherGrants.test(grantType)) throw notImplemented(`the grant type '${grantType}'`);
  if (!grant) {
    throw new SignInError(
      "unsupported_grant_type",
      70003,
      `The app requested an unsupported grant type '${grantType}'.`,
    );
  }
  return grant({ realm, app, form, signer, now });
}

function clientCredentials(request: Request, form: URLSearchParams): { id: string; secret: string | null } {
  const basic = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  if (!basic) return { id: required(form, "client_id"), secret: form.get("client_secret") };
  const [id = "", secret = ""] = Buffer.from(basic, "base64").toString().split(":", 2);
  return { id: decodeURIComponent(id), secret: decodeURIComponent(secret) };
}

function checkOrigin(app: App, origin: string | null): void {
  if (origin === null && app.platform === "spa") {
    throw new SignInError(
      "invalid_request",
      9002327,
      "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
    );
  }
  if (origin !== null && !mayRedeemAt(app, origin)) {
    throw new SignInError(
      "invalid_request",
      9002326,
      `Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type. Request origin: '${origin}'.`,
    );
  }
}

function checkSecret(app: App, secret: string | null): void {
  if (app.secret === null) {
    if (secret === null) return;
    throw new SignInError(
      "invalid_client",
      700025,
      "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
      { status: 401 },
    );
  }
  if (secret === null) {
    throw new SignInError(
      "invalid_client",
      7000218,
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
      { status: 401 },
    );
  }
  if (secret !== app.secret) {
    throw new SignInError(
      "invalid_client",
      7000215,
      `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${app.clientId}'.`,
      { status: 401 },
    );
  }
}
