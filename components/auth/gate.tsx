"use client";

import { InteractionStatus, type AccountInfo } from "@azure/msal-browser";
import { useMsal } from "@azure/msal-react";
import { useRouter } from "next/navigation";
import { useEffect, type ReactNode } from "react";

/** Shows what is behind it to people who are signed in, and sends everybody else to the sign-in page and back. */
export function Gate({ children }: { children: (account: AccountInfo) => ReactNode }) {
  const { accounts, inProgress, instance } = useMsal();
  const account = instance.getActiveAccount() ?? accounts[0];
  const isSignedOut = !account && inProgress === InteractionStatus.None;
  const router = useRouter();

  useEffect(() => {
    if (!isSignedOut) return;
    const { pathname, search } = window.location;
    router.replace(`/sign-in?to=${encodeURIComponent(pathname + search)}`);
  }, [isSignedOut, router]);

  return account ? children(account) : null;
}
