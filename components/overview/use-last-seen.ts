import type { Inventory } from "@/lib/domain/inventory";

/** What this person saw when they looked last, and when that was, in milliseconds since the epoch. */
export type LastSeen = Readonly<{ inventory: Inventory; at: number }>;

/** undefined where nothing was kept of an earlier visit. */
export const useLastSeen = (): LastSeen | undefined => undefined;
