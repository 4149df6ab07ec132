import type { Role } from "../role";
import { allows, type Allowance } from "./allows";

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

/** Those of the operations that a role allows, wholly or in part. */
export const allowedOf = (role: Role, operations: readonly string[]): Allowed[] =>
  operations.flatMap((operation): Allowed[] => {
    const how = allows(role, operation);
    return how ? [{ operation, ...how }] : [];
  });
