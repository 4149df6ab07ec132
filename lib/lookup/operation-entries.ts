import type { Operation } from "@/lib/domain/operation";
import type { Entry } from "./entry";

const none: readonly string[] = [];

export const operationEntry = (operation: string, display?: string): Entry => ({
  target: { kind: "operation", operation },
  name: operation,
  beside: display ? [display] : none,
  also: none,
  ids: none,
  copies: operation,
});

/** Operations, each with the roles that allow it; to be run in slices. */
export function* operationEntries(operations: readonly Operation[]): Generator<void, readonly Entry[]> {
  const entries: Entry[] = [];
  const seen = new Set<string>();
  for (const { name, display } of operations) {
    yield;
    const key = name.toLowerCase();
    if (seen.has(key)) continue;
    seen.add(key);
    entries.push(operationEntry(name, display));
  }
  return entries;
}

/** What was typed is an operation, or the beginning of one: "Microsoft.Storage/storageAccounts/listKeys/action". */
export const isOperation = (query: string): boolean => /^[\w.*-]+\/[\w.*/-]*$/.test(query);
