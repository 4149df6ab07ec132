"use client";

import { useSyncExternalStore } from "react";

const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform);
const never = () => () => {};

/** How the keyboards of this platform name the key that comes with K: the server, which cannot know, says Ctrl. */
export const useModifier = (): string =>
  useSyncExternalStore(
    never,
    () => (isApple() ? "⌘" : "Ctrl"),
    () => "Ctrl",
  );

export const useAlt = (): string =>
  useSyncExternalStore(
    never,
    () => (isApple() ? "⌥" : "Alt"),
    () => "Alt",
  );
