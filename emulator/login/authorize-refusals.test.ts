import { describe, expect, test } from "vitest";
import { Browser, persona } from "../testing/browser";
import { useEmulator } from "../testing/world-of-tests";

const emulator = useEmulator();

const challenge = (claims: object) => JSON.stringify({ access_token: claims });

describe("shown on a page, because the address to go back to cannot be trusted", () => {
  test.each([
    ["an unknown client", { client_id: "11111111-2222-4333-8444-555555555555" }, "AADSTS700016"],
    ["no client", { client_id: null }, "AADSTS900144"],
    ["a redirect URI that is not registered", { redirect_uri: "http://localhost:3000/elsewhere" }, "AADSTS50011"],
    ["a foreign redirect URI", { redirect_uri: "https://evil.example/auth" }, "AADSTS50011"],
    ["no redirect URI", { redirect_uri: null }, "AADSTS900971"],
  ])("%s", async (_, changes, code) => {
    const browser = emulator.browser();
    const response = await browser.open(browser.authorizeUrl(changes).url);
    expect(response.status).toBe(400);
    expect(response.headers.get("location")).toBeNull();
    expect(await response.text()).toContain(code);
  });

  test.each([
    ["an unknown tenant", "22222222-2222-4333-8444-555555555555", "AADSTS90002"],
    ["the tenant of nobody, by domain", "nobody.example", "AADSTS90002"],
    ["no tenant in particular", "organizations", "AADSTS50194"],
  ])("%s", async (_, tenant, code) => {
    const browser = emulator.browser();
    const { url } = browser.authorizeUrl();
    const response = await browser.open(url.replace(emulator.description.tenantId, tenant));
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(code);
  });
});

describe("sent back to the application", () => {
  test.each([
    ["another response type", { response_type: "id_token" }, "unsupported_response_type", "AADSTS700054"],
    ["no response type", { response_type: null }, "invalid_request", "AADSTS900144"],
    ["an unknown response mode", { response_mode: "web_message" }, "invalid_request", "AADSTS70007"],
    ["an unknown prompt", { prompt: "always" }, "invalid_request", "AADSTS90023"],
    ["no scope", { scope: null }, "invalid_request", "AADSTS900144"],
    ["an unknown resource", { scope: "https://vault.example/.default" }, "invalid_resource", "AADSTS500011"],
    [
      "an unknown permission of ARM",
      { scope: "https://management.fresnel.localhost/Everything" },
      "invalid_client",
      "AADSTS650053",
    ],
    ["no code challenge", { code_challenge: null }, "invalid_request", "AADSTS9002325"],
    ["a plain code challenge", { code_challenge_method: "plain" }, "invalid_request", "AADSTS50149"],
    ["a code challenge that is too short", { code_challenge: "short" }, "invalid_request", "AADSTS501491"],
    ["claims that are not JSON", { claims: "{" }, "invalid_request", "AADSTS9002313"],
    ["nobody signed in", { prompt: "none" }, "login_required", "AADSTS50058"],
  ])("%s", async (_, changes, error, code) => {
    const browser = emulator.browser();
    const answer = await browser.answer(browser.authorizeUrl(changes).url);
    expect(answer.get("error")).toBe(error);
    expect(answer.get("error_description")).toMatch(
      new RegExp(
        `^${code}: .* Trace ID: \\S+ Correlation ID: \\S+ Timestamp: \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\dZ$`,
      ),
    );
    expect(answer.get("state")).toBe("where I was");
    expect(answer.get("code")).toBeNull();
  });

  test("a parameter given twice", async () => {
    const browser = emulator.browser();
    const answer = await browser.answer(`${browser.authorizeUrl().url}&nonce=1&nonce=2`);
    expect(answer.get("error_description")).toContain("AADSTS9000411");
  });

  test("a permission that nobody consented to: silently an error, else a page with a way back", async () => {
    const description = await emulator.world({ consented: ["User.Read"] });
    const browser = new Browser(description);
    const account = persona(description, "Ines");
    const scope = "https://graph.fresnel.localhost/Directory.Read.All";
    const { url } = browser.authorizeUrl({ scope });
    expect(await (await browser.open(url, { account })).text()).toContain("Need admin approval");
    expect((await browser.answer(url, { consent: "cancel" })).get("error")).toBe("access_denied");
    await browser.signIn(account);
    const silent = await browser.answer(browser.authorizeUrl({ scope, prompt: "none" }).url);
    expect(silent.get("error")).toBe("consent_required");
    expect(silent.get("error_description")).toContain("AADSTS65001");
  });

  test("an authentication context that this session has not satisfied", async () => {
    const browser = emulator.browser();
    const account = persona(emulator.description, "Ines");
    await browser.signIn(account);
    const claims = challenge({ acrs: { essential: true, value: "c1" } });
    const silent = browser.authorizeUrl({ prompt: "none", claims });
    expect((await browser.answer(silent.url)).get("error")).toBe("interaction_required");
    expect(await (await browser.open(browser.authorizeUrl({ claims }).url)).text()).toContain("Pick an account");
    await browser.signIn(account, { claims });
    expect((await browser.answer(silent.url)).get("code")).toBeTruthy();
  });
});
