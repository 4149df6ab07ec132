import type { Coverage, SourceState } from "@/lib/domain/coverage";
import type { PartCoverage, PartProblem, ReadingCoverage } from "@/lib/domain/reading-coverage";

export type PartLedger<Part extends string> = ReturnType<typeof createPartLedger<Part>>;

const unread: PartCoverage = { state: "waiting", expected: undefined, read: 0, readAt: undefined };

/** Keeps account of a reading beside the inventory's pass. */
export function createPartLedger<Part extends string>(
  parts: readonly Part[],
  now: () => number,
  earlier: ReadingCoverage<Part> | undefined,
) {
  const startedAt = now();
  const accounts = new Map<Part, PartCoverage>(parts.map((part) => [part, unread]));
  let problems: readonly PartProblem<Part>[] = [];
  let throttled: Coverage["throttled"];
  let finishedAt: number | undefined;

  const account = (part: Part): PartCoverage => accounts.get(part) ?? unread;
  const write = (part: Part, change: Partial<PartCoverage>) => void accounts.set(part, { ...account(part), ...change });

  return {
    account,
    begin: (part: Part) => write(part, { state: "reading" }),

    /** So many more were read, and so many more there turned out to be. */
    grow(part: Part, read: number, expected: number) {
      const so = account(part);
      const total = (so.expected ?? 0) + expected;
      write(part, { read: so.read + read, expected: total, ...(read > 0 && { readAt: now() }) });
    },

    /** A part that brought nothing keeps the time at which it was last read. */
    end(part: Part, state: SourceState) {
      const { expected = 0, readAt = earlier?.parts[part].readAt } = account(part);
      write(part, { state, expected, readAt });
    },

    problem: (...found: readonly PartProblem<Part>[]) => void (problems = [...problems, ...found]),
    wait: (waiting: Coverage["throttled"]) => void (throttled = waiting),

    /** What is not over by now was stopped. */
    finish() {
      for (const [part, { state }] of accounts)
        if (state === "waiting" || state === "reading") write(part, { state: "cancelled" });
      throttled = undefined;
      finishedAt = now();
    },

    snapshot: (): ReadingCoverage<Part> => ({
      // Safe: there is an account for each part.
      parts: Object.fromEntries(accounts) as ReadingCoverage<Part>["parts"],
      problems,
      throttled,
      startedAt,
      finishedAt,
    }),
  };
}
