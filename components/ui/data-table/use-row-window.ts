"use client";

import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState, type RefObject } from "react";
import { flushSync } from "react-dom";
import { fetchedLater } from "../lazily";
import { advanced, filledIn, inOrder, overscan, slotsFor, type RowSlot } from "./row-slots";
import type { RushRows, RushSource } from "./rush-rows";

/** How long a scroller must rest, in milliseconds, before its rows are put in the order in which they are read. */
const rest = 200;
/** More lines than this in one frame, and in the one before, are a rush: nobody sees more of them than their words. */
const walking = 3;
/** So many brief rows are drawn in full in one frame. */
const fillStep = 8;
/**
 * A table that appears shows its first rows; the others in view follow in the frame after, their words before the rest of
 * them: drawing all of them at once would hold up the page.
 */
const atFirst: readonly RowSlot[] = slotsFor(0, fillStep);

/** What writes rows that rush past: until it is there, they are drawn like all others. */
export const rushRows = fetchedLater(async () => (await import("./rush-rows")).rushRows, "soon");

type Geometry = {
  rowHeight: number;
  headHeight: number;
  current: number;
  /** The rows scroll with all else on the page, so that a finger moves one thing. */
  isFlowing: boolean;
};

type Change = (old: readonly RowSlot[]) => readonly RowSlot[];

type Lines = Readonly<{ from: number; to: number }>;

/** Where rows that rush past are written, beside those that are drawn, and what they say. */
type Rush = RushSource & Readonly<Record<"drawn" | "host", RefObject<HTMLElement | null>>>;

/**
 * Which lines of a grid are in the page. All rows are equally high, so nothing is measured; state changes only when a
 * line enters or leaves, and within the frame that scrolled.
 */
export function useRowWindow(
  grid: RefObject<HTMLElement | null>,
  geometry: Geometry,
  rush: Rush | undefined,
  onRest: () => void,
) {
  const { rowHeight, headHeight, current, isFlowing } = geometry;
  const [slots, setSlots] = useState(atFirst);

  const topOf = (element: HTMLElement, scroller: HTMLElement) =>
    scroller === element
      ? element.scrollTop
      : Math.max(0, scroller.getBoundingClientRect().top - element.getBoundingClientRect().top);

  const keepInView = useEffectEvent((element: HTMLElement, scroller: HTMLElement, formerHeight: number) => {
    const below = (current + 1) * rowHeight - topOf(element, scroller);
    if (below >= rowHeight && below <= formerHeight - headHeight) reveal(document.activeElement);
  });

  const rested = useEffectEvent(onRest);
  const pace = useRef({ first: 0, moved: 0, at: 0 });
  const isResting = useRef(true);
  const rushing = useRef<RushRows>(undefined);
  const rushed = useRef<Lines>(undefined);

  const drawn = useMemo(() => new Set(slots.map(({ line }) => line)), [slots]);
  const rushPast = (range: Lines) => {
    if (!rush?.host.current || !rush.drawn.current) return;
    rushed.current = range;
    rushing.current ??= rushRows.there()?.(rush.drawn.current, rush.host.current);
    rushing.current?.show({ ...range, drawn, rowHeight }, rush);
  };

  // Rows that arrive, or find another order, while others rush past.
  useLayoutEffect(() => {
    if (!rushed.current) return;
    rushing.current?.clear();
    rushPast(rushed.current);
  });

  /** How the slots change for what is in view now; rows that rush past change none. */
  const look = useEffectEvent((element: HTMLElement, scroller: HTMLElement): Change | undefined => {
    const height = scroller.clientHeight - headHeight;
    if (height <= 0) return undefined;
    const first = Math.floor(topOf(element, scroller) / rowHeight);
    const last = first + Math.ceil(height / rowHeight);
    const [before, now] = [pace.current, performance.now()];
    const by = first - before.first;
    const moved = Math.abs(by);
    const isRushing = rush && rushRows.there() && moved > walking && before.moved > walking && now - before.at < rest;
    pace.current = { first, moved, at: now };
    // Where rows rush to there are more ahead: the next frame may be late.
    const ahead = isRushing ? Math.sign(by) * (overscan - 2) : 0;
    const range = { from: Math.max(0, first - overscan + ahead), to: last + overscan + ahead };
    if (isRushing) {
      rushPast(range);
      return undefined;
    }
    const hasRushed = rushed.current !== undefined;
    rushed.current = undefined;
    return (old) => filledIn(advanced(old, range.from, range.to, current, hasRushed || old === atFirst), fillStep);
  });

  useEffect(() => {
    if (!isResting.current || !slots.some(({ isBrief }) => isBrief)) return;
    const frame = requestAnimationFrame(() => setSlots((old) => filledIn(old, fillStep)));
    return () => cancelAnimationFrame(frame);
  }, [slots]);

  useEffect(() => {
    const element = grid.current;
    if (!element) return;
    const scroller = (isFlowing && element.closest("main")) || element;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Moving an element takes focus from it; whoever has focus here hears of rows one by one.
    const settleWithout = (focused: EventTarget | null) => {
      if (!(focused instanceof Node && element.contains(focused))) setSlots(inOrder);
    };
    const follow = () => {
      const change = look(element, scroller);
      if (!change) return;
      flushSync(() => setSlots(change));
      rushing.current?.clear();
    };
    const settle = () => {
      isResting.current = true;
      follow();
      settleWithout(document.activeElement);
      setSlots((old) => filledIn(old, fillStep));
      rested();
    };
    const onFocusOut = (event: FocusEvent) => settleWithout(event.relatedTarget);
    let scrolledAt = 0;
    const untilRest = () => {
      const left = scrolledAt + rest - performance.now();
      timer = left > 0 ? setTimeout(untilRest, left) : undefined;
      if (!timer) settle();
    };
    const onScroll = () => {
      isResting.current = false;
      follow();
      scrolledAt = performance.now();
      timer ??= setTimeout(untilRest, rest);
    };
    // Called once when the page has been laid out: asking for the height before would lay it out an extra time.
    let height = 0;
    const sizes = new ResizeObserver(() => {
      const change = look(element, scroller);
      if (change) setSlots(change);
      // A banner that comes or goes above must not push the row with focus out of view.
      if (element.contains(document.activeElement)) keepInView(element, scroller, height || scroller.clientHeight);
      height = scroller.clientHeight;
    });
    sizes.observe(scroller);
    scroller.addEventListener("scroll", onScroll, { passive: true });
    element.addEventListener("focusout", onFocusOut);
    return () => {
      clearTimeout(timer);
      sizes.disconnect();
      scroller.removeEventListener("scroll", onScroll);
      element.removeEventListener("focusout", onFocusOut);
    };
  }, [grid, rowHeight, headHeight, isFlowing]);

  const lastHeight = useRef(rowHeight);
  useLayoutEffect(() => {
    const element = grid.current;
    if (element && lastHeight.current !== rowHeight) {
      // The first row in view stays in view.
      element.scrollTo({ top: (element.scrollTop / lastHeight.current) * rowHeight });
      lastHeight.current = rowHeight;
    }
  }, [grid, rowHeight]);

  /** Brings a line into the page at once, so that it can take focus. */
  const show = (line: number) =>
    setSlots((old) => (line < 0 || old.some((slot) => slot.line === line) ? old : withLine(old, line)));

  return { slots, show, isResting };
}

/** Scrolls the table, and the page where it is taller than the screen, as far as needed. */
export const reveal = (element: Element | null) =>
  void element?.scrollIntoView({ block: "nearest", inline: "nearest" });

const withLine = (slots: readonly RowSlot[], line: number): readonly RowSlot[] => [
  ...slots,
  { slot: Math.max(-1, ...slots.map(({ slot }) => slot)) + 1, line },
];
