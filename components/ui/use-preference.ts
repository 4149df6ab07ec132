"use client";

import { useSyncExternalStore } from "react";
import type { Preference } from "@/lib/preference";

/** The choice and what changes it. The server, which cannot know it, draws the first value. */
export function usePreference<Value extends string>(of: Preference<Value>): [Value, (value: Value) => void] {
  return [useSyncExternalStore(of.subscribe, of.get, of.get), of.set];
}
