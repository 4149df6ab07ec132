"use client";

import { useEffect, useRef, useState, type RefObject } from "react";

/** Whether the one line that an element has is too short for its text, now and as its room changes. */
export function useIsCut<Cut extends Element>(): [RefObject<Cut | null>, boolean] {
  const element = useRef<Cut>(null);
  const [isCut, setCut] = useState(false);
  useEffect(() => {
    const measured = element.current;
    if (!measured) return;
    const observer = new ResizeObserver(() => setCut(measured.scrollWidth > measured.clientWidth));
    observer.observe(measured);
    return () => observer.disconnect();
  }, []);
  return [element, isCut];
}
