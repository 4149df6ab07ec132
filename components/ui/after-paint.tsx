"use client";

import { useEffect, useState, type ReactNode } from "react";

type Props = { children: ReactNode; fallback?: ReactNode };

/** Holds back what may come a moment later, so that what stands around it, or in its place, is painted first. */
export function AfterPaint({ children, fallback = null }: Props) {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => afterPaint(() => setPainted(true)), []);
  return isPainted ? children : fallback;
}

/** The value before, until what was drawn with the new one has been painted. */
export function usePainted<Value>(value: Value): Value {
  const [painted, setPainted] = useState(value);
  useEffect(() => afterPaint(() => setPainted(() => value)), [value]);
  return painted;
}

/** Nothing at first, then the same: for what takes long to work out from it, and may come a moment later. */
export function useOncePainted<Value>(value: Value): Value | undefined {
  const [painted, setPainted] = useState<Value>();
  useEffect(() => afterPaint(() => setPainted(() => value)), [value]);
  return painted;
}

/** Runs once the next frame has been painted; what it answers with calls it off. */
function afterPaint(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // A timer that is set while a frame is made fires after it has been painted.
  const frame = requestAnimationFrame(() => (timer = setTimeout(work)));
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
