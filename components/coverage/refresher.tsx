"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useAzure } from "@/components/auth/use-azure";
import { refresh } from "@/lib/queries/inventory";
import { isFailed, nextReading } from "@/lib/queries/refresh";
import { useInventory } from "./use-inventory";

/** Timers of browsers end where 32 bits do, and a machine that slept is late anyway: so often it is looked again. */
const longestWait = 60_000;

/** Shows nothing: reads again what has become old, while somebody can see it and the network is there. */
export function Refresher() {
  const { azure } = useAzure();
  const client = useQueryClient();
  const coverage = useInventory().inventory?.coverage;
  const failures = useRef(0);

  useEffect(() => {
    if (!coverage) return;
    if (coverage.finishedAt !== undefined) failures.current = isFailed(coverage.sources) ? failures.current + 1 : 0;
    const due = nextReading(coverage, failures.current);
    if (due === undefined) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      if (document.visibilityState === "hidden" || !navigator.onLine) return;
      const left = due - Date.now();
      if (left > 0) timer = setTimeout(look, Math.min(left, longestWait));
      // The query itself holds the error, and the pages show it.
      else refresh(client, azure).catch(() => undefined);
    };
    look();
    document.addEventListener("visibilitychange", look);
    window.addEventListener("online", look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("online", look);
    };
  }, [azure, client, coverage]);
  return null;
}
