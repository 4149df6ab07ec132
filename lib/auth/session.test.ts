import {
  BrowserAuthError,
  InteractionRequiredAuthError,
  type AccountInfo,
  type AuthenticationResult,
  type IPublicClientApplication,
} from "@azure/msal-browser";
import { expect, test, vi } from "vitest";
import { createSession } from "./session";

const account = { homeAccountId: "ines", username: "ines@relecloud.example" } as AccountInfo;
const result = (accessToken: string, who = account) =>
  ({ accessToken, account: who, expiresOn: new Date(5_000) }) as AuthenticationResult;
const interaction = () => new InteractionRequiredAuthError("interaction_required", "", "AADSTS700084");

function sessionWith(methods: Partial<IPublicClientApplication>) {
  return createSession(methods as IPublicClientApplication, account, () => 1_000);
}

test("any number of reads that need a sign-in ask once and go on after it", async () => {
  let signedIn = false;
  const acquireTokenSilent = vi.fn(async () => {
    if (!signedIn) throw interaction();
    return result("fresh");
  });
  const acquireTokenPopup = vi.fn(async () => {
    signedIn = true;
    return result("popup");
  });
  const session = sessionWith({ acquireTokenSilent, acquireTokenPopup });
  const changes = vi.fn();
  session.subscribe(changes);

  const reads = Array.from({ length: 100 }, () => session.token({ scope: "arm" }));
  await vi.waitFor(() => expect(session.state().kind).toBe("expired"));
  await session.renew();

  expect((await Promise.all(reads)).every(({ token }) => token === "fresh")).toBe(true);
  expect(acquireTokenPopup).toHaveBeenCalledTimes(1);
  expect(changes).toHaveBeenCalledTimes(2);
  expect(session.state().kind).toBe("active");
});

test("the service's claims travel to the sign-in", async () => {
  const acquireTokenPopup = vi.fn(async () => result("popup"));
  const session = sessionWith({
    acquireTokenSilent: vi.fn().mockRejectedValueOnce(interaction()).mockResolvedValue(result("t")),
    acquireTokenPopup,
  });
  const read = session.token({ scope: "arm", claims: '{"access_token":{}}' });
  await vi.waitFor(() => expect(session.state().kind).toBe("expired"));
  await session.renew();
  await read;
  expect(acquireTokenPopup).toHaveBeenCalledWith(
    expect.objectContaining({ scopes: ["arm"], claims: '{"access_token":{}}' }),
  );
});

test("a blocked window is said, and the next try leaves the page", async () => {
  vi.stubGlobal("window", { location: { href: "https://fresnel.example/customers?q=a" } });
  const acquireTokenRedirect = vi.fn(async () => {});
  const session = sessionWith({
    acquireTokenSilent: vi.fn().mockRejectedValue(interaction()),
    acquireTokenPopup: vi.fn().mockRejectedValue(new BrowserAuthError("popup_window_error", "")),
    acquireTokenRedirect,
  });
  void session.token({ scope: "arm" });
  await vi.waitFor(() => expect(session.state().kind).toBe("expired"));
  await session.renew();
  expect(session.state()).toMatchObject({ kind: "expired", mustRedirect: true });
  await session.renew();
  expect(acquireTokenRedirect).toHaveBeenCalledWith(
    expect.objectContaining({ redirectStartPage: "https://fresnel.example/customers?q=a" }),
  );
  vi.unstubAllGlobals();
});

test("another account does not take the page over", async () => {
  const session = sessionWith({
    acquireTokenSilent: vi.fn().mockRejectedValue(interaction()),
    acquireTokenPopup: vi.fn(async () => result("popup", { ...account, homeAccountId: "kofi" })),
  });
  void session.token({ scope: "arm" });
  await vi.waitFor(() => expect(session.state().kind).toBe("expired"));
  await session.renew();
  expect(session.state()).toMatchObject({ kind: "expired", problem: { title: "That is another account" } });
});

test("missing consent is an answer, not a reason to ask again and again", async () => {
  const error = new InteractionRequiredAuthError("invalid_grant", "", "AADSTS65001: not consented");
  const session = sessionWith({ acquireTokenSilent: vi.fn().mockRejectedValue(error) });
  await expect(session.token({ scope: "graph" })).rejects.toBe(error);
  expect(session.state().kind).toBe("active");
});

test("a read that is cancelled stops waiting at once", async () => {
  const session = sessionWith({ acquireTokenSilent: vi.fn().mockRejectedValue(interaction()) });
  const abort = new AbortController();
  const read = session.token({ scope: "arm", signal: abort.signal });
  await vi.waitFor(() => expect(session.state().kind).toBe("expired"));
  abort.abort();
  await expect(read).rejects.toMatchObject({ name: "AbortError" });
});
