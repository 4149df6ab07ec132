"use client";

import { useSyncExternalStore, type ReactNode } from "react";
import { createPortal } from "react-dom";
import { focusPage } from "./focus-page";

let place: HTMLElement | null = null;
const listeners = new Set<() => void>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

const setPlace = (element: HTMLElement | null) => {
  place = element;
  for (const listener of listeners) listener();
};

/** Where a notice goes that has the focus, the next one takes it, or else the page. */
function passFocusOn(dock: HTMLElement): () => void {
  let focused: EventTarget | null = null;
  const note = ({ target }: FocusEvent) => void (focused = target);
  const observer = new MutationObserver(() => {
    if (!(focused instanceof Element) || focused.isConnected) return;
    focused = null;
    // Unless somebody went elsewhere meanwhile.
    if (document.activeElement !== document.body) return;
    const next = dock.querySelector<HTMLElement>("[role=status], [role=alert]");
    if (!next) return focusPage();
    next.tabIndex = -1;
    next.focus();
  });
  dock.addEventListener("focusin", note);
  observer.observe(dock, { childList: true, subtree: true });
  return () => {
    dock.removeEventListener("focusin", note);
    observer.disconnect();
  };
}

function open(dock: HTMLElement) {
  const close = passFocusOn(dock);
  setPlace(dock);
  return () => {
    close();
    setPlace(null);
  };
}

/** The one place for what is docked; it stands in the shell, below what must not move. */
export const Dock = () => (
  <section
    ref={open}
    aria-label="Notices"
    className="max-h-[40dvh] shrink-0 max-sm:max-h-24 max-sm:has-[[aria-expanded=true]]:max-h-[40dvh] overflow-y-auto border-t border-line-2 *:last:border-b-0 empty:hidden print:hidden"
  />
);

/**
 * What comes and goes by itself: it stands below the page, so that no row moves under somebody's finger. Where there is no
 * dock it stands where it is written.
 */
export function Docked({ children }: { children: ReactNode }) {
  const at = useSyncExternalStore(
    subscribe,
    () => place,
    () => null,
  );
  return at ? createPortal(children, at) : children;
}
