"use client";

import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type RefObject } from "react";
import { flushSync } from "react-dom";
import { advanced, brief, filledIn, inOrder, overscan, slotsFor, type RowSlot } from "./row-slots";

/** How long a scroller must rest, in milliseconds, before its rows are put in the order in which they are read. */
const rest = 200;
/** More lines than this in one frame, and in the one before, are a rush: nobody sees more of them than their words. */
const walking = 3;
/** So many brief rows are drawn in full in one frame. */
const fillStep = 8;
/** What stands above and below the rows of a table with little around it, in pixels. */
const leastAround = 200;

/**
 * A table that appears shows the words of most rows first, and of none that surely are out of view: drawing all of them at
 * once would hold up the page.
 */
const atFirst = (rowHeight: number): readonly RowSlot[] =>
  filledIn(brief(slotsFor(0, Math.min(30, Math.ceil((window.innerHeight - leastAround) / rowHeight)))), fillStep);

type Geometry = { rowHeight: number; headHeight: number; current: number };

/**
 * Which lines of a scroller are in the page. All rows are equally high, so nothing is measured; state changes only when a
 * line enters or leaves, and within the frame that scrolled.
 */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, { rowHeight, headHeight, current }: Geometry) {
  const [slots, setSlots] = useState(() => atFirst(rowHeight));

  const reveal = (element: HTMLElement, line: number) => {
    const top = Math.max(0, line) * rowHeight;
    const height = element.clientHeight - headHeight;
    if (top < element.scrollTop) element.scrollTo({ top });
    else if (top + rowHeight > element.scrollTop + height) element.scrollTo({ top: top + rowHeight - height });
  };

  const keepInView = useEffectEvent((element: HTMLElement, formerHeight: number) => {
    const below = (current + 1) * rowHeight - element.scrollTop;
    if (below >= rowHeight && below <= formerHeight - headHeight) reveal(element, current);
  });

  const pace = useRef({ first: 0, moved: 0, at: 0 });
  const isResting = useRef(true);

  const look = useEffectEvent((element: HTMLElement) => {
    const height = element.clientHeight - headHeight;
    if (height <= 0) return;
    const first = Math.floor(element.scrollTop / rowHeight);
    const last = first + Math.ceil(height / rowHeight);
    const [before, now] = [pace.current, performance.now()];
    const moved = Math.abs(first - before.first);
    const isRushing = moved > walking && before.moved > walking && now - before.at < rest;
    pace.current = { first, moved, at: now };
    setSlots((old) => {
      const next = advanced(old, Math.max(0, first - overscan), last + overscan, current, isRushing);
      return isRushing ? next : filledIn(next, fillStep);
    });
  });

  useEffect(() => {
    if (!isResting.current || !slots.some(({ isBrief }) => isBrief)) return;
    const frame = requestAnimationFrame(() => setSlots((old) => filledIn(old, fillStep)));
    return () => cancelAnimationFrame(frame);
  }, [slots]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Moving an element takes focus from it; whoever has focus here hears of rows one by one.
    const settleWithout = (focused: EventTarget | null) => {
      if (!(focused instanceof Node && element.contains(focused))) setSlots(inOrder);
    };
    const settle = () => {
      isResting.current = true;
      settleWithout(document.activeElement);
      setSlots((old) => filledIn(old, fillStep));
    };
    const onFocusOut = (event: FocusEvent) => settleWithout(event.relatedTarget);
    const onScroll = () => {
      isResting.current = false;
      flushSync(() => look(element));
      clearTimeout(timer);
      timer = setTimeout(settle, rest);
    };
    // Called once when the page has been laid out: asking for the height before would lay it out an extra time.
    let height = 0;
    const sizes = new ResizeObserver(() => {
      look(element);
      // A banner that comes or goes above must not push the row with focus out of view.
      if (element.contains(document.activeElement)) keepInView(element, height || element.clientHeight);
      height = element.clientHeight;
    });
    sizes.observe(element);
    element.addEventListener("scroll", onScroll, { passive: true });
    element.addEventListener("focusout", onFocusOut);
    return () => {
      clearTimeout(timer);
      sizes.disconnect();
      element.removeEventListener("scroll", onScroll);
      element.removeEventListener("focusout", onFocusOut);
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

  /** Brings a line into view, and into the page at once, so that it can take focus. */
  const show = (line: number) => {
    const element = scroller.current;
    if (!element) return;
    reveal(element, line);
    setSlots((old) => (line < 0 || old.some((slot) => slot.line === line) ? old : withLine(old, line)));
  };

  return { slots, show };
}

const withLine = (slots: readonly RowSlot[], line: number): readonly RowSlot[] => [
  ...slots,
  { slot: Math.max(-1, ...slots.map(({ slot }) => slot)) + 1, line },
];
