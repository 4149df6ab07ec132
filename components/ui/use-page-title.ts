"use client";

import { useLayoutEffect } from "react";

const titled = (text: string) => `${text} · Fresnel`;

/**
 * Puts a name into the page's title in place of the one that its metadata gave. The metadata may come later than the page,
 * so whatever sets that title again is corrected; another page's title is left alone.
 */
export function usePageTitle(given: string, name: string | undefined): void {
  useLayoutEffect(() => {
    if (name === undefined) return;
    document.title = titled(name);
    const observer = new MutationObserver(() => {
      if (document.title === titled(given)) document.title = titled(name);
    });
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [given, name]);
}
