import type { Operation } from "@/lib/domain/operation";
import type { Role } from "@/lib/domain/role";
import { secretOperations } from "@/lib/domain/roles/secret-operations";
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

/** The operations that roles name one by one, and those that give something away: known before the names of all were read. */
export function* namedOperations(roles: Iterable<Role>): Generator<Pick<Operation, "name" | "display">> {
  for (const { permissions } of roles)
    for (const { actions, dataActions } of permissions)
      for (const name of [...actions, ...dataActions]) if (!name.includes("*")) yield { name, display: undefined };
  for (const { operation } of [...secretOperations.control, ...secretOperations.data])
    yield { name: operation, display: undefined };
}

/** Operations, each with the roles that allow it; to be run in slices. */
export function* operationEntries(
  operations: Iterable<Pick<Operation, "name" | "display">>,
): Generator<void, readonly Entry[]> {
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
