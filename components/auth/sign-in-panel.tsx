"use client";

import { InteractionStatus } from "@azure/msal-browser";
import { useMsal } from "@azure/msal-react";
import { useRouter, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { returnPath } from "@/lib/auth/return-path";
import { signInProblem, type SignInProblem } from "@/lib/auth/sign-in-problem";

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
      .catch((error: unknown) => setProblem(signInProblem(error)));

  const isBusy = inProgress !== InteractionStatus.None || isSignedIn;
  return (
    <>
      <button
        type="button"
        onClick={() => void signIn()}
        disabled={isBusy}
        aria-busy={isBusy}
        className="focus-ring mt-4 flex h-touch w-full items-center justify-center gap-2 rounded-sm border border-beam-line bg-beam text-md font-[600] text-beam-ink hover:bg-beam-2 disabled:cursor-progress sm:h-[2.375rem]"
      >
        <SignInMark />
        Continue to Entra ID
      </button>
      {problem ? (
        <div role="alert" className="mt-3 border-l-2 border-sev-critical pl-3">
          <p className="font-[560]">{problem.title}</p>
          <p className="text-ink-2">{problem.what}</p>
          <p>{problem.fix}</p>
          {problem.code ? <p className="font-mono text-sm text-ink-3">{problem.code}</p> : null}
        </div>
      ) : null}
    </>
  );
}

function SignInMark() {
  return (
    <svg aria-hidden="true" viewBox="0 0 24 24" className="size-4" fill="none" stroke="currentColor" strokeWidth={1.75}>
      <path
        d="M15 3h4a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2h-4M10 17l5-5-5-5M15 12H3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
