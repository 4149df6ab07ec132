"use client";

import { ExternalLink } from "lucide-react";
import { useState } from "react";
import { LazyCounts } from "@/components/assessment/lazy-counts";
import { useAzure } from "@/components/auth/use-azure";
import { AfterPaint } from "@/components/ui/after-paint";
import { Ago, Moment, Unknown } from "@/components/ui/ago";
import { buttonLook } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { count } from "@/components/ui/count";
import { Crumbs } from "@/components/ui/crumbs";
import { Fact, Facts } from "@/components/ui/facts";
import { Foreign } from "@/components/ui/foreign";
import { Fetched } from "@/components/ui/fetched";
import { lazily } from "@/components/ui/lazily";
import { Link } from "@/components/ui/link";
import { MenuButton } from "@/components/ui/menu-button";
import { NameOrId } from "@/components/ui/name-or-id";
import { PageHead } from "@/components/ui/page-head";
import { StateTag } from "@/components/ui/state-tag";
import { Tag } from "@/components/ui/tag";
import { narrow, useMedia } from "@/components/ui/use-media";
import type { CustomerRow } from "@/lib/domain/customer";
import type { Delegation } from "@/lib/domain/delegation";
import { moment } from "@/lib/domain/history";
import type { Inventory } from "@/lib/domain/inventory";
import { scopePath } from "@/lib/domain/scope";
import { formatCount, formatDate, formatForeign } from "@/lib/format";
import { paths, portalUrl } from "@/lib/paths";
import { unreadState } from "./customer-spec";
import { NearCustomers } from "./near-customers";
import { OfferCell, offerNames } from "./offer-cell";
import { OwnAccessPlace } from "./own-access-place";

const OwnAccess = lazily(async () => (await import("./own-access")).OwnAccess);

type Props = { customer: CustomerRow; delegations: readonly Delegation[]; inventory: Inventory };
type HeadProps = Props & { customers: readonly CustomerRow[] };

const mostLinks = 15;
/** Below it, one's own access is a row under the head. */
const ownRow = "(max-width: 1023.98px)";

export function CustomerHead({ customer, customers, delegations, inventory }: HeadProps) {
  const isRow = useMedia(ownRow);
  return (
    <PageHead
      crumb={
        <Crumbs
          of={[
            <CustomersCrumb key="all" />,
            <NearCustomers key="near" tenant={customer.tenant} customers={customers} />,
          ]}
        />
      }
      title={<NameOrId name={customer.name} id={customer.tenant} idLook="text-md tracking-normal" />}
      marks={<LazyCounts kind="customer" id={customer.tenant} />}
      actions={
        <>
          {!isRow && customer.state !== undefined && (
            <AfterPaint>
              <Fetched>
                <OwnAccess tenant={customer.tenant} />
              </Fetched>
            </AfterPaint>
          )}
          <PortalLink delegations={delegations} inventory={inventory} />
        </>
      }
    />
  );
}

/** Where the head has no room for it, on phones within reach of a thumb. */
export function OwnAccessRow({ customer }: Pick<Props, "customer">) {
  if (!useMedia(ownRow) || customer.state === undefined) return null;
  return (
    <Fetched fallback={<OwnAccessPlace />}>
      <OwnAccess tenant={customer.tenant} isRow />
    </Fetched>
  );
}

export const CustomersCrumb = () => (
  <Link href={paths.customers} className="hover:text-ink">
    Customers
  </Link>
);

/** On phones the page begins with its list: what is asked for less often waits for a tap. */
export function CustomerFacts({ customer, delegations }: Omit<Props, "inventory">) {
  const [isWhole, setWhole] = useState(false);
  const isBrief = useMedia(narrow) && !isWhole;
  const { coverage, state } = customer;
  const since = delegations.flatMap(({ history }) => moment(history.createdAt) ?? []);
  const managedSince = since.length > 0 ? Math.min(...since) : undefined;
  return (
    <>
      <Facts>
        <Fact label="Tenant id" isWide>
          <span className="font-mono text-sm">{customer.tenant}</span>
          <CopyButton text={customer.tenant} what="Tenant id" />
        </Fact>
        <Fact label="Whole subscriptions">
          {count(customer.subscriptions)}
          {coverage.spokenFor < coverage.known && (
            <span className="font-[400] text-stale-text">
              {formatCount(coverage.spokenFor)} of {formatCount(coverage.known)} answered
            </span>
          )}
        </Fact>
        {!isBrief && <Fact label="Resource groups">{count(customer.resourceGroups)}</Fact>}
        {(!isBrief || state !== "Succeeded") && (
          <Fact label="State">
            {state === undefined ? <Tag tone="high">{unreadState}</Tag> : <StateTag state={state} />}
          </Fact>
        )}
        {!isBrief && (
          <>
            {managedSince !== undefined && (
              <Fact label="Managed since">
                <Moment at={managedSince}>{formatDate(managedSince)}</Moment>
              </Fact>
            )}
            <Fact label="Last change">
              {state === undefined ? <Unknown what={unreadState} /> : <Ago at={customer.lastChange} />}
            </Fact>
            {customer.domain && (
              <Fact label="Domain">
                <Foreign text={customer.domain} />
              </Fact>
            )}
          </>
        )}
        <Fact label="Offer" isWide={!isBrief} isCut>
          <span title={offerNames(customer).join("\n").slice(0, 2000)} className="min-w-0 xl:truncate">
            <OfferCell row={customer} />
          </span>
        </Fact>
      </Facts>
      {isBrief && (
        <button
          type="button"
          onClick={() => setWhole(true)}
          className="min-h-touch shrink-0 border-b border-line px-4 text-left text-base text-ink-2 -outline-offset-2"
        >
          All facts
        </button>
      )}
    </>
  );
}

/** Into the portal at one of the customer's scopes: with several, a choice. */
function PortalLink({ delegations, inventory }: Pick<Props, "delegations" | "inventory">) {
  const { azure } = useAzure();
  const scopes = new Map(delegations.map(({ scope }) => [scopePath(scope), scope]));
  const [first] = scopes.values();
  if (!first) return null;
  const urlOf = (scope: typeof first) => portalUrl(azure.cloud.portal, inventory.managingTenant, scope);
  const words = (
    <>
      <span className="max-sm:sr-only">Open in Azure portal</span>
      <ExternalLink aria-hidden size={13} />
    </>
  );
  if (scopes.size === 1)
    return (
      <a href={urlOf(first)} target="_blank" rel="noreferrer" className={buttonLook()}>
        {words}
      </a>
    );
  const nameOf = (scope: typeof first) =>
    scope.kind === "resourceGroup"
      ? scope.resourceGroup
      : (inventory.subscriptions.get(scope.subscription)?.name ?? scope.subscription);
  return (
    <MenuButton
      label="Open in Azure portal"
      className={buttonLook()}
      trigger={words}
      items={[...scopes.values()].slice(0, mostLinks).map((scope) => ({
        label: formatForeign(nameOf(scope), 60),
        onSelect: () => void window.open(urlOf(scope), "_blank", "noreferrer"),
      }))}
    />
  );
}
