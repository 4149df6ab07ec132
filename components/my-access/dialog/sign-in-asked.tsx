"use client";

import { useSessionState } from "@/components/auth/use-azure";
import type { Sending } from "./use-sending";

/** Why a request waits. The banner that says so for the page is behind the dialog, out of reach. */
export function SignInAsked({ sending }: { sending: Sending }) {
  const state = useSessionState();
  if (sending !== "waiting" || state.kind !== "expired") return null;
  const { problem, mustRedirect } = state;
  return (
    <div role="alert" className="mt-3 border-l-3 border-sev-high bg-sev-high-wash px-3 py-2">
      <p className="font-[560]">{problem ? problem.title : "Azure asks for a new or a stronger sign-in."}</p>
      <p className="text-ink-2">
        {problem?.fix ?? "Sign in again, with a second factor if you are asked for one."}
        {mustRedirect
          ? " Windows are blocked here, so the next try leaves this page: nothing is sent, and what you typed is lost."
          : " It is sent again by itself then; if you close this, it is not sent."}
      </p>
    </div>
  );
}
