"use client";

import { useState } from "react";
import { usePrinting } from "./use-printing";

/** How many entries of a long list stand in the page: a hundred more for each press, and all of them on paper. */
export function useMore(atFirst: number): readonly [shown: number, showMore: () => void] {
  const [shown, setShown] = useState(atFirst);
  return [usePrinting() ? Infinity : shown, () => setShown(shown + 100)];
}
