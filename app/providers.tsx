"use client";

import type { AccountInfo } from "@azure/msal-browser";
import { useMsal } from "@azure/msal-react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";

import { useEffect, useState, type ReactNode } from "react";
import { AuthProvider, type Registration } from "@/components/auth/auth-provider";
import { Gate } from "@/components/auth/gate";
import { SignedInContext } from "@/components/auth/use-azure";
import { AddressProvider } from "@/components/ui/address";
import { TableOwner } from "@/components/ui/data-table/table-owner";
import { createSession } from "@/lib/auth/session";
import { createAzure } from "@/lib/azure/client";
import type { Policy } from "@/lib/domain/findings/policy/policy";
import { tenantId } from "@/lib/domain/ids";
import { formatIn } from "@/lib/format";
import { forgetKept, prepareKept } from "@/lib/queries/keeping";

// Behind the gate nothing is rendered by the server, whose way of writing dates could differ.
if (typeof window !== "undefined") {
  formatIn(undefined);
  prepareKept();
}

type Props = { registration: Registration; policy: Policy | undefined; children: ReactNode };

/** Everything that a signed-in page stands on: who is asking, Azure in their name, and what was read so far. */
export function Providers({ children, ...given }: Props) {
  return (
    <AuthProvider
      registration={given.registration}
      frame={(notice) => (
        <main className="mx-auto flex min-h-dvh max-w-[34rem] flex-col justify-center px-5">{notice}</main>
      )}
    >
      <Gate>
        {(account) => (
          <SignedIn key={account.homeAccountId} account={account} {...given}>
            {children}
          </SignedIn>
        )}
      </Gate>
    </AuthProvider>
  );
}

const signedOutChannel = "fresnel.signed-out";

function SignedIn({ account, registration, policy, children }: Props & { account: AccountInfo }) {
  const { instance } = useMsal();
  const [{ queries, signedIn }] = useState(() => {
    const tenant = tenantId(registration.tenantId);
    if (!tenant) throw new Error("The server sent a tenant id that is no GUID.");
    const session = createSession(instance, account, Date.now);
    const queries = new QueryClient({
      // The pipeline below retries with each service's own timing.
      defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false, networkMode: "always" } },
    });
    const azure = createAzure({
      cloud: registration.cloud,
      tenant,
      account: account.localAccountId,
      token: session.token,
      signIn: session.signIn,
    });
    const signOut = () => {
      queries.clear();
      new BroadcastChannel(signedOutChannel).postMessage(account.homeAccountId);
      void forgetKept(azure).then(() => instance.logoutRedirect({ account }));
    };
    const signedIn = {
      azure,
      session,
      policy,
      signOut,
      account: { name: account.name ?? account.username, username: account.username },
    };
    return { queries, signedIn };
  });

  useEffect(() => {
    const channel = new BroadcastChannel(signedOutChannel);
    channel.onmessage = ({ data }) => {
      if (data !== account.homeAccountId) return;
      queries.clear();
      void Promise.allSettled([forgetKept(signedIn.azure), instance.clearCache({ account })]).then(() =>
        window.location.assign("/sign-in"),
      );
    };
    return () => channel.close();
  }, [account, instance, queries, signedIn]);

  return (
    <QueryClientProvider client={queries}>
      <AddressProvider>
        <SignedInContext value={signedIn}>
          <TableOwner value={signedIn.azure.key.join("/")}>{children}</TableOwner>
        </SignedInContext>
      </AddressProvider>
    </QueryClientProvider>
  );
}
