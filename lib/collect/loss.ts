import type { AzureError } from "@/lib/azure/errors";
import type { Problem, SourceName, SourceState, SubscriptionAnswer } from "@/lib/domain/coverage";
import { problem, problemKind, problemOf, stateOf } from "./problem";
import type { Loss, TableRead } from "./read-table";
import { written } from "./written";

/** How a source ended that stands on these reads. */
export function endOf(reads: readonly TableRead[]): SourceState {
  if (reads.some(({ isCancelled }) => isCancelled)) return "cancelled";
  const losses = reads.flatMap(({ losses }) => losses);
  const [first] = losses;
  const isWhole = reads.every(({ kept }) => kept === 0) && losses.some(({ from }) => from === undefined);
  if (first && isWhole) return stateOf(first.error);
  return first || reads.some(({ unreadable }) => unreadable > 0) ? "partial" : "complete";
}

export function answerOf(error: AzureError): SubscriptionAnswer {
  const kind = problemKind(error);
  return kind === "refused" || kind === "throttled" || kind === "cut" ? kind : "failed";
}

/** "Rows 1,001 to 2,000 of the delegations", "All 8,000 delegations", "All delegations (how many is not known)". */
const whatIsLost = ({ rows, from }: Loss, noun: string): string => {
  if (rows === undefined) return `All ${noun} (how many is not known)`;
  if (from === undefined) return `All ${written(rows)} ${noun}`;
  return rows === 1
    ? `Row ${written(from + 1)} of the ${noun}`
    : `Rows ${written(from + 1)} to ${written(from + rows)} of the ${noun}`;
};

/**
 * Names what a read did not bring. `stale` rows of an earlier reading stand in for lost ones: they are on screen, so they
 * are not counted as missing.
 */
export function problemsOf(source: SourceName, noun: string, read: TableRead, stale = 0): Problem[] {
  let spare = stale;
  const lost = [
    ...read.losses.map((loss) => problemOf(loss.error, { source, what: whatIsLost(loss, noun), rows: loss.rows ?? 0 })),
    ...malformedProblems(source, noun, read),
  ];
  return lost.map((found) => {
    const isInDoubt = stale > 0 && (found.rows > 0 || found.kind !== "malformed");
    const shown = Math.min(spare, found.rows);
    spare -= shown;
    if (!isInDoubt) return found;
    return { ...found, rows: found.rows - shown, why: `${found.why} What an earlier reading found is still shown.` };
  });
}

export function malformedProblems(source: SourceName, noun: string, { unreadable, malformed }: TableRead): Problem[] {
  if (malformed.length === 0) return [];
  const [first] = malformed;
  const example = first ? `For example ${first.path} ${first.message}.` : "";
  return [
    problem({
      source,
      kind: "malformed",
      what:
        unreadable > 0
          ? `${written(unreadable)} of the ${noun}`
          : `Parts of ${written(malformed.length)} of the ${noun}`,
      why: `Azure sent something else than it documents. ${example}`.trim(),
      fix: "Look at the record in the Azure portal, and report it with the path above.",
      rows: unreadable,
    }),
  ];
}
