"use client";

import { useSyncExternalStore } from "react";
import { clockNow, subscribeClock } from "@/lib/clock";

/** The time, for relative ones: it moves every half minute. */
export const useNow = (): number => useSyncExternalStore(subscribeClock, clockNow, clockNow);
