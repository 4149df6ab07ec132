import { expect, test } from "vitest";
import type { Coverage, Problem, SourceCoverage, SourceName } from "@/lib/domain/coverage";
import { sources } from "@/lib/domain/coverage";
import { subscriptionId, type SubscriptionId } from "@/lib/domain/ids";
import { readWords, report } from "./account-words";
import { affected, answered, asOf, freshnessOf } from "./words";

const at = Date.UTC(2026, 10, 20, 14, 2, 41);
const subscription = (number: number) =>
  subscriptionId(`00000000-0000-4000-8000-${String(number).padStart(12, "0")}`) as SubscriptionId;

const refused: Problem = {
  source: "subscriptions",
  kind: "refused",
  what: "Subscription sub-lamna-dr",
  why: "The role was removed.",
  fix: "Ask the customer for Reader.",
  rows: 0,
  subscription: subscription(3),
  code: "AuthorizationFailed",
  correlationId: "6b0f91de",
};

const coverage = (given: Partial<Coverage> = {}): Coverage => ({
  sources: Object.fromEntries(
    sources.map((source): [SourceName, SourceCoverage] => [
      source,
      { source, state: "complete", expected: 12, read: 12, readAt: source === "roles" ? at - 60_000 : at },
    ]),
  ) as Coverage["sources"],
  subscriptions: new Map([
    [subscription(1), "answered"],
    [subscription(2), "empty"],
  ]),
  problems: [],
  notes: [],
  throttled: undefined,
  startedAt: at - 5_000,
  finishedAt: at,
  ...given,
});

const partial = coverage({
  subscriptions: new Map([
    [subscription(1), "answered"],
    [subscription(2), "empty"],
    [subscription(3), "refused"],
  ]),
  problems: [refused],
});

test("what is empty has answered, what was refused has not", () => {
  expect(answered(partial)).toEqual({ spokenFor: 2, known: 3 });
  expect(asOf(partial)).toBe(at);
  expect(affected([refused, refused])).toEqual(["subscriptions"]);
});

test("a page is as old as the oldest of its delegations, offers and subscriptions that an earlier reading left", () => {
  const whole = coverage();
  const held = (source: SourceName, heldFrom: number) =>
    coverage({ sources: { ...whole.sources, [source]: { ...whole.sources[source], heldFrom } } });
  expect(asOf(held("definitions", at - 5_000))).toBe(at - 5_000);
  expect(freshnessOf(held("assignments", at - 60_000)).asOf).toBe("2026-11-20T14:01:41.000Z");
  expect(asOf(held("principals", at - 5_000))).toBe(at);
});

test("a count says when it is not the whole", () => {
  const source: SourceCoverage = { source: "roles", state: "partial", expected: 1207, read: 1204, readAt: at };
  expect(readWords(source)).toBe("1,204 of 1,207");
  expect(readWords({ ...source, read: 1207 })).toBe("1,207");
  expect(readWords({ ...source, expected: undefined })).toBe("1,204");
});

test("an export is complete only if everything answered and nothing is being read", () => {
  expect(freshnessOf(coverage())).toEqual({
    asOf: "2026-11-20T14:02:41.000Z",
    coverage: "2 of 2 subscriptions",
    isComplete: true,
  });
  expect(freshnessOf(coverage({ finishedAt: undefined })).isComplete).toBe(false);
  expect(freshnessOf(partial)).toMatchObject({
    coverage: "2 of 3 subscriptions; Subscription sub-lamna-dr: The role was removed.",
    isComplete: false,
  });
});

test("what was overcome is told in the report, and is nothing that an export lacks", () => {
  const note = { source: "subscriptions", what: "Subscriptions beyond the first 10,000", why: "By name." } as const;
  const noted = coverage({ notes: [note] });
  expect(report(noted).split("\n").at(-1)).toBe("Note. Subscriptions beyond the first 10,000: By name.");
  expect(freshnessOf(noted).isComplete).toBe(true);
});

test("the report names every source, and each problem with what to tell support", () => {
  const lines = report(partial).split("\n");
  expect(lines[0]).toBe("Read 2026-11-20T14:02:41.000Z, 2 of 3 subscriptions answered.");
  expect(lines).toHaveLength(1 + sources.length + 1);
  expect(lines.at(-1)).toBe(
    "Subscription sub-lamna-dr: The role was removed. Ask the customer for Reader. (AuthorizationFailed) (correlation 6b0f91de)",
  );
});

test("the report tells of people and of role assignments, where they were read", () => {
  const parts = { memberships: { state: "partial", expected: 12, read: 11, readAt: at } } as const;
  const problems = [{ ...refused, source: "memberships", what: "The members of Service Desk" }] as const;
  const text = report(coverage(), [{ parts, problems, finishedAt: at }]);
  expect(text).toContain("Groups with their members: incomplete, 11 of 12, 2026-11-20T14:02:41.000Z");
  expect(text).toContain("The members of Service Desk: The role was removed.");
});
