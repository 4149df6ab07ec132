"use client";

import { broadcastResponseToMainFrame } from "@azure/msal-browser/redirect-bridge";
import { useEffect, useState } from "react";
import { signInProblem, type SignInProblem } from "@/lib/auth/sign-in-problem";
import { ProblemNotice } from "./problem-notice";

let handed: Promise<void> | undefined;

/** Hands Entra ID's answer to the page that asked for it. Opened by hand it has nothing to hand over, and says so. */
export function RedirectBridge() {
  const [problem, setProblem] = useState<SignInProblem>();

  useEffect(() => {
    handed ??= broadcastResponseToMainFrame();
    handed.catch((error: unknown) => setProblem({ ...signInProblem(error), ...nothingToHandOver }));
  }, []);

  if (!problem) return null;
  return (
    <main className="mx-auto flex min-h-dvh max-w-[34rem] flex-col justify-center px-5">
      <ProblemNotice problem={problem}>
        <a href="/" className="focus-ring underline">
          To the start page
        </a>
      </ProblemNotice>
    </main>
  );
}

const nothingToHandOver = {
  title: "Nothing to do here",
  what: "Sign-in comes back to this address for a moment. It was opened without an answer of Entra ID.",
  fix: "Go to the start page and sign in there.",
};
