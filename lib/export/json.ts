import type { Freshness } from "./sheet";

/** `{ asOf, coverage, isComplete, rows }`; a field that could not be seen is null, never left out. */
export const toJson = (rows: readonly unknown[], { asOf, coverage, isComplete }: Freshness): string =>
  JSON.stringify({ asOf, coverage, isComplete, rows }, (_, value: unknown) => value ?? null, 2);
