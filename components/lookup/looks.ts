// What is there first looks like what takes its place.

export const fieldRowLook = "flex h-12 shrink-0 items-center gap-3 border-b border-line px-4";

export const fieldLook = "h-full min-w-0 flex-1 bg-transparent text-lg outline-none placeholder:text-ink-3";

/** As high as the kinds to choose from, with what answers. */
export const roomLook = "sm:h-[calc(min(31rem,100dvh-12rem)+2.25rem)]";
