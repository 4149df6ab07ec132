import type { Coverage, Problem, SourceCoverage } from "@/lib/domain/coverage";
import { formatCount, plainCounted } from "@/lib/format";
import { partsOf, type OtherCoverage } from "./other-words";
import { answered, asOf, sourceWords } from "./words";

/** "1,959", "1,204 of 1,207" */
export const readWords = (
  { read, expected }: Pick<SourceCoverage, "read" | "expected">,
  words = formatCount,
): string => (expected !== undefined && expected !== read ? `${words(read)} of ${words(expected)}` : words(read));

const states: Readonly<Record<SourceCoverage["state"], string>> = {
  waiting: "waiting",
  reading: "reading",
  complete: "complete",
  partial: "incomplete",
  refused: "not permitted",
  throttled: "limited by Azure",
  failed: "failed",
  cancelled: "stopped",
};
export const stateWords = ({ state }: Pick<SourceCoverage, "state">): string => states[state];

/** The whole account in plain text, for a colleague or a ticket. */
export function report(coverage: Coverage, others: readonly OtherCoverage[] = []): string {
  const { spokenFor, known } = answered(coverage);
  const at = asOf(coverage);
  const time = (moment: number | undefined) => (moment === undefined ? "never" : new Date(moment).toISOString());
  return [
    `Read ${time(at)}, ${spokenFor} of ${plainCounted(known, "subscription")} answered.`,
    ...[
      ...Object.values(coverage.sources).map((of) => ({ name: sourceWords[of.source], of })),
      ...others.flatMap(partsOf),
    ].map(({ name, of }) => `${name}: ${stateWords(of)}, ${readWords(of, String)}, ${time(of.readAt)}`),
    ...[coverage, ...others]
      .flatMap<Omit<Problem, "source">>(({ problems }) => problems)
      .map(({ what, why, fix, code, correlationId }) =>
        [`${what}: ${why}`, fix, code && `(${code})`, correlationId && `(correlation ${correlationId})`]
          .filter(Boolean)
          .join(" "),
      ),
    ...coverage.notes.map(({ what, why }) => `Note. ${what}: ${why}`),
  ].join("\n");
}
