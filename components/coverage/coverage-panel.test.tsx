// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { sources, type Coverage, type SourceCoverage } from "@/lib/domain/coverage";
import { directoryParts, emptyDirectory } from "@/lib/domain/directory-reading";
import type { SubscriptionId } from "@/lib/domain/ids";
import { CoveragePanel } from "./coverage-panel";
import type { Reading } from "./use-inventory";

const azure = { key: ["azure"] };
vi.mock("@/components/auth/use-azure", () => ({ useAzure: () => ({ azure }) }));
afterEach(cleanup);

const at = Date.UTC(2026, 10, 20, 14, 2, 41);
const ended = { state: "complete", expected: 12, read: 12, readAt: at } as const;
const coverageOf = (answers: Coverage["subscriptions"]): Coverage => ({
  sources: Object.fromEntries(
    sources.map((source): [string, SourceCoverage] => [source, { source, ...ended }]),
  ) as Coverage["sources"],
  subscriptions: answers,
  ...{ problems: [], notes: [], throttled: undefined, startedAt: at, finishedAt: at },
});

const hidden = {
  ...{ source: "memberships", kind: "refused", what: "The members of Service Desk", why: "They are hidden." },
  ...{ fix: undefined, rows: 1, subscription: undefined, code: undefined, correlationId: undefined },
} as const;
const directory = {
  directory: emptyDirectory,
  coverage: {
    parts: {
      ...Object.fromEntries(directoryParts.map((part) => [part, ended])),
      memberships: { ...ended, state: "partial", read: 11 },
    },
    ...{ problems: [hidden], throttled: undefined, startedAt: at, finishedAt: at },
  },
};

function open(coverage: Coverage) {
  const client = new QueryClient();
  const inventory = { coverage, definitions: new Map() };
  render(
    <QueryClientProvider client={client}>
      <CoveragePanel coverage={coverage} reading={{ inventory } as unknown as Reading} onClose={() => {}} />
    </QueryClientProvider>,
  );
  return client;
}

const lineOf = (name: RegExp) => screen.getAllByRole("listitem").find(({ textContent }) => name.test(textContent!));

test("tells of people what was read and what could not be, once that was read, and starts no reading", async () => {
  const client = open(coverageOf(new Map()));
  expect(screen.queryByText(/people and access/)).toBeNull();
  expect(client.getQueryCache().getAll()).toEqual([]);

  await act(async () => {
    client.setQueryData(["azure", "directory", "ids"], directory);
    await new Promise((done) => setTimeout(done));
  });
  expect(lineOf(/^Groups with their members/)?.textContent).toContain("incomplete, 11 of 12");
  const problem = lineOf(/^The members of Service Desk/)!;
  expect(problem.textContent).toContain("They are hidden.");
  expect(within(problem).getByRole("button", { name: "Retry The members of Service Desk" })).toBeTruthy();
  expect(screen.getByRole("button", { name: "Retry all 1" })).toBeTruthy();
});

test("delegations are not called complete where a subscription did not answer", () => {
  const subscription = (number: number) => `subscription-${number}` as SubscriptionId;
  open(coverageOf(new Map([[subscription(1), "answered"]])));
  expect(lineOf(/^Registration assignments/)?.textContent).toContain("12, complete");
  cleanup();
  open(
    coverageOf(
      new Map([
        [subscription(1), "answered"],
        [subscription(2), "refused"],
      ]),
    ),
  );
  expect(lineOf(/^Registration assignments/)?.textContent).toContain("12, complete but for 1 subscription");
});
