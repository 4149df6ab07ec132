"use client";

import { useEffect, useRef, useState, type RefObject } from "react";
import { cameBack } from "../go";
import type { GridHandle } from "./grid";

/** The row by which each page was left, by the page's path. */
const rows = new Map<string, string>();

export const leaveBy = (page: string, row: string): void => void rows.set(page, row);

/** Nobody put the focus anywhere on this page. */
const isFree = () => [document.body, document.getElementById("main")].includes(document.activeElement as HTMLElement);

/**
 * Brings the focus back to the row that was open: when its panel closes, and on Back from its page.
 * @param isInOrder whether rows stand where they will stay
 * @param lineOf where a row is; below 0 while it is not there
 */
export function useFocusBack(
  grid: RefObject<GridHandle | null>,
  openId: string | undefined,
  isInOrder: boolean,
  lineOf: (id: string) => number,
): void {
  const open = useRef(openId);
  const [returned] = useState(() => (cameBack() ? rows.get(window.location.pathname) : undefined));
  const sought = useRef(returned);
  useEffect(() => {
    const closed = open.current;
    open.current = openId;
    if (openId) return;
    if (closed) grid.current?.focus(lineOf(closed));
    const line = sought.current === undefined || !isInOrder ? -1 : lineOf(sought.current);
    if (line < 0) return;
    sought.current = undefined;
    if (isFree()) grid.current?.focus(line);
  });
}
