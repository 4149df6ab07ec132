import { CryptoProvider } from "@azure/msal-node";
import { SubscriptionClient } from "@azure/arm-resources-subscriptions";
import type { TokenCredential } from "@azure/core-auth";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../server";
import { armOptions, credentialOf, newWorld, person, pickAccount } from "./microsoft-clients";
import { refusedArm } from "./refused/arm";
import { refusedGraph } from "./refused/graph";
import { type Refused, send, type Stage } from "./refused/request";
import { refusedResourceGraph } from "./refused/resource-graph";
import { refusedSignIn } from "./refused/sign-in";
import { refusedTokens } from "./refused/tokens";

const redirectUri = "http://localhost:3000/auth";

let emulator: Emulator;
let stage: Stage;
let ahead = 0;

const tokenFor = async (credential: TokenCredential, service: "management" | "graph") =>
  (await credential.getToken(`https://${service}.fresnel.localhost/.default`))?.token ?? "";

const subscriptionNamed = async (credential: TokenCredential, name: string) => {
  const client = new SubscriptionClient(credential, armOptions(emulator.description));
  for await (const { displayName, subscriptionId } of client.subscriptions.list())
    if (displayName === name && subscriptionId) return subscriptionId;
  throw new Error(`There is no subscription ${name}.`);
};

/** As the single-page app asks: with a proof, and no secret. */
const freshCode = async () => {
  const { description } = emulator;
  const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
  const url = new URL(`${description.endpoints.authority.url}/oauth2/v2.0/authorize`);
  const request = {
    client_id: description.clientId,
    response_type: "code",
    redirect_uri: redirectUri,
    scope: "https://management.fresnel.localhost/.default openid offline_access",
    code_challenge: challenge,
    code_challenge_method: "S256",
  };
  for (const [name, value] of Object.entries(request)) url.searchParams.set(name, value);
  const code = await pickAccount(description, url.href, person(description, "Mira"));
  return {
    grant_type: "authorization_code",
    client_id: description.clientId,
    redirect_uri: redirectUri,
    code,
    code_verifier: verifier,
  };
};

const redeem = async (form: Record<string, string>) => {
  const response = await fetch(`${emulator.description.endpoints.authority.reachedAt}/oauth2/v2.0/token`, {
    method: "POST",
    headers: { Origin: new URL(redirectUri).origin },
    body: new URLSearchParams(form),
  });
  const body = (await response.json()) as Record<string, unknown>;
  if (!response.ok) throw new Error(String(body.error_description));
  return body;
};

const strangersToken = async () => {
  const description = await newWorld(emulator.url);
  const token = await tokenFor(await credentialOf(description, person(description, "Mira")), "management");
  await fetch(`${emulator.url}/_emulator/worlds/${description.tenantId}`, { method: "DELETE" });
  return token;
};

beforeAll(async () => {
  // The table asks more in a moment than one person may.
  const settings = { resourceGraphQuota: { queries: 1000, windowSeconds: 5 } };
  emulator = await startEmulator({
    world: { extends: "s", settings },
    now: () => new Date(Date.now() + ahead * 1000),
  });
  const { description } = emulator;
  const mira = await credentialOf(description, person(description, "Mira"));
  const kofi = await credentialOf(description, person(description, "Kofi"));
  const narrow = await newWorld(emulator.url, { consented: ["User.Read"] });
  stage = {
    description,
    arm: await tokenFor(mira, "management"),
    graph: await tokenFor(mira, "graph"),
    nobody: await tokenFor(kofi, "management"),
    narrow: await tokenFor(await credentialOf(narrow, person(narrow, "Mira")), "graph"),
    subscription: await subscriptionNamed(mira, "sub-contoso-prod"),
    freshCode,
    redeem,
    strangersToken,
  };
});
afterAll(() => emulator.close());

const table: [service: string, Refused][] = [
  ...refusedTokens.map((row) => ["token", row] as [string, Refused]),
  ...refusedSignIn.map((row) => ["sign-in", row] as [string, Refused]),
  ...refusedArm.map((row) => ["ARM", row] as [string, Refused]),
  ...refusedResourceGraph.map((row) => ["Resource Graph", row] as [string, Refused]),
  ...refusedGraph.map((row) => ["Graph", row] as [string, Refused]),
];

test.each(table.map(([service, row]) => ({ name: `${service}: ${row.title}`, ...row })))(
  "$name → $status $codes",
  async ({ ask, status, codes }) => {
    const asked = await ask(stage);
    ahead = asked.later ?? 0;
    const answer = await send(stage, asked).finally(() => (ahead = 0));
    expect({ status: answer.status, codes: answer.codes }, answer.text).toEqual({
      status,
      codes: expect.arrayContaining(codes),
    });
  },
);

test("the table is long, and says everything once", () => {
  expect(table.length).toBeGreaterThanOrEqual(60);
  expect(new Set(table.map(([service, { title }]) => `${service} ${title}`)).size).toBe(table.length);
});
