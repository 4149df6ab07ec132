// What is there first looks like what takes its place.

export const fieldRowLook = "flex h-12 shrink-0 items-center gap-3 border-b border-line px-4";

export const fieldLook = "h-full min-w-0 flex-1 bg-transparent text-lg outline-none placeholder:text-ink-3";

export const tabsLook =
  "flex h-9 shrink-0 items-center gap-0.5 overflow-x-auto border-b border-line px-2 max-sm:h-touch";

export const answersLook = "flex min-h-0 flex-1 sm:h-[min(31rem,calc(100dvh-12rem))] sm:flex-none";
