"use client";

import { useCallback, useMemo, useSyncExternalStore } from "react";

export const narrow = "(max-width: 639.98px)";
export const besideFits = "(min-width: 1280px)";

export function useMedia(query: string): boolean {
  // Asking the browser anew in every render costs more than most components do.
  const media = useMemo(() => (typeof window === "undefined" ? undefined : window.matchMedia(query)), [query]);
  const subscribe = useCallback(
    (listener: () => void) => {
      media?.addEventListener("change", listener);
      return () => media?.removeEventListener("change", listener);
    },
    [media],
  );
  return useSyncExternalStore(
    subscribe,
    () => media?.matches === true,
    () => false,
  );
}
