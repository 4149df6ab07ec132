"use client";

import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";
import { flushSync } from "react-dom";

type Window = Readonly<{ first: number; last: number }>;

const overscan = 6;
const atFirst: Window = { first: 0, last: 30 };

type Geometry = { count: number; rowHeight: number; headHeight: number };

/**
 * Which lines of a scroller are in view. All rows are equally high, so nothing is measured; state changes only when a line
 * enters or leaves, and within the frame that scrolled.
 */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, { count, rowHeight, headHeight }: Geometry) {
  const [seen, setSeen] = useState(atFirst);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = (): Window => {
      const height = element.clientHeight - headHeight;
      if (height <= 0) return atFirst;
      const first = Math.floor(element.scrollTop / rowHeight);
      return { first, last: first + Math.ceil(height / rowHeight) };
    };
    const update = () =>
      setSeen((old) => {
        const next = look();
        return next.first === old.first && next.last === old.last ? old : next;
      });
    const onScroll = () => flushSync(update);
    update();
    element.addEventListener("scroll", onScroll, { passive: true });
    const sizes = new ResizeObserver(update);
    sizes.observe(element);
    return () => {
      element.removeEventListener("scroll", onScroll);
      sizes.disconnect();
    };
  }, [scroller, rowHeight, headHeight]);

  const lastHeight = useRef(rowHeight);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element && lastHeight.current !== rowHeight) {
      // The first row in view stays in view.
      element.scrollTo({ top: (element.scrollTop / lastHeight.current) * rowHeight });
      lastHeight.current = rowHeight;
    }
  }, [scroller, rowHeight]);

  const scrollTo = (line: number) => {
    const element = scroller.current;
    if (!element) return;
    const top = Math.max(0, line) * rowHeight;
    const height = element.clientHeight - headHeight;
    if (top < element.scrollTop) element.scrollTo({ top });
    else if (top + rowHeight > element.scrollTop + height) element.scrollTo({ top: top + rowHeight - height });
  };

  return {
    from: Math.max(0, Math.min(seen.first, count) - overscan),
    to: Math.min(count, seen.last + overscan),
    scrollTo,
  };
}
