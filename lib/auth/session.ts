import {
  BrowserAuthError,
  InteractionRequiredAuthError,
  type AccountInfo,
  type IPublicClientApplication,
} from "@azure/msal-browser";
import { explained } from "./explained";
import type { SignInProblem } from "./sign-in-problem";

/** What a token is asked for; `claims` is the decoded challenge of a service that refused the last one. */
export type TokenRequest = Readonly<{ scope: string; claims?: string; forceRefresh?: boolean }>;
type Demand = Readonly<{ scope: string; claims: string | undefined }>;

/** Nobody consented to what is asked for: signing in again would not help. */
export class ConsentMissing extends Error {
  override readonly name = "ConsentMissing";
}

/**
 * `expired`: reads wait until the person signs in again; nothing that was loaded is touched.
 * `problem` says why the last try to sign in again did not work; `mustRedirect` that a window cannot be opened here.
 */
export type SessionState =
  | Readonly<{ kind: "active" }>
  | Readonly<{ kind: "expired"; since: number; problem: SignInProblem | undefined; mustRedirect: boolean }>;

export type Session = Readonly<{
  /** Without bothering the person. @throws InteractionRequiredAuthError where only they can help, {@link ConsentMissing} */
  token(request: TokenRequest): Promise<{ token: string; expiresOn: number }>;
  /** Asks the person to sign in again; resolves when they did, however long that takes. */
  signIn(demand: Demand): Promise<void>;
  state(): SessionState;
  subscribe(listener: () => void): () => void;
  /** Signs in again: in a window, or by leaving the page where windows are blocked. Call it from a click. */
  renew(): Promise<void>;
}>;

const active: SessionState = { kind: "active" };
const windowBlocked = new Set(["popup_window_error", "empty_window_error"]);

const isConsentMissing = (error: InteractionRequiredAuthError) =>
  error.errorCode === "consent_required" || error.subError === "consent_required" || /AADSTS6500\d/.test(error.message);

/** One session for one account. Any number of reads that need a sign-in ask the person once, and all wait for it. */
export function createSession(msal: IPublicClientApplication, account: AccountInfo, now: () => number): Session {
  let current: SessionState = active;
  let wanted: Demand | undefined;
  let attempt = 0;
  let waiting: { promise: Promise<void>; done: () => void } | undefined;
  const listeners = new Set<() => void>();

  const become = (next: SessionState) => {
    current = next;
    for (const listener of listeners) listener();
  };

  const signIn: Session["signIn"] = (demand) => {
    wanted = demand;
    if (!waiting) {
      let done = () => {};
      const promise = new Promise<void>((resolve) => (done = resolve));
      waiting = { promise, done };
      become({ kind: "expired", since: now(), problem: undefined, mustRedirect: false });
    }
    return waiting.promise;
  };

  const interactive = ({ scope, claims }: Demand) => ({
    scopes: [scope],
    account,
    ...(account.username ? { loginHint: account.username } : {}),
    ...(claims ? { claims } : {}),
  });

  const token: Session["token"] = async ({ scope, claims, forceRefresh = false }) => {
    try {
      const result = await msal.acquireTokenSilent({
        scopes: [scope],
        account,
        forceRefresh,
        ...(claims && { claims }),
      });
      return { token: result.accessToken, expiresOn: result.expiresOn?.getTime() ?? now() };
    } catch (error) {
      if (error instanceof InteractionRequiredAuthError && isConsentMissing(error)) throw new ConsentMissing();
      // Without third-party cookies the silent frame finds no session, and times out.
      if (error instanceof BrowserAuthError && error.errorCode === "timed_out")
        throw new InteractionRequiredAuthError("interaction_required", "");
      throw error;
    }
  };

  const renew = async () => {
    if (current.kind !== "expired" || !wanted || !waiting) return;
    const mine = ++attempt;
    if (current.mustRedirect)
      return msal.acquireTokenRedirect({ ...interactive(wanted), redirectStartPage: window.location.href });
    try {
      // Nobody tells MSAL that a window was closed: a later try takes over from one that still waits for it.
      const result = await msal.acquireTokenPopup({ ...interactive(wanted), overrideInteractionInProgress: true });
      if (result.account.homeAccountId !== account.homeAccountId) {
        await msal.clearCache({ account: result.account });
        return become({ ...current, problem: otherAccount(account.username) });
      }
      waiting.done();
      waiting = undefined;
      become(active);
    } catch (error) {
      const problem = await explained(({ signInProblem }) => signInProblem(error));
      if (mine !== attempt) return;
      const mustRedirect = error instanceof BrowserAuthError && windowBlocked.has(error.errorCode);
      become({ ...current, problem, mustRedirect });
    }
  };

  return {
    token,
    signIn,
    renew,
    state: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

const otherAccount = (username: string): SignInProblem => ({
  title: "That is another account",
  what: `This page belongs to ${username}.`,
  fix: "Sign in with that account, or sign out first.",
  code: undefined,
});
