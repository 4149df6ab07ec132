"use client";

import { useEffect, useRef, type PointerEvent } from "react";
import type { AccessIndex } from "@/lib/domain/access/access-index";
import { principalId } from "@/lib/domain/ids";
import { reachedIn } from "@/lib/queries/reached";
import { routeOf } from "@/lib/routes";

/** A pointer that stays so long on a row, in milliseconds, may be about to press it. */
const rest = 80;

/** Works out what the principal reaches in whose row the pointer rests: to open its page is then to draw it. */
export function useReachedAhead(index: AccessIndex): (event: PointerEvent) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), [index]);
  return ({ target }) => {
    clearTimeout(timer.current);
    const link = target instanceof Element && target.closest("[role=row]")?.querySelector<HTMLAnchorElement>("a[href]");
    const route = link ? routeOf(link.pathname) : undefined;
    const id = route?.name === "principal" ? principalId(route.params["principalId"] ?? "") : undefined;
    if (id) timer.current = setTimeout(() => reachedIn(index, id), rest);
  };
}
