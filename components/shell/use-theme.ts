"use client";

import { useSyncExternalStore } from "react";
import { paintedTheme, savedTheme, subscribeTheme, type Theme } from "@/lib/theme";

export const useSavedTheme = (): Theme => useSyncExternalStore(subscribeTheme, savedTheme, () => "auto" as const);

export const usePaintedTheme = (): "light" | "dark" =>
  useSyncExternalStore(subscribeTheme, paintedTheme, () => "light" as const);
