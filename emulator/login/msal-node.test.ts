import {
  ConfidentialClientApplication,
  CryptoProvider,
  type INetworkModule,
  InteractionRequiredAuthError,
  PublicClientApplication,
} from "@azure/msal-node";
import { describe, expect, test } from "vitest";
import type { Description } from "../admin/description";
import { Browser, claimsOf, persona } from "../testing/browser";
import { TestClock, useEmulator } from "../testing/world-of-tests";
import { azureCli } from "./apps";

const clock = new TestClock();
const emulator = useEmulator({ now: clock.read });
const armScopes = ["https://management.fresnel.localhost/.default"];
const graphScopes = ["https://graph.fresnel.localhost/User.Read"];
const redirectUri = "http://localhost:8400";

/** MSAL's own way to be told where an authority's endpoints are, as the product uses it. */
function authOf({ endpoints }: Description) {
  const { url, reachedAt } = endpoints.authority;
  const authorityMetadata = {
    issuer: `${url}/v2.0`,
    authorization_endpoint: `${reachedAt}/oauth2/v2.0/authorize`,
    token_endpoint: `${reachedAt}/oauth2/v2.0/token`,
    end_session_endpoint: `${reachedAt}/oauth2/v2.0/logout`,
    jwks_uri: `${reachedAt}/discovery/v2.0/keys`,
  };
  return {
    authority: url,
    knownAuthorities: [new URL(url).host],
    authorityMetadata: JSON.stringify(authorityMetadata),
  };
}

async function signInWithCode(app: PublicClientApplication | ConfidentialClientApplication, uri = redirectUri) {
  const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
  const url = await app.getAuthCodeUrl({
    scopes: armScopes,
    redirectUri: uri,
    codeChallenge: challenge,
    codeChallengeMethod: "S256",
    state: "s-1",
    nonce: "n-1",
  });
  const answer = await new Browser(emulator.description).answer(url, {
    account: persona(emulator.description, "Ines"),
  });
  expect(answer.get("state")).toBe("s-1");
  const code = answer.get("code") ?? "";
  return app.acquireTokenByCode({ code, codeVerifier: verifier, scopes: armScopes, redirectUri: uri, nonce: "n-1" });
}

describe("PublicClientApplication", () => {
  const make = (clientCapabilities: string[] = []) =>
    new PublicClientApplication({ auth: { clientId: azureCli, clientCapabilities, ...authOf(emulator.description) } });

  test("signs a person in with a code, and renews silently", async () => {
    const app = make(["CP1"]);
    const result = await signInWithCode(app);
    expect(result.account).toMatchObject({
      tenantId: emulator.description.tenantId,
      localAccountId: persona(emulator.description, "Ines"),
      name: "Ines Marlow",
    });
    expect(claimsOf(result.accessToken)["xms_cc"]).toEqual(["CP1"]);
    if (!result.account) throw new Error("MSAL kept no account.");
    const { account } = result;
    const cached = await app.acquireTokenSilent({ account, scopes: armScopes });
    expect(cached.fromCache).toBe(true);
    const graph = await app.acquireTokenSilent({ account, scopes: graphScopes });
    expect(claimsOf(graph.accessToken)["aud"]).toBe("https://graph.fresnel.localhost");
    const renewed = await app.acquireTokenSilent({ account, scopes: armScopes, forceRefresh: true });
    expect(renewed.accessToken).not.toBe(cached.accessToken);
  });

  test("redeems a refresh token that it is handed", async () => {
    const browser = new Browser(emulator.description);
    const tokens = await browser.signIn(persona(emulator.description, "Ruth"), {
      client_id: emulator.description.clientId,
    });
    const foreign = make().acquireTokenByRefreshToken({ refreshToken: tokens.refresh_token, scopes: armScopes });
    await expect(foreign).rejects.toMatchObject({ errorCode: "invalid_grant" });

    const { url, verifier } = browser.authorizeUrl({ client_id: azureCli, redirect_uri: redirectUri });
    const code = (await browser.answer(url, { account: persona(emulator.description, "Ruth") })).get("code") ?? "";
    const form = { client_id: azureCli, redirect_uri: redirectUri, code, code_verifier: verifier };
    const own = await browser.redeem(form, {});
    if (!("refresh_token" in own)) throw new Error(JSON.stringify(own));
    const result = await make().acquireTokenByRefreshToken({ refreshToken: own.refresh_token, scopes: armScopes });
    expect(claimsOf(result?.accessToken ?? "")["oid"]).toBe(persona(emulator.description, "Ruth"));
  });

  test("is told that a person has to be asked once the sign-in was revoked", async () => {
    const app = make();
    const { account } = await signInWithCode(app);
    if (!account) throw new Error("MSAL kept no account.");
    await fetch(`${emulator.url}/_emulator/worlds/${emulator.description.tenantId}/revoke`, {
      method: "POST",
      body: JSON.stringify({ objectId: account.localAccountId }),
    });
    const renewal = app.acquireTokenSilent({ account, scopes: armScopes, forceRefresh: true });
    const problem = await renewal.catch((error: unknown) => error);
    expect(problem).toMatchObject({ errorCode: "invalid_grant" });
    expect(String(problem)).toContain("50173");
  });

  test("recognises consent that is missing as something to ask a person about", async () => {
    const app = make();
    const { account } = await signInWithCode(app);
    if (!account) throw new Error("MSAL kept no account.");
    const scopes = ["https://graph.fresnel.localhost/Mail.Read"];
    const problem = await app.acquireTokenSilent({ account, scopes }).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(InteractionRequiredAuthError);
  });
});

describe("ConfidentialClientApplication", () => {
  const make = (secret = emulator.description.servicePrincipal?.secret ?? "") =>
    new ConfidentialClientApplication({
      auth: {
        clientId: emulator.description.servicePrincipal?.clientId ?? "",
        clientSecret: secret,
        ...authOf(emulator.description),
      },
    });

  test("signs in as itself", async () => {
    const result = await make().acquireTokenByClientCredential({ scopes: armScopes });
    expect(claimsOf(result?.accessToken ?? "")).toMatchObject({
      idtyp: "app",
      oid: emulator.description.servicePrincipal?.objectId,
      appid: emulator.description.servicePrincipal?.clientId,
    });
    expect(claimsOf(result?.accessToken ?? "")).not.toHaveProperty("scp");
  });

  test("signs a person in with a code", async () => {
    const result = await signInWithCode(make(), "http://localhost:8400/signed-in");
    expect(result.account?.name).toBe("Ines Marlow");
  });

  test("is refused with a wrong secret", async () => {
    const problem = await make("wrong")
      .acquireTokenByClientCredential({ scopes: armScopes })
      .catch((error: unknown) => error);
    expect(problem).toMatchObject({ errorCode: "invalid_client" });
    expect(String(problem)).toContain("AADSTS7000215");
  });

  test.each([
    ["a permission instead of .default", "https://management.fresnel.localhost/user_impersonation", "1002012"],
    [
      "two resources",
      "https://management.fresnel.localhost/.default https://graph.fresnel.localhost/.default",
      "70011",
    ],
    ["an unknown resource", "https://vault.example/.default", "500011"],
  ])("is refused for %s", async (_, scope, code) => {
    const problem = await make()
      .acquireTokenByClientCredential({ scopes: scope.split(" ") })
      .catch((error: unknown) => error);
    expect(String(problem)).toContain(code);
  });
});

test("MSAL finds the authority by itself when its network reaches the emulator", async () => {
  const { url, reachedAt } = emulator.description.endpoints.authority;
  const asked: string[] = [];
  const send = async <Body>(method: string, address: string, body?: string, headers: Record<string, string> = {}) => {
    asked.push(address);
    const target = address.replace(new URL(url).origin, new URL(reachedAt).origin);
    const response = await fetch(target, { method, headers, ...(body !== undefined && { body }) });
    const answered = Object.fromEntries(response.headers);
    return { status: response.status, headers: answered, body: (await response.json()) as Body };
  };
  const networkClient: INetworkModule = {
    sendGetRequestAsync: (address, options) => send("GET", address, undefined, options?.headers),
    sendPostRequestAsync: (address, options) => send("POST", address, options?.body, options?.headers),
  };
  const { clientId = "", secret = "" } = emulator.description.servicePrincipal ?? {};
  const app = new ConfidentialClientApplication({
    auth: { clientId, clientSecret: secret, authority: url, knownAuthorities: [new URL(url).host] },
    system: { networkClient },
  });
  const result = await app.acquireTokenByClientCredential({ scopes: armScopes });
  expect(result?.accessToken).toBeTruthy();
  expect(asked).toContain(`${url}/v2.0/.well-known/openid-configuration`);
  expect(asked.every((address) => address.startsWith("https://login.fresnel.localhost/"))).toBe(true);
});
