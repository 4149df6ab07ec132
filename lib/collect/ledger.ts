import {
  sources,
  unreadSince,
  type Coverage,
  type Note,
  type Problem,
  type SourceCoverage,
  type SourceName,
  type SourceState,
} from "@/lib/domain/coverage";
import type { SubscriptionId } from "@/lib/domain/ids";

export type Ledger = ReturnType<typeof createLedger>;

const unread = (source: SourceName, earlier: Coverage | undefined): SourceCoverage =>
  unreadSince(
    earlier?.sources[source] ?? { source, state: "waiting", expected: undefined, read: 0, readAt: undefined },
  );

type Options = Readonly<{ now: () => number; earlier: Coverage | undefined; reads: ReadonlySet<SourceName> }>;

/** Keeps account of what was asked and what came back. Sources that this pass does not read keep their old account. */
export function createLedger({ now, earlier, reads }: Options) {
  const startedAt = now();
  const accounts = new Map<SourceName, SourceCoverage>(
    sources.map((source) => [
      source,
      (reads.has(source) ? undefined : earlier?.sources[source]) ?? unread(source, earlier),
    ]),
  );
  const isKept = ({ source }: Problem | Note) => !reads.has(source);
  let problems: readonly Problem[] = (earlier?.problems ?? []).filter(isKept);
  let notes: readonly Note[] = (earlier?.notes ?? []).filter(isKept);
  let throttled: Coverage["throttled"];
  let finishedAt: number | undefined;

  const account = (source: SourceName): SourceCoverage => accounts.get(source) ?? unread(source, earlier);
  const write = (source: SourceName, change: Partial<SourceCoverage>) =>
    void accounts.set(source, { ...account(source), ...change });

  return {
    account,
    problems: () => problems,
    begin: (source: SourceName) => write(source, { state: "reading" }),

    /** So many rows more were read, and so many more there turned out to be. */
    grow(source: SourceName, read: number, expected: number) {
      const so = account(source);
      write(source, { read: so.read + read, expected: (so.expected ?? 0) + expected, readAt: now() });
    },

    count: (source: SourceName, read: number, expected: number | undefined) =>
      write(source, { read, expected, readAt: now() }),

    end: (source: SourceName, state: SourceState) => write(source, { state }),

    /** Nothing of an earlier reading stands there any more. */
    renew: (source: SourceName) => write(source, { heldFrom: undefined }),

    problem: (...found: readonly Problem[]) => void (problems = [...problems, ...found]),
    /** A subscription was asked for again: what was said of it before no longer counts. */
    forget: (id: SubscriptionId) => void (problems = problems.filter(({ subscription }) => subscription !== id)),
    note: (note: Note) => void (notes = [...notes, note]),
    isWaiting: () => throttled !== undefined,
    wait: (waiting: Coverage["throttled"]) => void (throttled = waiting),
    finish: () => void (finishedAt = now()),

    snapshot: (subscriptions: Coverage["subscriptions"]): Coverage => ({
      sources: Object.fromEntries(accounts) as Coverage["sources"],
      subscriptions,
      problems,
      notes,
      throttled,
      startedAt,
      finishedAt,
    }),
  };
}
