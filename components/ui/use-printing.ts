"use client";

import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { useMedia } from "./use-media";

/** Whether the page is being printed: what is too much for a screen can then be put into the page whole. */
export function usePrinting(): boolean {
  const isPrint = useMedia("print");
  // Told before the media change, which some browsers make too late for the page to follow.
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const before = () => flushSync(() => setPrinting(true));
    const after = () => setPrinting(false);
    window.addEventListener("beforeprint", before);
    window.addEventListener("afterprint", after);
    return () => {
      window.removeEventListener("beforeprint", before);
      window.removeEventListener("afterprint", after);
    };
  }, []);
  return isPrint || isPrinting;
}
