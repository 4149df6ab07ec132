import { describe, expect, test } from "vitest";
import { Browser, persona, redirectUri } from "../testing/browser";
import { useEmulator } from "../testing/world-of-tests";
import { createWorld } from "../worlds/worlds";

const emulator = useEmulator();
/** The people of the same world, made once more. */
const people = [...createWorld({ extends: "s" }, { now: new Date() }).users.values()];
const isPersona = (id: string) => emulator.description.personas.some(({ objectId }) => objectId === id);

describe("the account page", () => {
  test("lists the personas as buttons and needs no script", async () => {
    const browser = emulator.browser();
    const response = await browser.open(browser.authorizeUrl().url);
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain("<h1>Pick an account</h1>");
    for (const { objectId, name, shows } of emulator.description.personas) {
      expect(page).toContain(`value="${objectId}"`);
      expect(page).toContain(name);
      expect(page).toContain(shows);
    }
    expect(page).not.toContain("<script");
    expect(response.headers.get("content-security-policy")).toBe(
      "default-src 'none'; style-src 'self'; font-src 'self'; img-src data:; script-src 'none'; form-action 'self' http://localhost:3000; base-uri 'none'; frame-ancestors 'none'",
    );
  });

  test("shows who is hinted at first", async () => {
    const browser = emulator.browser();
    const kofi = persona(emulator.description, "Kofi");
    const tokens = await browser.signIn(kofi);
    const { url } = browser.authorizeUrl({ prompt: "login", login_hint: String(upnOf(tokens.id_token)) });
    const page = await (await new Browser(emulator.description).open(url)).text();
    const order = [...page.matchAll(/name="account" value="([^"]+)"/g)].map((match) => match[1]);
    expect(order[0]).toBe(kofi);
    expect(order).toHaveLength(emulator.description.personas.length);
  });

  test("escapes what came with the request", async () => {
    const browser = emulator.browser();
    const { url } = browser.authorizeUrl({ state: '"><script>alert(1)</script>' });
    const typed = await browser.open(url, { upn: "<img src=x onerror=alert(1)>" });
    const page = await typed.text();
    expect(page).not.toContain("<script");
    expect(page).not.toContain("<img");
    expect(page).toContain("AADSTS50034");
  });

  test("lets anybody of the tenant in by name, whatever its case", async () => {
    const browser = emulator.browser();
    const [person] = people.filter(({ accountEnabled, id }) => accountEnabled && !isPersona(id));
    const { url } = browser.authorizeUrl();
    const answer = await browser.answer(url, { upn: ` ${person?.userPrincipalName.toUpperCase()} ` });
    expect(answer.get("code")).toBeTruthy();
  });

  test("keeps disabled accounts out", async () => {
    const browser = emulator.browser();
    const [leaver] = people.filter(({ accountEnabled }) => !accountEnabled);
    const response = await browser.open(browser.authorizeUrl().url, { account: leaver?.id ?? "" });
    expect(response.headers.get("location")).toBeNull();
    expect(await response.text()).toContain("AADSTS50057");
  });
});

describe("the answer", () => {
  test.each([
    ["fragment", "#"],
    ["query", "?"],
  ])("comes in the %s", async (mode, mark) => {
    const browser = emulator.browser();
    const { url } = browser.authorizeUrl({ response_mode: mode, client_info: "1" });
    const response = await browser.open(url, { account: persona(emulator.description, "Ines") });
    const location = response.headers.get("location") ?? "";
    expect(response.status).toBe(302);
    expect(location.startsWith(`${redirectUri}${mark}code=`)).toBe(true);
    const params = new URLSearchParams(location.slice(redirectUri.length + 1));
    expect(params.get("state")).toBe("where I was");
    expect(params.get("session_state")).toMatch(/^[0-9a-f-]{36}$/);
    expect(JSON.parse(Buffer.from(params.get("client_info") ?? "", "base64url").toString())).toEqual({
      uid: persona(emulator.description, "Ines"),
      utid: emulator.description.tenantId,
    });
  });

  test("comes as a form that sends itself", async () => {
    const browser = emulator.browser();
    const { url } = browser.authorizeUrl({ response_mode: "form_post" });
    const response = await browser.open(url, { account: persona(emulator.description, "Ines") });
    const page = await response.text();
    expect(page).toMatch(new RegExp(`<form class="choices" method="post" action="${redirectUri}">`));
    expect(page).toContain('name="code"');
    expect(page).toContain('name="state" value="where I was"');
    const nonce = /script-src 'nonce-([^']+)'/.exec(response.headers.get("content-security-policy") ?? "")?.[1];
    expect(page).toContain(`<script nonce="${nonce}">`);
  });

  test("comes for a request that was posted, too", async () => {
    const browser = emulator.browser();
    const { url } = browser.authorizeUrl();
    const { origin, pathname, searchParams } = new URL(url);
    const response = await browser.open(origin + pathname, Object.fromEntries(searchParams));
    expect(await response.text()).toContain("Pick an account");
  });
});

describe("a browser that is signed in", () => {
  test("gets a code without a question, also silently", async () => {
    const browser = emulator.browser();
    await browser.signIn(persona(emulator.description, "Ines"));
    expect((await browser.answer(browser.authorizeUrl().url)).get("code")).toBeTruthy();
    expect((await browser.answer(browser.authorizeUrl({ prompt: "none" }).url)).get("code")).toBeTruthy();
  });

  test.each(["login", "select_account"])("is asked again with prompt=%s", async (prompt) => {
    const browser = emulator.browser();
    await browser.signIn(persona(emulator.description, "Ines"));
    const page = await (await browser.open(browser.authorizeUrl({ prompt }).url)).text();
    expect(page).toContain("Pick an account");
    expect(page).toContain("signed in");
  });

  test("is asked what to permit with prompt=consent", async () => {
    const browser = emulator.browser();
    const account = persona(emulator.description, "Ines");
    await browser.signIn(account);
    const { url } = browser.authorizeUrl({ prompt: "consent" });
    expect(await (await browser.open(url)).text()).toContain("Permissions requested");
    expect((await browser.answer(url, { account, consent: "accept" })).get("code")).toBeTruthy();
    expect(Object.fromEntries(await browser.answer(url, { account, consent: "cancel" }))).toMatchObject({
      error: "access_denied",
      error_subcode: "cancel",
    });
  });

  test("with two accounts has to say which, unless a hint does", async () => {
    const browser = emulator.browser();
    const ines = await browser.signIn(persona(emulator.description, "Ines"));
    await browser.signIn(persona(emulator.description, "Ruth"), { prompt: "select_account" });
    const open = await browser.answer(browser.authorizeUrl({ prompt: "none" }).url);
    expect(open.get("error")).toBe("interaction_required");
    const { url } = browser.authorizeUrl({ prompt: "none", login_hint: String(upnOf(ines.id_token)) });
    expect((await browser.answer(url)).get("code")).toBeTruthy();
  });

  test("is signed in to one tenant, not to others", async () => {
    const other = await emulator.world();
    const browser = emulator.browser();
    await browser.signIn(persona(emulator.description, "Ines"));
    const elsewhere = new Browser(other).authorizeUrl({ prompt: "none" });
    expect((await browser.answer(elsewhere.url)).get("error")).toBe("login_required");
  });

  test("is signed out by the logout endpoint, which goes back only to registered addresses", async () => {
    const browser = emulator.browser();
    await browser.signIn(persona(emulator.description, "Ines"));
    const kept = browser.copy();
    const logout = `${emulator.description.endpoints.authority.reachedAt}/oauth2/v2.0/logout`;
    const back = await browser.open(`${logout}?post_logout_redirect_uri=${redirectUri}&state=7`);
    expect(back.headers.get("location")).toBe(`${redirectUri}?state=7`);
    const silent = await browser.answer(browser.authorizeUrl({ prompt: "none" }).url);
    expect(silent.get("error")).toBe("login_required");
    const stolen = await kept.answer(browser.authorizeUrl({ prompt: "none" }).url);
    expect(stolen.get("error")).toBe("login_required");
    const foreign = await browser.open(`${logout}?post_logout_redirect_uri=https://evil.example/`);
    expect(foreign.headers.get("location")).toBeNull();
    expect(await foreign.text()).toContain("You signed out");
  });
});

function upnOf(idToken: string): unknown {
  const claims = JSON.parse(Buffer.from(idToken.split(".")[1] ?? "", "base64url").toString()) as Record<
    string,
    unknown
  >;
  return claims["preferred_username"];
}
