import {
  isConclusive,
  isReading,
  isSpokenFor,
  type Coverage,
  type Problem,
  type SourceName,
} from "@/lib/domain/coverage";
import type { Freshness } from "@/lib/export/sheet";
import { plainCounted } from "@/lib/format";

export const sourceWords: Readonly<Record<SourceName, string>> = {
  assignments: "Registration assignments",
  definitions: "Registration definitions",
  subscriptions: "Subscriptions",
  tenants: "Customer tenants",
  roles: "Role definitions",
  principals: "People and groups",
};

export type Answered = Readonly<{ spokenFor: number; known: number }>;

export function answered({ subscriptions }: Coverage): Answered {
  let spokenFor = 0;
  for (const answer of subscriptions.values()) if (isSpokenFor(answer)) spokenFor++;
  return { spokenFor, known: subscriptions.size };
}

/** When the oldest of the delegations, offers and subscriptions were read that an earlier reading left on the page. */
export function heldFrom({ sources: { assignments, definitions, subscriptions } }: Coverage): number | undefined {
  const oldest = Math.min(...[assignments, definitions, subscriptions].map(({ heldFrom = Infinity }) => heldFrom));
  return oldest < Infinity ? oldest : undefined;
}

/** What the page counts as of: what is held from earlier, else the last answer; undefined before the first. */
export function asOf(coverage: Coverage): number | undefined {
  const times = Object.values(coverage.sources).flatMap(({ readAt }) => (readAt === undefined ? [] : [readAt]));
  return heldFrom(coverage) ?? (times.length ? Math.max(...times) : undefined);
}

/** The person ended the reading before everything was read. */
export const wasStopped = ({ sources }: Coverage): boolean =>
  Object.values(sources).some(({ state }) => state === "cancelled");

/** What an export says about how much it knows. */
export function freshnessOf(coverage: Coverage): Freshness {
  const { spokenFor, known } = answered(coverage);
  const at = asOf(coverage);
  const problems = coverage.problems.map(({ what, why }) => `${what}: ${why}`);
  const isComplete = !isReading(coverage) && isConclusive(coverage) && problems.length === 0 && !wasStopped(coverage);
  return {
    asOf: at === undefined ? undefined : new Date(at).toISOString(),
    coverage: [`${spokenFor} of ${plainCounted(known, "subscription")}`, ...problems].join("; "),
    isComplete,
  };
}

/** The sources to read again for these problems. */
export const affected = (problems: readonly Problem[]): SourceName[] => [
  ...new Set(problems.map(({ source }) => source)),
];
