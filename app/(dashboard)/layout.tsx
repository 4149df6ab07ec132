import { connection } from "next/server";
import type { ReactNode } from "react";
import { Shell } from "@/components/shell/shell";
import { serverConfig } from "@/lib/config";
import { Providers } from "../providers";

/** Behind the sign-in gate. The configuration is the running server's: one build serves every cloud. */
export default async function DashboardLayout({ children }: { children: ReactNode }) {
  await connection();
  const { cloud, tenantId, clientId } = serverConfig();
  return (
    <Providers registration={{ cloud, tenantId, clientId }}>
      <Shell>{children}</Shell>
    </Providers>
  );
}
