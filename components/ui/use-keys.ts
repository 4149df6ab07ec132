"use client";

import { useEffect, useEffectEvent } from "react";
import { savedSingleKeys } from "@/lib/preference";

/** Keys as `event.key` tells them ("/", "?", "r"), or two in a row ("g c"). */
export type Keys = Readonly<Record<string, () => void>>;

const patience = 1_200;

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));

/** Keys that write a character, which somebody may have switched off: they are easily pressed by mistake, or by a voice. */
export const isSwitchedOff = ({ key, ctrlKey, metaKey }: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey">): boolean =>
  key.length === 1 && key !== " " && !ctrlKey && !metaKey && savedSingleKeys.get() === "off";

/** Single keys for the whole page. They rest while a field or a dialog has focus, and when somebody switched them off. */
export function useKeys(keys: Keys): void {
  const press = useEffectEvent((event: KeyboardEvent, first: string | undefined) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return undefined;
    if (isTyping(event.target) || isSwitchedOff(event)) return undefined;
    if (event.target instanceof Element && event.target.closest("[role=dialog], [role=menu], dialog")) return undefined;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const act = (first && keys[`${first} ${key}`]) ?? keys[key];
    if (act) {
      event.preventDefault();
      act();
      return undefined;
    }
    return Object.keys(keys).some((name) => name.startsWith(`${key} `)) ? key : undefined;
  });

  useEffect(() => {
    let first: string | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      clearTimeout(timer);
      first = press(event, first);
      if (first) timer = setTimeout(() => (first = undefined), patience);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}
