"use client";

import { useEffect } from "react";

export type Failure = Readonly<{ error: Error & { digest?: string }; reset: () => void }>;

/** In place of a page that could not be shown. */
export function FailedPage({ error, reset }: Failure) {
  useEffect(() => console.error(error.name, error.digest), [error]);
  const isUnfetched = error.name === "ChunkLoadError";
  return (
    <section role="alert" className="mx-auto flex w-full max-w-[34rem] flex-col justify-center gap-3 px-5 py-16">
      <h1 className="text-xl font-[620]">{isUnfetched ? "This page could not be fetched" : "This page failed"}</h1>
      <p className="text-md text-ink-2">
        {isUnfetched
          ? "Its scripts did not come from the server of Fresnel: the network may be down, or there is a newer version. What was loaded is kept until the page is loaded again."
          : "That is a defect of Fresnel, not of your data. What was loaded is kept, and the other pages work."}
      </p>
      <p className="flex gap-3">
        <button
          type="button"
          onClick={isUnfetched ? () => window.location.reload() : reset}
          className="focus-ring underline"
        >
          {isUnfetched ? "Load again" : "Show it again"}
        </button>
      </p>
      <p className="font-mono text-sm text-ink-3">{error.digest ?? error.name}</p>
    </section>
  );
}
