"use client";

import type { ReactNode } from "react";
import { savedSingleKeys } from "@/lib/preference";
import { usePreference } from "./use-preference";

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-flex h-[17px] min-w-[17px] items-center justify-center rounded-[3px] border border-line-2 bg-canvas px-1 font-sans text-2xs leading-none font-[500] text-ink-3">
      {children}
    </kbd>
  );
}

/** A hint about a single key, gone once somebody switched them off. */
export function SingleKey({ children }: { children: ReactNode }) {
  return usePreference(savedSingleKeys)[0] === "off" ? null : children;
}

/** In a field that "/" leads to; phones have no such key. */
export const FilterKey = () => (
  <SingleKey>
    <span className="max-sm:hidden">
      <Kbd>/</Kbd>
    </span>
  </SingleKey>
);
