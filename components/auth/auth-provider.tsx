"use client";

import { MsalProvider } from "@azure/msal-react";
import type { AuthenticationResult, IPublicClientApplication } from "@azure/msal-browser";
import { useEffect, useState, type ReactNode } from "react";
import { explained } from "@/lib/auth/explained";
import { startMsal } from "@/lib/auth/msal";
import type { SignInProblem } from "@/lib/auth/sign-in-problem";
import type { Cloud } from "@/lib/cloud";
import { ProblemNotice } from "./problem-notice";

export type Registration = Readonly<{ cloud: Cloud; tenantId: string; clientId: string }>;

type State =
  { kind: "starting" } | { kind: "failed"; problem: SignInProblem } | { kind: "ready"; msal: IPublicClientApplication };

const toleratedClockMinutes = 5;

async function problemOf(result: AuthenticationResult | null, tenantId: string): Promise<SignInProblem | undefined> {
  if (!result) return undefined;
  if (result.account.tenantId !== tenantId) return explained(({ otherTenant }) => otherTenant);
  const issuedAt = Reflect.get(result.idTokenClaims, "iat");
  if (typeof issuedAt !== "number") return undefined;
  const minutes = Math.round((Date.now() / 1000 - issuedAt) / 60);
  return Math.abs(minutes) > toleratedClockMinutes ? explained(({ wrongClock }) => wrongClock(minutes)) : undefined;
}

async function start(registration: Registration): Promise<State> {
  if (!window.isSecureContext) return { kind: "failed", problem: await explained(({ insecurePage }) => insecurePage) };
  try {
    window.sessionStorage.setItem("fresnel.probe", "1");
    window.sessionStorage.removeItem("fresnel.probe");
  } catch {
    return { kind: "failed", problem: await explained(({ blockedStorage }) => blockedStorage) };
  }
  try {
    const msal = await startMsal(registration);
    const result = await msal.handleRedirectPromise();
    const problem = await problemOf(result, registration.tenantId);
    if (problem) {
      await msal.clearCache();
      return { kind: "failed", problem };
    }
    msal.setActiveAccount(result?.account ?? msal.getActiveAccount() ?? msal.getAllAccounts()[0] ?? null);
    return { kind: "ready", msal };
  } catch (error) {
    return { kind: "failed", problem: await explained(({ signInProblem }) => signInProblem(error)) };
  }
}

// One start for a page's life: a second one would find that the answer of Entra ID has been taken already.
let started: Promise<State> | undefined;

type Props = {
  registration: Registration;
  /** Holds the place while MSAL starts. */
  waiting?: ReactNode;
  /** What stands around a problem that is shown in place of the children. */
  frame?: (notice: ReactNode) => ReactNode;
  children: ReactNode;
};

/** Starts MSAL and takes in what Entra ID answered; a sign-in that failed becomes a page that explains it. */
export function AuthProvider({ registration, waiting = null, frame = (notice) => notice, children }: Props) {
  const [state, setState] = useState<State>({ kind: "starting" });

  useEffect(() => {
    let isCurrent = true;
    started ??= start(registration);
    void started.then((next) => isCurrent && setState(next));
    return () => void (isCurrent = false);
  }, [registration]);

  if (state.kind === "ready") return <MsalProvider instance={state.msal}>{children}</MsalProvider>;
  if (state.kind === "starting") return waiting;
  return frame(
    <ProblemNotice problem={state.problem}>
      {/* A whole load, so that MSAL starts afresh. */}
      <a
        href="/sign-in"
        className="focus-ring inline-flex h-control items-center rounded-sm border border-beam-line bg-beam px-3 font-[600] text-beam-ink hover:bg-beam-2"
      >
        Sign in again
      </a>
    </ProblemNotice>,
  );
}
