import type { Malformed } from "@/lib/azure/wire";
import type { Pass } from "./pass";
import { asAzureError } from "./problem";
import type { TableRead } from "./read-table";

/** Told what each page brought. */
export type Take = (kept: number, malformed: readonly Malformed[]) => void;

/**
 * Reads a list that says nothing of its length: what is missing after an error is unknown. Every malformed record counts as
 * left out, since such a list does not tell those that lack only a part.
 */
export async function readWhole({ signal, changed }: Pass, run: (take: Take) => Promise<void>): Promise<TableRead> {
  const malformed: Malformed[] = [];
  let kept = 0;
  const read = () => ({ kept, expected: undefined, malformed, unreadable: malformed.length, limitHit: false });
  try {
    await run((items, unread) => {
      kept += items;
      malformed.push(...unread);
      changed();
    });
    return { ...read(), expected: kept + malformed.length, losses: [], isCancelled: false };
  } catch (error) {
    if (signal.aborted) return { ...read(), losses: [], isCancelled: true };
    return {
      ...read(),
      losses: [{ error: asAzureError(error), rows: undefined, from: undefined }],
      isCancelled: false,
    };
  }
}
