import type { Role } from "../role";
import { allows, type Allowance } from "./allows";
import type { KnownOperations } from "./effective-operations";
import { isOperationName } from "./operation-name";
import { placedOperation, type PlacedOperation } from "./plane-of-operation";

/** One of the operations that were asked for, and how a role allows it. */
export type Allowed = Allowance & Readonly<{ operation: string }>;

const most = 20;

/** Operations or patterns as a person writes them down: one a line, or with commas between. */
export function operationsIn(text: string): string[] {
  const found = new Map<string, string>();
  for (const word of text.split(/[\s,;]+/)) {
    const key = word.toLowerCase();
    if (key && !found.has(key)) found.set(key, word);
  }
  return [...found.values()].slice(0, most);
}

/** What is asked for, and what is no operation and asks for nothing. */
export type OperationSearch = Readonly<{ asked: readonly PlacedOperation[]; refused: readonly string[] }>;

/** `roles` and `known` tell which of them are data actions, and know operations that do not look like one. */
export function searchOf(
  operations: readonly string[],
  roles: readonly Role[],
  known?: KnownOperations,
): OperationSearch {
  const placed = operations.map((operation) => placedOperation(operation, roles, known));
  const isOne = ({ operation, isKnown }: PlacedOperation) => isKnown || isOperationName(operation);
  return {
    asked: placed.filter(isOne),
    refused: placed.flatMap((one) => (isOne(one) ? [] : one.operation)),
  };
}

/** Those of the operations that a role allows, wholly or in part, each on its plane. */
export const allowedOf = (role: Role, operations: readonly Pick<PlacedOperation, "operation" | "plane">[]): Allowed[] =>
  operations.flatMap(({ operation, plane }): Allowed[] => {
    const how = allows(role, operation, plane);
    return how ? [{ operation, ...how }] : [];
  });
