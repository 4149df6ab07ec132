/** Disabled until sign-in can begin, in the place and size that it will have. */
export function SignInButton({ isBusy, onClick }: { isBusy: boolean; onClick?: () => void }) {
  return (
    <button
      type="button"
      onClick={onClick}
      disabled={isBusy}
      aria-busy={isBusy}
      className="focus-ring mt-4 flex h-touch w-full items-center justify-center gap-2 rounded-sm border border-beam-line bg-beam text-md font-[600] text-beam-ink hover:bg-beam-2 disabled:cursor-progress sm:h-[2.375rem]"
    >
      <SignInMark />
      Continue to Entra ID
    </button>
  );
}

function SignInMark() {
  return (
    <svg aria-hidden="true" viewBox="0 0 24 24" className="size-4" fill="none" stroke="currentColor" strokeWidth={1.75}>
      <path
        d="M15 3h4a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2h-4M10 17l5-5-5-5M15 12H3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
