import {
  BrowserAuthError,
  InteractionRequiredAuthError,
  type AccountInfo,
  type AuthenticationResult,
  type IPublicClientApplication,
} from "@azure/msal-browser";
import { expect, test, vi } from "vitest";
import { ConsentMissing, createSession } from "./session";

const account = { homeAccountId: "ines", username: "ines@relecloud.example" } as AccountInfo;
const result = (accessToken: string, who = account) =>
  ({ accessToken, account: who, expiresOn: new Date(5_000) }) as AuthenticationResult;

function sessionWith(methods: Partial<IPublicClientApplication>) {
  return createSession(methods as IPublicClientApplication, account, () => 1_000);
}

const demand = { scope: "arm", claims: undefined };

test("any number of reads that need a sign-in ask once and go on after it", async () => {
  const acquireTokenPopup = vi.fn(async () => result("popup"));
  const session = sessionWith({ acquireTokenPopup });
  const changes = vi.fn();
  session.subscribe(changes);

  const reads = Array.from({ length: 100 }, () => session.signIn(demand));
  expect(session.state().kind).toBe("expired");
  await session.renew();

  await Promise.all(reads);
  expect(acquireTokenPopup).toHaveBeenCalledTimes(1);
  expect(changes).toHaveBeenCalledTimes(2);
  expect(session.state().kind).toBe("active");
});

test("the service's claims travel to the sign-in", async () => {
  const acquireTokenPopup = vi.fn(async () => result("popup"));
  const session = sessionWith({ acquireTokenPopup });
  const asked = session.signIn({ scope: "arm", claims: '{"access_token":{}}' });
  await session.renew();
  await asked;
  expect(acquireTokenPopup).toHaveBeenCalledWith(
    expect.objectContaining({ scopes: ["arm"], claims: '{"access_token":{}}' }),
  );
});

test("a blocked window is said, and the next try leaves the page", async () => {
  vi.stubGlobal("window", { location: { href: "https://fresnel.example/customers?q=a" } });
  const acquireTokenRedirect = vi.fn(async () => {});
  const session = sessionWith({
    acquireTokenPopup: vi.fn().mockRejectedValue(new BrowserAuthError("popup_window_error", "")),
    acquireTokenRedirect,
  });
  void session.signIn(demand);
  await session.renew();
  expect(session.state()).toMatchObject({ kind: "expired", mustRedirect: true });
  await session.renew();
  expect(acquireTokenRedirect).toHaveBeenCalledWith(
    expect.objectContaining({ redirectStartPage: "https://fresnel.example/customers?q=a" }),
  );
  vi.unstubAllGlobals();
});

test("another account does not take the page over, and leaves nothing behind", async () => {
  const other = { ...account, homeAccountId: "kofi" };
  const clearCache = vi.fn(async () => {});
  const session = sessionWith({ acquireTokenPopup: vi.fn(async () => result("popup", other)), clearCache });
  void session.signIn(demand);
  await session.renew();
  expect(session.state()).toMatchObject({ kind: "expired", problem: { title: "That is another account" } });
  expect(clearCache).toHaveBeenCalledWith({ account: other });
});

test("a window that was closed does not stand in the way of the next", async () => {
  let cancel = (_: unknown) => {};
  const closed = new Promise<AuthenticationResult>((_, reject) => (cancel = reject));
  const acquireTokenPopup = vi
    .fn()
    .mockReturnValueOnce(closed)
    .mockImplementation(async () => {
      cancel(new BrowserAuthError("interaction_in_progress_cancelled", ""));
      return result("popup");
    });
  const session = sessionWith({ acquireTokenPopup });
  const asked = session.signIn(demand);
  const first = session.renew();
  await session.renew();
  await Promise.all([first, asked]);
  expect(acquireTokenPopup).toHaveBeenLastCalledWith(expect.objectContaining({ overrideInteractionInProgress: true }));
  expect(session.state().kind).toBe("active");
});

test("a token is had silently, or the reason why not is told apart", async () => {
  const failing = (error: Error) =>
    sessionWith({ acquireTokenSilent: vi.fn().mockRejectedValue(error) }).token({ scope: "graph" });
  const expired = new InteractionRequiredAuthError("interaction_required", "", "AADSTS700084");
  await expect(failing(expired)).rejects.toBe(expired);
  const noConsent = new InteractionRequiredAuthError("invalid_grant", "", "AADSTS65001: not consented");
  await expect(failing(noConsent)).rejects.toBeInstanceOf(ConsentMissing);
  await expect(failing(new BrowserAuthError("timed_out", ""))).rejects.toBeInstanceOf(InteractionRequiredAuthError);
  const lost = new BrowserAuthError("post_request_failed", "");
  await expect(failing(lost)).rejects.toBe(lost);
  const session = sessionWith({ acquireTokenSilent: vi.fn(async () => result("fresh")) });
  expect(await session.token({ scope: "arm" })).toEqual({ token: "fresh", expiresOn: 5_000 });
});
