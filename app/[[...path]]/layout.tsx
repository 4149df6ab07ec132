import { notFound } from "next/navigation";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { Shell } from "@/components/shell/shell";
import { serverConfig } from "@/lib/config";
import { Providers } from "../providers";
import { NoSuchPage } from "./no-such-page";
import { routeIn, type Params } from "./route-in";

type Props = { params: Params; children: ReactNode };

/** Behind the sign-in gate. The configuration is the running server's: one build serves every cloud. */
export default async function DashboardLayout({ params, children }: Props) {
  await connection();
  // Next's own files do not pass the proxy, which answers 404 to what else there is not.
  if ((await params).path?.[0] === "_next") notFound();
  if (!(await routeIn(params))) return <NoSuchPage />;
  const { policy, ...registration } = serverConfig();
  return (
    <Providers registration={registration} policy={policy}>
      <Shell>{children}</Shell>
    </Providers>
  );
}
