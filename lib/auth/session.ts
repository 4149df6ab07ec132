import {
  BrowserAuthError,
  InteractionRequiredAuthError,
  type AccountInfo,
  type IPublicClientApplication,
} from "@azure/msal-browser";
import { signInProblem, type SignInProblem } from "./sign-in-problem";

/** What a token is asked for; `claims` is the decoded challenge of a service that refused the last one. */
export type TokenRequest = Readonly<{ scope: string; claims?: string; forceRefresh?: boolean; signal?: AbortSignal }>;

/**
 * `expired`: reads wait until the person signs in again; nothing that was loaded is touched.
 * `problem` says why the last try to sign in again did not work; `mustRedirect` that a window cannot be opened here.
 */
export type SessionState =
  | Readonly<{ kind: "active" }>
  | Readonly<{ kind: "expired"; since: number; problem: SignInProblem | undefined; mustRedirect: boolean }>;

export type Session = Readonly<{
  token(request: TokenRequest): Promise<{ token: string; expiresOn: number }>;
  state(): SessionState;
  subscribe(listener: () => void): () => void;
  /** Signs in again: in a window, or by leaving the page where windows are blocked. Call it from a click. */
  renew(): Promise<void>;
}>;

const active: SessionState = { kind: "active" };
const windowBlocked = new Set(["popup_window_error", "empty_window_error", "timed_out", "monitor_popup_timeout"]);

// Nobody can cure missing consent by signing in again: it is an answer, and the reads that need it say so.
const isConsentMissing = (error: InteractionRequiredAuthError) =>
  error.errorCode === "consent_required" || error.subError === "consent_required" || /AADSTS6500\d/.test(error.message);

/** One session for one account. Any number of reads that need a sign-in ask the person once, and all wait for it. */
export function createSession(msal: IPublicClientApplication, account: AccountInfo, now: () => number): Session {
  let current: SessionState = active;
  let wanted: TokenRequest | undefined;
  let waiting: { promise: Promise<void>; done: () => void } | undefined;
  const listeners = new Set<() => void>();

  const become = (next: SessionState) => {
    current = next;
    for (const listener of listeners) listener();
  };

  const ask = (request: TokenRequest): Promise<void> => {
    wanted = request;
    if (!waiting) {
      let done = () => {};
      const promise = new Promise<void>((resolve) => (done = resolve));
      waiting = { promise, done };
      become({ kind: "expired", since: now(), problem: undefined, mustRedirect: false });
    }
    return waiting.promise;
  };

  const interactive = ({ scope, claims }: TokenRequest) => ({
    scopes: [scope],
    account,
    ...(account.username ? { loginHint: account.username } : {}),
    ...(claims ? { claims } : {}),
  });

  const token: Session["token"] = async (request) => {
    const { scope, claims, forceRefresh, signal } = request;
    signal?.throwIfAborted();
    try {
      const result = await msal.acquireTokenSilent({
        scopes: [scope],
        account,
        forceRefresh: forceRefresh ?? false,
        ...(claims ? { claims } : {}),
      });
      return { token: result.accessToken, expiresOn: result.expiresOn?.getTime() ?? now() };
    } catch (error) {
      const needsPerson =
        (error instanceof InteractionRequiredAuthError && !isConsentMissing(error)) ||
        // Without third-party cookies the silent frame finds no session, and times out.
        (error instanceof BrowserAuthError && error.errorCode === "timed_out");
      if (!needsPerson) throw error;
      await orAborted(ask(request), signal);
      return token({ scope, ...(signal ? { signal } : {}) });
    }
  };

  const renew = async () => {
    if (current.kind !== "expired" || !wanted || !waiting) return;
    if (current.mustRedirect)
      return msal.acquireTokenRedirect({ ...interactive(wanted), redirectStartPage: window.location.href });
    try {
      const result = await msal.acquireTokenPopup(interactive(wanted));
      if (result.account.homeAccountId !== account.homeAccountId)
        return become({ ...current, problem: otherAccount(account.username) });
      waiting.done();
      waiting = undefined;
      become(active);
    } catch (error) {
      const mustRedirect = error instanceof BrowserAuthError && windowBlocked.has(error.errorCode);
      become({ ...current, problem: signInProblem(error), mustRedirect });
    }
  };

  return {
    token,
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

function orAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
