"use client";

import { useSyncExternalStore } from "react";

const duration = 4_000;

let message = "";
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

const show = (next: string) => {
  message = next;
  for (const listener of listeners) listener();
};

/** Says something that nothing on the screen shows, such as that a cell was copied. */
export function toast(text: string): void {
  clearTimeout(timer);
  show(text);
  timer = setTimeout(show, duration, "");
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** The one live region for toasts; it stands in the shell, above what is docked. */
export function Toasts() {
  const text = useSyncExternalStore(
    subscribe,
    () => message,
    () => "",
  );
  return (
    <div role="status" className="pointer-events-none relative z-toast">
      {text && (
        <div className="absolute bottom-3 left-1/2 flex h-[38px] -translate-x-1/2 items-center rounded-md border border-transparent bg-ink px-3 whitespace-nowrap text-canvas shadow-pop">
          {text}
        </div>
      )}
    </div>
  );
}
