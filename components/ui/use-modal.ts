"use client";

import { useEffect, useRef, type RefObject } from "react";

/**
 * For a `dialog` that is open while it is in the page: focus stays inside, Esc closes it, focus goes back afterwards,
 * or to the page to which the dialog led.
 * @param hasLed whether it led to one
 */
export function useModal(hasLed?: RefObject<boolean>) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (element && !element.open) element.showModal();
    return () => {
      // It tells of its end a moment later, when the next one may be open already, which is not to close for it.
      element?.addEventListener("close", (event) => event.stopImmediatePropagation(), { capture: true, once: true });
      element?.close();
      const next = isSet(hasLed) ? document.getElementById("main") : before;
      if (next instanceof HTMLElement) next.focus({ preventScroll: true });
    };
  }, [hasLed]);
  return dialog;
}

/** What it holds when the dialog closes, which is what counts. */
const isSet = (ref: RefObject<boolean> | undefined): boolean => ref?.current === true;
