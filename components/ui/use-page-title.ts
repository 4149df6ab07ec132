"use client";

import { useEffect, useLayoutEffect, type ReactNode, type RefObject } from "react";

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

/**
 * Names what is open beside the page's list before the page, for as long as it is open.
 * @param title what the heading says: the name is read out of it
 */
export function useOpenTitle(heading: RefObject<HTMLElement | null>, title: ReactNode): void {
  useEffect(() => {
    const own = `${heading.current?.textContent ?? ""} · `;
    let page = document.title;
    const name = () => {
      if (document.title.startsWith(own)) return;
      page = document.title;
      document.title = own + page;
    };
    name();
    const observer = new MutationObserver(name);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => {
      observer.disconnect();
      // Another page has its own.
      if (document.title.startsWith(own)) document.title = page;
    };
  }, [heading, title]);
}
