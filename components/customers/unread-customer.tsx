"use client";

import { TriangleAlert } from "lucide-react";
import type { Reading } from "@/components/coverage/use-inventory";
import { affected } from "@/components/coverage/words";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Foreign } from "@/components/ui/foreign";
import { isReading } from "@/lib/domain/coverage";
import type { TenantId } from "@/lib/domain/ids";
import type { Inventory } from "@/lib/domain/inventory";
import { formatCount, formatCounted } from "@/lib/format";

type Props = { tenant: TenantId; inventory: Inventory; reading: Reading };

const mostShown = 20;

/** In the place of a customer's delegations, where nothing of the customer could be read: why, and what to do. */
export function UnreadCustomer({ tenant, inventory: { subscriptions, coverage }, reading }: Props) {
  const own = [...subscriptions.values()].filter((subscription) => subscription.tenant === tenant);
  const problemOf = new Map(coverage.problems.map((problem) => [problem.subscription, problem]));
  const problems = own.flatMap(({ id }) => problemOf.get(id) ?? []);
  const fixes = [...new Set(problems.flatMap(({ fix }) => fix ?? []))];
  const retry = () => (problems.length > 0 ? reading.retry(affected(problems)) : reading.readAgain());
  const traces = problems.slice(0, mostShown).flatMap(({ code, correlationId }) => code ?? correlationId ?? []);
  return (
    <EmptyState
      title="Nothing of this customer could be read"
      mark={<TriangleAlert aria-hidden size={18} className="text-stale-text" />}
      actions={!isReading(coverage) && <Button onClick={retry}>Retry</Button>}
      note={[...new Set(traces)].join(" · ")}
    >
      <p>
        Azure lists {formatCounted(own.length, "subscription")} of this tenant and shows nothing in{" "}
        {own.length === 1 ? "it" : "them"}. Whether {own.length === 1 ? "it is" : "they are"} delegated to you, and with
        which roles, cannot be seen.
      </p>
      <ul>
        {own.slice(0, mostShown).map(({ id, name }) => (
          <li key={id}>
            <Foreign text={name} className="font-[550] text-ink" />{" "}
            <Foreign text={problemOf.get(id)?.why ?? "No source speaks of it; the chip above tells why."} limit={400} />
          </li>
        ))}
        {own.length > mostShown && <li>{formatCount(own.length - mostShown)} more</li>}
      </ul>
      {fixes.map((fix) => (
        <p key={fix}>{fix}</p>
      ))}
    </EmptyState>
  );
}
