import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { themeScript } from "@/lib/theme";
import { trustedTypesScript } from "@/lib/trusted-types";
import "./globals.css";
import { canvas, description } from "./identity";
import { siteOf } from "./site";

/** A link to any page is previewed as a link to Fresnel: whoever draws the preview is not signed in, and learns nothing. */
export async function generateMetadata(): Promise<Metadata> {
  return {
    metadataBase: siteOf(await headers()),
    title: { default: "Fresnel", template: "%s · Fresnel" },
    description,
    applicationName: "Fresnel",
    robots: { index: false, follow: false },
    openGraph: { type: "website", siteName: "Fresnel", title: "Fresnel", description },
    twitter: { card: "summary_large_image" },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: canvas.light },
    { media: "(prefers-color-scheme: dark)", color: canvas.dark },
  ],
};

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
