"use client";

import { useRef, type PointerEvent, type RefObject } from "react";

const slack = 4;

/** Moves what scrolls by dragging it with a mouse; fingers and pens scroll by themselves. */
export function usePan(scroller: RefObject<HTMLElement | null>) {
  const from = useRef<{ x: number; y: number; left: number; top: number }>(undefined);
  const isMoved = useRef(false);
  return {
    begin(event: PointerEvent) {
      isMoved.current = false;
      const element = scroller.current;
      if (!element || event.button !== 0 || event.pointerType !== "mouse") return;
      const { left, top } = element.getBoundingClientRect();
      // The scroll bars are dragged themselves.
      if (event.clientX - left > element.clientWidth || event.clientY - top > element.clientHeight) return;
      from.current = { x: event.clientX, y: event.clientY, left: element.scrollLeft, top: element.scrollTop };
    },
    /** Whether the pointer drags. */
    move(event: PointerEvent): boolean {
      const start = from.current;
      const element = scroller.current;
      if (!start || !element) return false;
      if (event.buttons === 0) {
        from.current = undefined;
        return false;
      }
      const [x, y] = [event.clientX - start.x, event.clientY - start.y];
      if (!isMoved.current && Math.hypot(x, y) < slack) return false;
      if (!isMoved.current) element.setPointerCapture(event.pointerId);
      isMoved.current = true;
      element.scrollTo(start.left - x, start.top - y);
      return true;
    },
    end() {
      from.current = undefined;
    },
    /** The click that ends a drag chooses nothing. */
    wasMoved: () => isMoved.current,
  };
}
