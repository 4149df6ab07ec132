"use client";

import "./globals.css";

export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <main role="alert" className="mx-auto flex min-h-dvh max-w-[34rem] flex-col justify-center gap-3 px-5">
          <title>Fresnel failed</title>
          <h1 className="text-xl font-[620]">Fresnel failed</h1>
          <p className="text-md text-ink-2">That is a defect of Fresnel, not of your data.</p>
          <p>
            {/* A whole load: the page that failed is the one that would navigate. */}
            <a href={typeof window === "undefined" ? "/" : window.location.href} className="focus-ring underline">
              Load the page again
            </a>
          </p>
          <p className="font-mono text-sm text-ink-3">{error.digest ?? error.name}</p>
        </main>
      </body>
    </html>
  );
}
