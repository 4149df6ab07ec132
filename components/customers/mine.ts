import type { ReactNode } from "react";

/** What the signed-in person has at a customer, as a table shows it. */
export type Mine = Readonly<{
  cell: ReactNode;
  /** "Reader, eligible Contributor 4 h, approver needed"; undefined where it cannot be told. */
  words: string | undefined;
  /** The privilege of the strongest role, 0 for none; undefined where that cannot be told. */
  level: number | undefined;
  /** What to filter by. */
  roles: readonly string[];
}>;
