"use client";

import { useEffect } from "react";

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  useEffect(() => console.error(error.name, error.digest), [error]);
  return (
    <main role="alert" className="mx-auto flex max-w-[34rem] flex-col justify-center gap-3 px-5 py-16">
      <h1 className="text-xl font-[620]">This page failed</h1>
      <p className="text-md text-ink-2">
        That is a defect of Fresnel, not of your data. What was loaded is kept, and the other pages work.
      </p>
      <p className="flex gap-3">
        <button type="button" onClick={reset} className="focus-ring underline">
          Show it again
        </button>
      </p>
      <p className="font-mono text-sm text-ink-3">{error.digest ?? error.name}</p>
    </main>
  );
}
