import type { SubscriptionId } from "./ids";

/** What the inventory is read from, in the order in which people care. */
export const sources = ["assignments", "definitions", "subscriptions", "tenants", "roles", "principals"] as const;
export type SourceName = (typeof sources)[number];

/**
 * How a source ended, or where it is. `partial` answered with less than was asked; `refused` needs a permission;
 * `cancelled` was stopped by the person.
 */
export type SourceState =
  "waiting" | "reading" | "complete" | "partial" | "refused" | "throttled" | "failed" | "cancelled";

/** `unreachable`: the service was never reached, as while the network is away. */
export type ProblemKind =
  "refused" | "throttled" | "failed" | "unreachable" | "cut" | "malformed" | "missing" | "limit";

/** Something that could not be seen, in words a person can act on. */
export type Problem = Readonly<{
  source: SourceName;
  kind: ProblemKind;
  /** What is affected: "3 records of page 4", "Subscription sub-lamna-dr-02". */
  what: string;
  why: string;
  /** What to do about it, with the permission where one is missing. */
  fix: string | undefined;
  /** Rows that are known to exist and could not be read. */
  rows: number;
  subscription: SubscriptionId | undefined;
  code: string | undefined;
  correlationId: string | undefined;
}>;

/** Something that was out of the ordinary, and cost nothing: what it was about and how it was overcome. */
export type Note = Readonly<{ source: SourceName; what: string; why: string }>;

export type SourceCoverage = Readonly<{
  source: SourceName;
  state: SourceState;
  /** Rows that Azure said there are; undefined until the first answer. */
  expected: number | undefined;
  read: number;
  /** Milliseconds since the epoch of the last answer. */
  readAt: number | undefined;
  /** When rows were read that stand here from an earlier reading, as long as this one has not read them anew. */
  heldFrom?: number | undefined;
}>;

/**
 * What was asked about one subscription and what came back. `wholeOnly`: ARM told of the subscription as a whole, and
 * nobody of the resource groups in it.
 */
export type SubscriptionAnswer =
  "answered" | "empty" | "wholeOnly" | "refused" | "throttled" | "failed" | "cut" | "waiting";

export type Coverage = Readonly<{
  sources: Readonly<Record<SourceName, SourceCoverage>>;
  /** Every subscription that any source named, and whether the inventory speaks for it. */
  subscriptions: ReadonlyMap<SubscriptionId, SubscriptionAnswer>;
  problems: readonly Problem[];
  notes: readonly Note[];
  /** Waiting for Azure's quota until this moment (milliseconds since the epoch), with so many reads queued. */
  throttled: Readonly<{ until: number; waiting: number }> | undefined;
  startedAt: number;
  finishedAt: number | undefined;
}>;

const spoken: ReadonlySet<SubscriptionAnswer> = new Set(["answered", "empty"]);

/** The inventory speaks for this subscription: what it does not list there does not exist. */
export const isSpokenFor = (answer: SubscriptionAnswer | undefined): boolean =>
  answer !== undefined && spoken.has(answer);

/** Those subscriptions. */
export const spokenFor = ({ subscriptions }: Coverage): SubscriptionId[] =>
  [...subscriptions].flatMap(([id, answer]) => (isSpokenFor(answer) ? id : []));

/**
 * Whether "there is no such delegation" may be said: every delegation was read, and every subscription answered. Names,
 * roles and people have no say in it.
 */
export const isConclusive = ({ sources, subscriptions }: Coverage): boolean =>
  sources.assignments.state === "complete" &&
  sources.subscriptions.state === "complete" &&
  [...subscriptions.values()].every(isSpokenFor);

/** Sources that were not reached, wholly or in part: to be read again when the network is back. */
export const unreached = ({ problems }: Coverage): SourceName[] => [
  ...new Set(problems.flatMap(({ kind, source }) => (kind === "unreachable" ? source : []))),
];

export const isReading = ({ finishedAt }: Coverage): boolean => finishedAt === undefined;

/** The account of a source that is to be read again: until the first answer comes, its rows are as old as they were. */
export const unreadSince = ({ source, readAt, heldFrom = readAt }: SourceCoverage): SourceCoverage => ({
  source,
  state: "waiting",
  expected: undefined,
  read: 0,
  readAt,
  ...(heldFrom !== undefined && { heldFrom }),
});

/** The account of what was found earlier and is to be read again: how old it is stays, and that it was whole does not. */
export const toBeReadAgain = (coverage: Coverage): Coverage => ({
  ...coverage,
  sources: Object.fromEntries(
    Object.values(coverage.sources).map((source) => [source.source, unreadSince(source)]),
  ) as unknown as Coverage["sources"],
  finishedAt: undefined,
});
