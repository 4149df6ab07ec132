import { refused, type Asked, type Refused, type Stage } from "./request";

const appOrigin = { Origin: "http://localhost:3000" };
const unknown = "11111111-2222-4333-8444-555555555555";
const anyVerifier = "v".repeat(43);

const at = ({ description }: Stage, endpoint: string, tenant = description.tenantId) =>
  `/${tenant}/oauth2/v2.0/${endpoint}`;

const tokenRequest = (stage: Stage, form: Record<string, string>, more: Partial<Asked> = {}): Asked => ({
  path: at(stage, "token"),
  authorization: null,
  headers: appOrigin,
  body: new URLSearchParams(form),
  ...more,
});

const redeeming =
  (change: Record<string, string>, more: Partial<Asked> = {}) =>
  async (stage: Stage) =>
    tokenRequest(stage, { ...(await stage.freshCode()), ...change }, more);

const program = ({ description: { servicePrincipal } }: Stage) => ({
  grant_type: "client_credentials",
  client_id: servicePrincipal?.clientId ?? "",
  client_secret: servicePrincipal?.secret ?? "",
  scope: "https://graph.fresnel.localhost/.default",
});

const withoutSecret = (stage: Stage) => {
  const { grant_type, client_id, scope } = program(stage);
  return { grant_type, client_id, scope };
};

const authorizing =
  (change: Record<string, string>, tenant?: string) =>
  (stage: Stage): Asked => {
    const params = new URLSearchParams({
      client_id: stage.description.clientId,
      response_type: "code",
      redirect_uri: "http://localhost:3000/auth",
      scope: "openid",
      code_challenge: "c".repeat(43),
      code_challenge_method: "S256",
      prompt: "none",
      ...change,
    });
    return { path: `${at(stage, "authorize", tenant)}?${params}`, authorization: null };
  };

const pages: Refused[] = [
  refused(
    "a redirect URI that is not registered",
    authorizing({ redirect_uri: "https://evil.example/auth" }),
    400,
    "AADSTS50011",
  ),
  refused("an unknown application", authorizing({ client_id: unknown }), 400, "AADSTS700016"),
  refused("an unknown tenant", authorizing({}, unknown), 400, "AADSTS90002"),
  refused("a single-tenant application at /common", authorizing({}, "common"), 400, "AADSTS50194"),
  refused("nobody signed in, silently", authorizing({}), 302, "login_required", "AADSTS50058"),
  refused("no code challenge", authorizing({ code_challenge: "" }), 302, "invalid_request"),
  refused("a plain code challenge", authorizing({ code_challenge_method: "plain" }), 302, "invalid_request"),
  refused("an implicit token", authorizing({ response_type: "token" }), 302, "unsupported_response_type"),
  refused(
    "an unknown resource",
    authorizing({ scope: "https://example.com/.default" }),
    302,
    "invalid_resource",
    "AADSTS500011",
  ),
];

const codes: Refused[] = [
  refused("a wrong verifier", redeeming({ code_verifier: anyVerifier }), 400, "invalid_grant", "AADSTS501481"),
  refused("another redirect URI", redeeming({ redirect_uri: "http://localhost:3000/other" }), 400, "AADSTS500112"),
  refused("another client", redeeming({ client_id: unknown }), 400, "unauthorized_client", "AADSTS700016"),
  refused(
    "another tenant",
    redeeming({}, { path: `/${unknown}/oauth2/v2.0/token` }),
    400,
    "invalid_request",
    "AADSTS90002",
  ),
  refused("a made-up code", redeeming({ code: "nonsense" }), 400, "invalid_grant", "AADSTS9002313"),
  refused("a code without the page's origin", redeeming({}, { headers: {} }), 400, "invalid_request", "AADSTS9002327"),
  refused(
    "a code from a foreign page",
    redeeming({}, { headers: { Origin: "https://evil.example" } }),
    400,
    "AADSTS9002326",
  ),
  refused("a secret of a public client", redeeming({ client_secret: "any" }), 401, "invalid_client", "AADSTS700025"),
  refused("a code that grew old", redeeming({}, { later: 11 * 60 }), 400, "invalid_grant", "AADSTS70008"),
  refused(
    "a code for the second time",
    async (stage) => {
      const form = await stage.freshCode();
      await stage.redeem(form);
      return tokenRequest(stage, form);
    },
    400,
    "invalid_grant",
    "AADSTS54005",
  ),
  refused(
    "a refresh token for the second time",
    async (stage) => {
      const first = await stage.redeem(await stage.freshCode());
      const form = {
        grant_type: "refresh_token",
        client_id: stage.description.clientId,
        scope: "https://management.fresnel.localhost/.default offline_access",
        refresh_token: String(first.refresh_token),
      };
      await stage.redeem(form);
      return tokenRequest(stage, form);
    },
    400,
    "invalid_grant",
    "AADSTS70000",
  ),
  refused(
    "a refresh token after a day",
    async (stage) => {
      const { refresh_token: token } = await stage.redeem(await stage.freshCode());
      const form = {
        grant_type: "refresh_token",
        client_id: stage.description.clientId,
        scope: "openid",
        refresh_token: String(token),
      };
      return tokenRequest(stage, form, { later: 25 * 3600 });
    },
    400,
    "invalid_grant",
    "AADSTS700084",
  ),
];

const programs: Refused[] = [
  refused(
    "a wrong secret",
    (stage) => tokenRequest(stage, { ...program(stage), client_secret: "wrong" }, { headers: {} }),
    401,
    "invalid_client",
    "AADSTS7000215",
  ),
  refused(
    "no secret",
    (stage) => tokenRequest(stage, withoutSecret(stage), { headers: {} }),
    401,
    "invalid_client",
    "AADSTS7000218",
  ),
  refused(
    "a program that asks for one permission",
    (stage) => tokenRequest(stage, { ...program(stage), scope: "User.Read" }, { headers: {} }),
    400,
    "AADSTS1002012",
  ),
  refused(
    "an unknown grant",
    (stage) => tokenRequest(stage, { ...program(stage), grant_type: "magic" }, { headers: {} }),
    400,
    "unsupported_grant_type",
  ),
  refused("no grant type", (stage) => tokenRequest(stage, {}), 400, "invalid_request", "AADSTS900144"),
  refused(
    "a token by GET",
    (stage) => ({ path: at(stage, "token"), authorization: null }),
    405,
    "invalid_request",
    "AADSTS900561",
  ),
];

export const refusedSignIn = [...pages, ...codes, ...programs];
