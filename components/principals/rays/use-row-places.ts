"use client";

import { useEffect, useState, type RefObject } from "react";

/** Where rows stand beside a plot: by what they stand for, their middles in pixels below the plot's top. */
export type RowPlaces = Readonly<{ height: number; rows: ReadonlyMap<string, number>; hot: string | undefined }>;

const nowhere: RowPlaces = { height: 0, rows: new Map(), hot: undefined };

/** Follows the rows of the table next to a plot as they come, go and scroll. Rows are told by `data-ray` in a cell. */
export function useRowPlaces(plot: RefObject<HTMLElement | null>): RowPlaces {
  const [places, setPlaces] = useState(nowhere);
  useEffect(() => {
    const element = plot.current;
    const frame = element?.parentElement;
    if (!element || !frame) return;
    let hot: string | undefined;
    let asked = 0;
    const look = () => {
      const box = element.getBoundingClientRect();
      const table = frame.querySelector("[role=grid], [role=treegrid]");
      const rows = new Map<string, number>();
      const shown = table?.getBoundingClientRect();
      const head = table?.querySelector("[role=columnheader]")?.getBoundingClientRect().bottom ?? 0;
      for (const mark of table?.querySelectorAll<HTMLElement>("[data-ray]") ?? []) {
        const row = mark.closest("[role=row]")?.getBoundingClientRect();
        if (!row || !shown) continue;
        const middle = row.top + row.height / 2;
        if (middle > head && middle < shown.bottom) rows.set(mark.dataset["ray"] ?? "", middle - box.top);
      }
      setPlaces({ height: box.height, rows, hot });
    };
    const soon = () => {
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(look);
    };
    const onPointer = (event: Event) => {
      const row = event.target instanceof Element ? event.target.closest("[role=row]") : null;
      const next = row?.querySelector<HTMLElement>("[data-ray]")?.dataset["ray"];
      if (next === hot) return;
      hot = next;
      soon();
    };
    // Told once when the page has been laid out: looking before would lay it out an extra time.
    const sizes = new ResizeObserver(soon);
    sizes.observe(element);
    const changes = new MutationObserver((records) => {
      if (records.some(({ target }) => !element.contains(target))) soon();
    });
    changes.observe(frame, { childList: true, subtree: true, attributeFilter: ["style", "data-ray"] });
    frame.addEventListener("scroll", look, { capture: true, passive: true });
    frame.addEventListener("pointerover", onPointer);
    frame.addEventListener("focusin", onPointer);
    return () => {
      cancelAnimationFrame(asked);
      sizes.disconnect();
      changes.disconnect();
      frame.removeEventListener("scroll", look, { capture: true });
      frame.removeEventListener("pointerover", onPointer);
      frame.removeEventListener("focusin", onPointer);
    };
  }, [plot]);
  return places;
}
