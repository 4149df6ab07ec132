"use client";

import { TriangleAlert } from "lucide-react";
import { useAzure } from "@/components/auth/use-azure";
import { Button, buttonLook } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Foreign } from "@/components/ui/foreign";
import { LensMark } from "@/components/ui/lens-mark";
import { isConclusive } from "@/lib/domain/coverage";
import type { Inventory } from "@/lib/domain/inventory";
import { portalMyCustomers } from "@/lib/paths";
import type { Reading } from "./use-inventory";

/** No rows at all: why a provider sees none, told apart from not having been able to look. */
export function NothingHere({ inventory, reading }: { inventory: Inventory; reading: Reading }) {
  const { azure, account } = useAzure();
  const { coverage, managingTenant, tenants } = inventory;
  const [problem] = coverage.problems;
  if (!isConclusive(coverage) && problem)
    return (
      <EmptyState
        title="Nothing could be read"
        mark={<TriangleAlert aria-hidden size={18} className="text-stale-text" />}
        actions={<Button onClick={reading.readAgain}>Read again</Button>}
        note={[problem.code, problem.correlationId && `correlation ${problem.correlationId}`]
          .filter(Boolean)
          .join(" · ")}
      >
        <p>
          Whether there are customers is not known. <Foreign text={problem.what} limit={300} /> could not be read:{" "}
          <Foreign text={problem.why} limit={400} />
        </p>
        {problem.fix && <p>{problem.fix}</p>}
      </EmptyState>
    );
  const tenant = tenants.get(managingTenant)?.name ?? managingTenant;
  return (
    <EmptyState
      title="No customers yet"
      mark={<LensMark />}
      actions={
        <>
          <Button onClick={reading.readAgain}>Read again</Button>
          <a
            href={portalMyCustomers(azure.cloud.portal, managingTenant)}
            target="_blank"
            rel="noreferrer"
            className={buttonLook({ variant: "quiet" })}
          >
            My customers in the Azure portal
          </a>
        </>
      }
    >
      <p>
        A customer appears here when a subscription or resource group is delegated to <Foreign text={tenant} /> and{" "}
        <Foreign text={account.username} /> may read it. Azure answered, and named none. The usual reasons:
      </p>
      <ul>
        <li>
          No delegation gives this person a role that reads. Being in the managing tenant is not enough: somebody must
          be a member of a group, or be named, in an authorization with Reader or a role that contains it. Eligible
          access counts only while it is active.
        </li>
        <li>No customer has been onboarded: none has accepted an offer or deployed the template.</li>
        <li>
          This is another tenant than the one the customers delegated to. The delegations name one managing tenant; this
          is <code className="font-mono text-sm">{managingTenant}</code>.
        </li>
        <li>It was done a moment ago. New delegations and memberships take up to 15 minutes to show.</li>
      </ul>
    </EmptyState>
  );
}
