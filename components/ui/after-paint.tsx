"use client";

import { useEffect, useState, type ReactNode } from "react";

/** Holds back what may come a moment later, so that what stands around it is painted first. */
export function AfterPaint({ children }: { children: ReactNode }) {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    // A timer that is set while a frame is made fires after it has been painted.
    const frame = requestAnimationFrame(() => (timer = setTimeout(setPainted, 0, true)));
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, []);
  return isPainted ? children : null;
}
