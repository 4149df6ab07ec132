"use client";

import { useEffect, useLayoutEffect, useRef, useState } from "react";

/**
 * What a browser does by itself when it loads a page, for pages that change without it: the title, its announcement, and the
 * focus, which was on something that is gone. It stands before the page, whose own title then has the last word.
 */
export function PageTitle({ path, title }: { path: string; title: string }) {
  const [announced, announce] = useState("");
  const shown = useRef(path);
  useLayoutEffect(() => {
    if (shown.current !== path) document.title = `${title} · Fresnel`;
  }, [path, title]);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    announce(document.title);
    // Either lays out the page, which is due in the next frame anyway.
    const frame = requestAnimationFrame(() => {
      const main = document.getElementById("main");
      if (!main) return;
      main.scrollTop = 0;
      if (document.activeElement === document.body) main.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [path]);
  return (
    <p aria-live="polite" className="sr-only">
      {announced}
    </p>
  );
}
