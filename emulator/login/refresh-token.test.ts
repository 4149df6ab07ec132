import { describe, expect, test } from "vitest";
import { Browser, claimsOf, graphScope, persona, type Tokens } from "../testing/browser";
import { TestClock, useEmulator } from "../testing/world-of-tests";

const clock = new TestClock();
const emulator = useEmulator({ now: clock.read });

async function signedIn(world = emulator.description) {
  const browser = new Browser(world);
  return { browser, tokens: await browser.signIn(persona(world, "Ines")) };
}
const refresh = (browser: Browser, refresh_token: string, more: Record<string, string> = {}) =>
  browser.redeem({ refresh_token, ...more });

describe("a refresh token", () => {
  test("gives new tokens, and a new refresh token", async () => {
    const { browser, tokens } = await signedIn();
    const renewed = (await refresh(browser, tokens.refresh_token)) as Tokens;
    expect(renewed.access_token).not.toBe(tokens.access_token);
    expect(renewed.refresh_token).not.toBe(tokens.refresh_token);
    expect(await refresh(browser, renewed.refresh_token)).toHaveProperty("access_token");
  });

  test("is refused the second time for the same resource", async () => {
    const { browser, tokens } = await signedIn();
    await refresh(browser, tokens.refresh_token);
    expect(await refresh(browser, tokens.refresh_token)).toMatchObject({
      error: "invalid_grant",
      error_codes: [70000],
    });
  });

  test("counts for each resource once, so that a client may ask for several at the same moment", async () => {
    const { browser, tokens } = await signedIn();
    const answers = await Promise.all([
      refresh(browser, tokens.refresh_token),
      refresh(browser, tokens.refresh_token, { scope: graphScope }),
      refresh(browser, tokens.refresh_token, { scope: graphScope }),
    ]);
    const audiences = answers.map((answer) => ("access_token" in answer ? claimsOf(answer.access_token)["aud"] : null));
    expect(audiences.filter((audience) => audience === "https://management.fresnel.localhost")).toHaveLength(1);
    expect(audiences.filter((audience) => audience === "https://graph.fresnel.localhost")).toHaveLength(1);
  });

  test("of a single-page app ends a day after signing in, however often it was renewed", async () => {
    const { browser, tokens } = await signedIn();
    clock.advance(12 * 3600);
    const first = (await refresh(browser, tokens.refresh_token)) as Tokens;
    clock.advance(11 * 3600);
    const renewed = (await refresh(browser, first.refresh_token)) as Tokens;
    expect(renewed.refresh_token_expires_in).toBe(3600);
    clock.advance(3600);
    expect(await refresh(browser, renewed.refresh_token)).toMatchObject({
      error: "invalid_grant",
      error_codes: [700084],
    });
  });

  test.each([
    ["unknown", { refresh_token: "1.Anything" }, 70000],
    ["without a scope", { scope: "" }, 900144],
    ["for two resources", { scope: `https://management.fresnel.localhost/.default ${graphScope}` }, 28000],
    ["for a permission without consent", { scope: "https://graph.fresnel.localhost/Mail.Read" }, 65001],
    ["without its page", {}, 9002327],
  ])("is refused %s", async (name, changes, number) => {
    const { browser, tokens } = await signedIn();
    const form = { refresh_token: tokens.refresh_token, ...changes };
    const answer = name === "without its page" ? await browser.redeem(form, {}) : await browser.redeem(form);
    expect(answer).toMatchObject({ error_codes: [number] });
  });

  test("does not satisfy an authentication context that nobody was asked for", async () => {
    const { browser, tokens } = await signedIn();
    const claims = JSON.stringify({ access_token: { acrs: { essential: true, value: "c1" } } });
    expect(await refresh(browser, tokens.refresh_token, { claims })).toMatchObject({
      error: "interaction_required",
      error_codes: [50076],
      claims,
    });
    const stepped = await browser.signIn(persona(emulator.description, "Ines"), { claims });
    const renewed = (await refresh(browser, stepped.refresh_token, { claims })) as Tokens;
    expect(claimsOf(renewed.access_token)["acrs"]).toEqual(["c1"]);
  });

  test("is refused once the person's sign-ins are revoked, until they sign in again", async () => {
    const world = await emulator.world();
    const { browser, tokens } = await signedIn(world);
    const revoked = await fetch(`${emulator.url}/_emulator/worlds/${world.tenantId}/revoke`, {
      method: "POST",
      body: JSON.stringify({ objectId: persona(world, "Ines") }),
    });
    expect(revoked.status).toBe(204);
    expect(await refresh(browser, tokens.refresh_token)).toMatchObject({ error_codes: [50173] });
    const silent = await browser.answer(browser.authorizeUrl({ prompt: "none" }).url);
    expect(silent.get("error")).toBe("login_required");
    const again = await browser.signIn(persona(world, "Ines"));
    expect(await refresh(browser, again.refresh_token)).toHaveProperty("access_token");
  });
});
