"use client";

import { createContext, useContext, useSyncExternalStore } from "react";
import type { Session, SessionState } from "@/lib/auth/session";
import type { Azure } from "@/lib/azure/client";
import type { Policy } from "@/lib/domain/findings/policy/policy";

export type SignedIn = Readonly<{
  azure: Azure;
  account: Readonly<{ name: string; username: string }>;
  session: Session;
  /** By which findings are judged; undefined: our own. */
  policy: Policy | undefined;
  /** Forgets everything that was read, here and in this site's other tabs, then leaves. */
  signOut: () => void;
}>;

export const SignedInContext = createContext<SignedIn | undefined>(undefined);

/** The services of Azure in the name of the person who is signed in. @throws outside the gate */
export function useAzure(): SignedIn {
  const signedIn = useContext(SignedInContext);
  if (!signedIn) throw new Error("useAzure is used outside the sign-in gate");
  return signedIn;
}

/** Whether reads wait for the person to sign in again. */
export function useSessionState(): SessionState {
  const { session } = useAzure();
  return useSyncExternalStore(session.subscribe, session.state, session.state);
}
