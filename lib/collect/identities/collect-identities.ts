import type { Azure } from "@/lib/azure/client";
import { identitiesQuery, identityRow } from "@/lib/azure/identities";
import type { SubscriptionId } from "@/lib/domain/ids";
import type { IdentitiesReading } from "@/lib/domain/identities-reading";
import { endOf, problemsOf } from "../loss";
import { createPartLedger } from "../part-ledger";
import { readTable } from "../read-table";

const part = "identities";

export type CollectIdentitiesOptions = Readonly<{
  azure: Azure;
  /** Those that Resource Graph answers for: one of them without a row has no such resource. */
  subscriptions: Iterable<SubscriptionId>;
  signal?: AbortSignal | undefined;
}>;

/**
 * Counts the resources that run as a managed identity, in Resource Graph. What was counted stands where the answer
 * is not whole, too. What is not given is told in the coverage and never thrown.
 */
export async function collectIdentities(options: CollectIdentitiesOptions): Promise<IdentitiesReading> {
  const { azure, subscriptions, signal = new AbortController().signal } = options;
  const ledger = createPartLedger([part], azure.resourceGraph.clock.now, undefined);
  const found = new Map([...subscriptions].map((id) => [id, new Map<string, number>()]));
  ledger.begin(part);
  const read = await readTable(
    { azure, signal, changed: () => undefined },
    {
      query: identitiesQuery,
      row: identityRow,
      add: ({ subscription, resourceGroup, resources }) => found.get(subscription)?.set(resourceGroup, resources),
      tally: (kept, expected) => ledger.grow(part, kept, expected),
    },
  );
  const state = endOf([read]);
  const isWhole = state === "complete" && !read.limitHit;
  ledger.problem(
    ...problemsOf("subscriptions", "counts of managed identities", read).map(
      (one) => ({ ...one, source: part }) as const,
    ),
  );
  ledger.end(part, isWhole || state !== "complete" ? state : "partial");
  ledger.finish();
  return { identities: { resources: found, isWhole }, coverage: ledger.snapshot() };
}
