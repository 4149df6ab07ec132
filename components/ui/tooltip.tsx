"use client";

import { useRef, useState, type ReactNode } from "react";

const delay = 400;

/** A hint at the right of what it wraps. Never the only place of a fact: the wrapped control has its own name. */
export function Tooltip({ text, children }: { text: string; children: ReactNode }) {
  const [isShown, setShown] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const show = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(setShown, delay, true);
  };
  const hide = () => {
    clearTimeout(timer.current);
    setShown(false);
  };
  return (
    <span
      className="relative block"
      onPointerEnter={show}
      onPointerLeave={hide}
      onFocus={show}
      onBlur={hide}
      onClick={hide}
      onKeyDown={(event) => event.key === "Escape" && hide()}
    >
      {children}
      {isShown && (
        <span
          role="tooltip"
          className="absolute top-1/2 left-full z-tooltip ml-2 -translate-y-1/2 rounded-sm bg-ink px-2 py-1 text-sm whitespace-nowrap text-canvas shadow-pop"
        >
          {text}
        </span>
      )}
    </span>
  );
}
