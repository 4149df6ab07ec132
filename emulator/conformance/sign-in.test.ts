import {
  type AuthError,
  ConfidentialClientApplication,
  CryptoProvider,
  InteractionRequiredAuthError,
  PublicClientApplication,
} from "@azure/msal-node";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { azureCli } from "../login/apps";
import { type Emulator, startEmulator } from "../server";
import { msalFor, networkFor, newWorld, person, pickAccount, programOf, redirectUri } from "./microsoft-clients";

let emulator: Emulator;
const scopes = ["https://management.fresnel.localhost/user_impersonation"];
const graphScopes = ["https://graph.fresnel.localhost/User.Read"];

beforeAll(async () => {
  emulator = await startEmulator({ world: "s" });
});
afterAll(() => emulator.close());

const signIn = async (description = emulator.description, name = "Mira") => {
  const app = msalFor(description);
  const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
  const request = { scopes, redirectUri };
  const url = await app.getAuthCodeUrl({ ...request, codeChallenge: challenge, codeChallengeMethod: "S256" });
  const code = await pickAccount(description, url, person(description, name));
  return {
    app,
    code,
    verifier,
    redeem: (more = {}) => app.acquireTokenByCode({ ...request, code, codeVerifier: verifier, ...more }),
  };
};

const failureOf = (work: Promise<unknown>): Promise<AuthError> =>
  work.then(
    () => Promise.reject(new Error("It was not refused.")),
    (error: AuthError) => error,
  );

describe("@azure/msal-node", () => {
  test("redeems an authorization code with PKCE", async () => {
    const { redeem } = await signIn();
    const result = await redeem();
    const { tenantId, personas } = emulator.description;
    expect(result.account).toMatchObject({ tenantId, name: "Mira Solberg", localAccountId: personas[0]?.objectId });
    expect(decodeJwt(result.accessToken)).toMatchObject({
      aud: "https://management.fresnel.localhost",
      tid: tenantId,
      oid: personas[0]?.objectId,
      scp: "user_impersonation",
    });
    expect(result.idTokenClaims).toMatchObject({ aud: programOf(emulator.description).clientId });
  });

  test("renews silently, for this resource and for another", async () => {
    const { app, redeem } = await signIn();
    const { account, accessToken } = await redeem();
    if (!account) throw new Error("MSAL kept no account.");
    const cached = await app.acquireTokenSilent({ account, scopes });
    const renewed = await app.acquireTokenSilent({ account, scopes, forceRefresh: true });
    const other = await app.acquireTokenSilent({ account, scopes: graphScopes });
    expect(cached).toMatchObject({ fromCache: true, accessToken });
    expect(renewed).toMatchObject({ fromCache: false });
    expect(renewed.accessToken).not.toBe(accessToken);
    expect(decodeJwt(other.accessToken).aud).toBe("https://graph.fresnel.localhost");
  });

  test("signs a program in with its secret", async () => {
    const { servicePrincipal } = emulator.description;
    const result = await msalFor(emulator.description).acquireTokenByClientCredential({
      scopes: ["https://graph.fresnel.localhost/.default"],
    });
    expect(decodeJwt(result?.accessToken ?? "")).toMatchObject({
      idtyp: "app",
      appid: servicePrincipal?.clientId,
      oid: servicePrincipal?.objectId,
      roles: expect.arrayContaining(["Directory.Read.All"]),
    });
  });

  test("signs people in to a public client that needs no secret", async () => {
    const { description } = emulator;
    const app = new PublicClientApplication({
      auth: {
        clientId: azureCli,
        authority: description.endpoints.authority.url,
        knownAuthorities: ["login.fresnel.localhost"],
      },
      system: { networkClient: networkFor(description) },
    });
    const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
    const request = { scopes, redirectUri: "http://localhost:3999" };
    const url = await app.getAuthCodeUrl({ ...request, codeChallenge: challenge, codeChallengeMethod: "S256" });
    const code = await pickAccount(description, url, person(description, "Kofi"));
    const result = await app.acquireTokenByCode({ ...request, code, codeVerifier: verifier });
    expect(result.account?.name).toBe("Kofi Varga");
  });

  test("finds its endpoints in metadata that it was given", async () => {
    const { authority } = emulator.description.endpoints;
    const metadata = {
      issuer: `${authority.url}/v2.0`,
      authorization_endpoint: `${authority.reachedAt}/oauth2/v2.0/authorize`,
      token_endpoint: `${authority.reachedAt}/oauth2/v2.0/token`,
      jwks_uri: `${authority.reachedAt}/discovery/v2.0/keys`,
    };
    const { clientId, secret } = programOf(emulator.description);
    const app = new ConfidentialClientApplication({
      auth: {
        clientId,
        clientSecret: secret,
        authority: authority.url,
        knownAuthorities: [new URL(authority.url).host],
        authorityMetadata: JSON.stringify(metadata),
      },
    });
    const result = await app.acquireTokenByClientCredential({ scopes: ["https://graph.fresnel.localhost/.default"] });
    expect(result?.tokenType).toBe("Bearer");
  });

  test.each<[string, string, () => Promise<unknown>]>([
    [
      "AADSTS54005",
      "a code that was redeemed before",
      async () => {
        const { redeem } = await signIn();
        await redeem();
        return redeem();
      },
    ],
    ["AADSTS501481", "another verifier", async () => (await signIn()).redeem({ codeVerifier: "w".repeat(43) })],
    [
      "AADSTS500112",
      "another redirect URI",
      async () => (await signIn()).redeem({ redirectUri: "http://localhost:3999/other" }),
    ],
    ["AADSTS9002313", "a code that was never issued", async () => (await signIn()).redeem({ code: "nonsense" })],
    [
      "AADSTS7000215",
      "a wrong secret",
      () =>
        msalFor(emulator.description, {
          ...programOf(emulator.description),
          secret: "wrong",
        }).acquireTokenByClientCredential({
          scopes: ["https://graph.fresnel.localhost/.default"],
        }),
    ],
    [
      "AADSTS700016",
      "an unknown client",
      () =>
        msalFor(emulator.description, { clientId: crypto.randomUUID(), secret: "any" }).acquireTokenByClientCredential({
          scopes: ["https://graph.fresnel.localhost/.default"],
        }),
    ],
    [
      "AADSTS1002012",
      "a program that asks for a single permission",
      () =>
        msalFor(emulator.description).acquireTokenByClientCredential({
          scopes: ["https://graph.fresnel.localhost/User.Read"],
        }),
    ],
  ])("hears %s for %s", async (code, _, work) => {
    expect((await failureOf(work())).message).toContain(`${code}:`);
  });

  test("is told that sessions were revoked", async () => {
    const description = await newWorld(emulator.url);
    const { app, redeem } = await signIn(description);
    const { account } = await redeem();
    if (!account) throw new Error("MSAL kept no account.");
    await fetch(`${emulator.url}/_emulator/worlds/${description.tenantId}/revoke`, {
      method: "POST",
      body: JSON.stringify({ objectId: account.localAccountId }),
    });
    const failure = await failureOf(app.acquireTokenSilent({ account, scopes, forceRefresh: true }));
    expect(failure).toMatchObject({ errorCode: "invalid_grant", message: expect.stringContaining("AADSTS50173:") });
  });

  test("knows that a person must be asked when a permission is not consented to", async () => {
    const description = await newWorld(emulator.url, { consented: ["User.Read"] });
    const { app, redeem } = await signIn(description);
    const { account } = await redeem();
    if (!account) throw new Error("MSAL kept no account.");
    const failure = await failureOf(
      app.acquireTokenSilent({ account, scopes: ["https://graph.fresnel.localhost/Directory.Read.All"] }),
    );
    expect(failure).toBeInstanceOf(InteractionRequiredAuthError);
    expect(failure.message).toContain("AADSTS65001:");
  });
});
