"use client";

import { CustomerScreen } from "@/components/customers/customer-screen";
import { CustomerDelegations } from "@/components/delegations/customer-delegations";
import { CustomerAccess } from "@/components/reachers/customer-access";
import { Fetched } from "@/components/ui/fetched";
import { lazily } from "@/components/ui/lazily";
import type { RouteName } from "@/lib/routes";

const parts = {
  customer: CustomerDelegations,
  customerAccess: CustomerAccess,
  customerFindings: lazily(async () => (await import("@/components/findings/list/customer-findings")).CustomerFindings),
} satisfies Partial<Record<RouteName, unknown>>;

/** One customer, whose head and facts stay while its tabs change. */
export function CustomerPage({ tenantId, name }: { tenantId: string; name: keyof typeof parts }) {
  const Part = parts[name];
  return (
    <CustomerScreen tenantId={tenantId}>
      <Fetched key={name}>
        <Part tenantId={tenantId} />
      </Fetched>
    </CustomerScreen>
  );
}
