import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { themeScript } from "@/lib/theme";
import { trustedTypesScript } from "@/lib/trusted-types";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Fresnel", template: "%s · Fresnel" },
  description: "Every customer, delegation and grant of a managed service provider on Azure Lighthouse.",
  robots: { index: false, follow: false },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    // The theme is set before React starts, so the server cannot know the attribute.
    <html lang="en" suppressHydrationWarning>
      <head>
        <script nonce={nonce} suppressHydrationWarning>
          {trustedTypesScript + themeScript}
        </script>
      </head>
      <body>{children}</body>
    </html>
  );
}
