import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from "jose";
import { describe, expect, test } from "vitest";
import { azureCli } from "./apps";
import {
  armScope,
  Browser,
  claimsOf,
  graphScope,
  type OAuthError,
  pageOrigin,
  persona,
  type Tokens,
} from "../testing/browser";
import { TestClock, useEmulator } from "../testing/world-of-tests";

const clock = new TestClock();
const emulator = useEmulator({ now: clock.read });

async function freshCode(changes: Record<string, string | null> = {}) {
  const browser = emulator.browser();
  const { url, verifier } = browser.authorizeUrl(changes);
  const answer = await browser.answer(url, { account: persona(emulator.description, "Ines") });
  return { browser, form: { code: answer.get("code") ?? "", code_verifier: verifier } };
}

describe("a redeemed code", () => {
  test("gives tokens that the published keys verify, for one audience", async () => {
    const { browser, form } = await freshCode({ nonce: "n-1", client_info: "1" });
    const tokens = (await browser.redeem({ ...form, client_info: "1" })) as Tokens;
    const { description } = emulator;
    const keys = await fetch(`${description.endpoints.authority.reachedAt}/discovery/v2.0/keys`);
    const keySet = createLocalJWKSet((await keys.json()) as JSONWebKeySet);
    const { payload } = await jwtVerify(tokens.access_token, keySet, {
      audience: "https://management.fresnel.localhost",
      currentDate: clock.read(),
    });
    expect(payload).toMatchObject({
      tid: description.tenantId,
      oid: persona(description, "Ines"),
      appid: description.clientId,
      scp: "user_impersonation",
      idtyp: "user",
      amr: ["pwd", "mfa"],
      ver: "1.0",
    });
    expect(claimsOf(tokens.id_token)).toMatchObject({
      aud: description.clientId,
      iss: `https://login.fresnel.localhost/${description.tenantId}/v2.0`,
      nonce: "n-1",
      name: "Ines Marlow",
    });
    expect(tokens.scope).toBe("https://management.fresnel.localhost/user_impersonation");
    expect(tokens.refresh_token_expires_in).toBe(86_400);
    expect(claimsOf(`.${tokens.client_info}.`)).toEqual({ uid: payload["oid"], utid: description.tenantId });
    expect(Number(payload.exp) - Number(payload.iat)).toBe(tokens.expires_in);
  });

  test("spells Graph's scopes out, with .default where it was asked for", async () => {
    const { browser, form } = await freshCode({ scope: graphScope });
    const tokens = (await browser.redeem({ ...form, scope: graphScope })) as Tokens;
    const scopes = tokens.scope.split(" ");
    expect(scopes).toContain("https://graph.fresnel.localhost/.default");
    expect(scopes).toContain("https://graph.fresnel.localhost/Directory.Read.All");
    expect(String(claimsOf(tokens.access_token)["scp"]).split(" ")).toContain("Directory.Read.All");
    expect(claimsOf(tokens.access_token)["aud"]).toBe("https://graph.fresnel.localhost");
  });

  test("carries what the client can do", async () => {
    const claims = JSON.stringify({ access_token: { xms_cc: { values: ["CP1"] } } });
    const { browser, form } = await freshCode();
    const tokens = (await browser.redeem({ ...form, claims })) as Tokens;
    expect(claimsOf(tokens.access_token)["xms_cc"]).toEqual(["CP1"]);
  });

  test("gives no refresh token and no ID token that was not asked for", async () => {
    const scope = "https://management.fresnel.localhost/user_impersonation";
    const { browser, form } = await freshCode({ scope });
    const tokens = await browser.redeem({ ...form, scope });
    expect(tokens).not.toHaveProperty("refresh_token");
    expect(tokens).not.toHaveProperty("id_token");
  });
});

describe("a code is refused", () => {
  const refusals: [string, Record<string, string>, Record<string, string>, number][] = [
    ["with another verifier", { code_verifier: "x".repeat(43) }, { origin: pageOrigin }, 501481],
    ["without a verifier", { code_verifier: "" }, { origin: pageOrigin }, 501481],
    ["for another redirect URI", { redirect_uri: "http://localhost:3001/auth" }, { origin: pageOrigin }, 500112],
    ["for another client", { client_id: azureCli }, {}, 70000],
    ["for an unknown client", { client_id: "11111111-2222-4333-8444-555555555555" }, { origin: pageOrigin }, 700016],
    ["when it was never issued", { code: "1.never" }, { origin: pageOrigin }, 9002313],
    ["for two resources at once", { scope: `${armScope} ${graphScope}` }, { origin: pageOrigin }, 28000],
    ["for an unknown resource", { scope: "https://vault.example/.default" }, { origin: pageOrigin }, 500011],
    ["for an unknown grant", { grant_type: "magic" }, { origin: pageOrigin }, 70003],
    ["without a grant", { grant_type: "" }, { origin: pageOrigin }, 900144],
    ["with a secret from a public client", { client_secret: "secret" }, { origin: pageOrigin }, 700025],
    ["outside a page", {}, {}, 9002327],
    ["by a page that is not the application's", {}, { origin: "https://evil.example" }, 9002326],
    ["by a page for a client that is not a single-page app", { client_id: azureCli }, { origin: pageOrigin }, 9002326],
  ];
  test.each(refusals)("%s", async (_, changes, headers, number) => {
    const { browser, form } = await freshCode();
    const refusal = (await browser.redeem({ ...form, ...changes }, headers)) as OAuthError;
    expect(refusal.error_codes).toEqual([number]);
    expect(refusal.error_description).toContain(`AADSTS${number}: `);
    expect(Object.keys(refusal)).toEqual(
      expect.arrayContaining(["error", "error_description", "error_codes", "timestamp", "trace_id", "correlation_id"]),
    );
  });

  test("the second time", async () => {
    const { browser, form } = await freshCode();
    expect(await browser.redeem(form)).toHaveProperty("access_token");
    expect(await browser.redeem(form)).toMatchObject({ error: "invalid_grant", error_codes: [54005] });
  });

  test("the second time even when both come at once", async () => {
    const { browser, form } = await freshCode();
    const answers = await Promise.all([browser.redeem(form), browser.redeem(form)]);
    expect(answers.filter((answer) => "access_token" in answer)).toHaveLength(1);
  });

  test("after ten minutes", async () => {
    const { browser, form } = await freshCode();
    clock.advance(601);
    expect(await browser.redeem(form)).toMatchObject({ error: "invalid_grant", error_codes: [70008] });
  });

  test("in another tenant", async () => {
    const other = await emulator.world();
    const { form } = await freshCode();
    expect(await new Browser(other).redeem(form)).toMatchObject({ error_codes: [9002313] });
  });

  test("in a tenant that does not exist, or with GET", async () => {
    const token = (tenant: string) => `${emulator.url}/${tenant}/oauth2/v2.0/token`;
    const body = new URLSearchParams({ grant_type: "authorization_code", client_id: emulator.description.clientId });
    const unknown = await fetch(token("nobody.example"), { method: "POST", body });
    expect(await unknown.json()).toMatchObject({ error: "invalid_request", error_codes: [90002] });
    const got = await fetch(token(emulator.description.tenantId));
    expect(await got.json()).toMatchObject({ error_codes: [900561] });
  });
});

test.each([{ grant_type: "password" }, { client_assertion: "eyJ" }])(
  "%j is not implemented, and says so",
  async (form) => {
    const url = `${emulator.description.endpoints.authority.reachedAt}/oauth2/v2.0/token`;
    const body = new URLSearchParams({ grant_type: "client_credentials", client_id: azureCli, ...form });
    const response = await fetch(url, { method: "POST", body });
    expect(response.status).toBe(501);
    expect(((await response.json()) as OAuthError).error_description).toContain("The emulator does not implement");
  },
);

test("pages may read the token endpoint's answers", async () => {
  const url = `${emulator.description.endpoints.authority.reachedAt}/oauth2/v2.0/token`;
  const response = await fetch(url, { method: "POST", headers: { origin: pageOrigin } });
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  expect(response.headers.get("cache-control")).toContain("no-store");
});
