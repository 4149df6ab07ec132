"use client";

import { InteractionStatus } from "@azure/msal-browser";
import { useMsal } from "@azure/msal-react";
import { useRouter, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { explained } from "@/lib/auth/explained";
import { returnPath } from "@/lib/auth/return-path";
import type { SignInProblem } from "@/lib/auth/sign-in-problem";
import { ProblemNotice } from "./problem-notice";
import { SignInButton } from "./sign-in-button";

/** The one button of the sign-in page. Somebody who is signed in already goes on to where they were heading. */
export function SignInPanel({ scope }: { scope: string }) {
  const { accounts, inProgress, instance } = useMsal();
  const to = returnPath(useSearchParams().get("to"));
  const router = useRouter();
  const [problem, setProblem] = useState<SignInProblem>();
  const isSignedIn = accounts.length > 0;

  useEffect(() => {
    if (isSignedIn) router.replace(to);
  }, [isSignedIn, router, to]);

  const signIn = () =>
    instance
      .loginRedirect({ scopes: [scope], prompt: "select_account", redirectStartPage: window.location.origin + to })
      .catch(async (error: unknown) => setProblem(await explained(({ signInProblem }) => signInProblem(error))));

  const isBusy = inProgress !== InteractionStatus.None || isSignedIn;
  return (
    <>
      <SignInButton isBusy={isBusy} onClick={() => void signIn()} />
      {problem ? (
        <div className="mt-4 border-l-2 border-sev-critical pl-3">
          <ProblemNotice problem={problem} />
        </div>
      ) : null}
    </>
  );
}
