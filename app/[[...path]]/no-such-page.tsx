/** In place of a page, without the frame and without signing in. */
export function NoSuchPage() {
  return (
    <main className="mx-auto flex min-h-dvh max-w-[34rem] flex-col justify-center gap-3 px-5">
      <h1 className="text-xl font-[620]">There is no such page</h1>
      <p className="text-md text-ink-2">The address may be mistyped, or belong to another version of Fresnel.</p>
      <p>
        {/* The frame that changes pages in the browser is not here. */}
        <a href="/" className="focus-ring underline">
          To the start page
        </a>
      </p>
    </main>
  );
}
