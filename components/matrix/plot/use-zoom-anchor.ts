"use client";

import { useLayoutEffect, useRef, type RefObject } from "react";
import type { Layout } from "./layout";

/** Keeps what is under a point there while cells change their size. */
export function useZoomAnchor(scroller: RefObject<HTMLElement | null>, layout: Layout) {
  const kept = useRef<{ x: number; y: number; across: number; down: number }>(undefined);
  const { columns, rows, nameWidth, headHeight } = layout;
  useLayoutEffect(() => {
    const anchor = kept.current;
    kept.current = undefined;
    if (!anchor) return;
    scroller.current?.scrollTo(anchor.across * columns.length - anchor.x, anchor.down * rows.length - anchor.y);
  }, [scroller, columns.length, rows.length]);
  return {
    /** @param left and top of the point within the frame */
    keep(left: number, top: number) {
      const element = scroller.current;
      if (!element) return;
      const [x, y] = [Math.max(0, left - nameWidth), Math.max(0, top - headHeight)];
      kept.current = {
        ...{ x, y },
        across: (element.scrollLeft + x) / columns.length,
        down: (element.scrollTop + y) / rows.length,
      };
    },
  };
}
