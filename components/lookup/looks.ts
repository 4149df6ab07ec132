// The field that is there first looks like the one that takes its place.

export const fieldRowLook = "flex h-12 shrink-0 items-center gap-3 border-b border-line px-4";

export const fieldLook = "h-full min-w-0 flex-1 bg-transparent text-lg outline-none placeholder:text-ink-3";
