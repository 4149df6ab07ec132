import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";
import { AuthProvider } from "@/components/auth/auth-provider";
import { Engraving } from "@/components/auth/engraving";
import { SignInButton } from "@/components/auth/sign-in-button";
import { SignInPanel } from "@/components/auth/sign-in-panel";
import { Logo } from "@/components/ui/logo";
import { serverConfig } from "@/lib/config";

export const metadata: Metadata = { title: "Sign in" };

const permissions = [
  [
    "Azure Service Management, user_impersonation",
    "reads delegations, subscriptions and roles as you, and activates the eligible roles that you confirm",
  ],
  ["Microsoft Graph, User.Read", "signs you in, and tells which groups you are in"],
  ["Microsoft Graph, Directory.Read.All", "turns ids of people and groups into names; without it they stay ids"],
  ["Microsoft Graph, CrossTenantInformation.ReadBasic.All", "names customer tenants that nothing else names"],
] as const;

export default async function SignInPage() {
  await connection();
  const { cloud, tenantId, clientId } = serverConfig();
  return (
    <main className="grid min-h-dvh lg:grid-cols-[minmax(0,1fr)_32.5rem]">
      <div className="relative hidden overflow-hidden border-r border-line bg-sunken lg:block">
        <Engraving />
      </div>
      <section className="flex flex-col bg-surface px-6 pt-11 pb-7 sm:px-14">
        <div className="flex items-center gap-2.5 text-[1.0625rem] font-[640]">
          <Logo className="size-6" />
          Fresnel
        </div>
        <h1 className="mt-14 text-2xl font-[560] tracking-[-0.02em]">Sign in</h1>
        <p className="mt-1 text-ink-2">
          Every delegated customer, on one page. Fresnel reads with your own permissions.
        </p>
        <dl className="mt-6 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 border-y border-line py-3 text-sm">
          <dt className="text-ink-3">Cloud</dt>
          <dd className="font-[520]">{cloud.name}</dd>
          <dt className="text-ink-3">Managing tenant</dt>
          <dd className="font-mono break-all">{tenantId}</dd>
        </dl>
        <AuthProvider registration={{ cloud, tenantId, clientId }} waiting={<SignInButton isBusy />}>
          <Suspense fallback={<SignInButton isBusy />}>
            <SignInPanel scope={cloud.arm.scope} />
          </Suspense>
        </AuthProvider>
        <details className="mt-auto pt-8 text-sm text-ink-2">
          <summary className="focus-ring w-fit cursor-pointer underline decoration-line-2 underline-offset-2">
            Permissions it asks for
          </summary>
          <dl className="mt-2 grid gap-2">
            {permissions.map(([name, why]) => (
              <div key={name}>
                <dt className="font-[520] text-ink">{name}</dt>
                <dd>{why}</dd>
              </div>
            ))}
          </dl>
        </details>
      </section>
    </main>
  );
}
