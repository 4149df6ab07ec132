"use client";

import { ArrowRightLeft, ExternalLink } from "lucide-react";
import type { ReactNode } from "react";
import { LazyCounts } from "@/components/assessment/lazy-counts";
import { useAzure } from "@/components/auth/use-azure";
import { AfterPaint } from "@/components/ui/after-paint";
import { CopyButton } from "@/components/ui/copy-button";
import type { Near } from "@/components/ui/data-table/data-table";
import { Foreign } from "@/components/ui/foreign";
import { Link } from "@/components/ui/link";
import { NameOrId } from "@/components/ui/name-or-id";
import { offerLabel } from "@/components/ui/offer-label";
import { panelMoves, type PanelMoves } from "@/components/ui/panel-moves";
import { PanelSection, SidePanel } from "@/components/ui/side-panel";
import { StateTag } from "@/components/ui/state-tag";
import { authorizationRows } from "@/lib/domain/authorization-rows";
import type { Delegation } from "@/lib/domain/delegation";
import { isTransferred } from "@/lib/domain/delegation";
import { delegationRow } from "@/lib/domain/delegation-rows";
import { findDelegation } from "@/lib/domain/find";
import type { Inventory } from "@/lib/domain/inventory";
import { formatCount } from "@/lib/format";
import { paths, portalUrl } from "@/lib/paths";
import { levelsIn } from "@/lib/queries/access";
import { EligibleTable, StandingTable } from "./authorization-tables";
import { DefinitionFacts, RawRecord } from "./definition-facts";
import { UnknownDelegation } from "./unknown-delegation";

type Props = { id: string; inventory: Inventory; near: Near; onOpen: (id: string) => void };

/** One delegation: who of us gets in and how, what the offer says of itself, and the record as Azure sent it. */
export function DelegationPanel({ id, inventory, near, onOpen }: Props) {
  const found = findDelegation(inventory, id);
  const moves = panelMoves(id, near, onOpen);
  if (found.kind !== "found") return <UnknownDelegation id={id} found={found} {...moves} />;
  return <KnownDelegation delegation={found.value} inventory={inventory} moves={moves} />;
}

function KnownDelegation({
  delegation,
  inventory,
  moves,
}: {
  delegation: Delegation;
  inventory: Inventory;
  moves: PanelMoves;
}) {
  const { azure } = useAzure();
  const row = delegationRow(delegation, inventory);
  const { definition } = delegation;
  const authorizations = definition ? authorizationRows(definition, inventory) : [];
  const levelOf = levelsIn(inventory);
  const standing = authorizations.filter(({ access }) => access === "standing");
  const eligible = authorizations.filter(({ access }) => access === "eligible");
  return (
    <SidePanel
      {...moves}
      kicker={
        <>
          Delegation <StateTag state={delegation.state} />
        </>
      }
      title={<Foreign text={row.scopeName} />}
      sub={
        <div className="grid gap-0.5 text-sm text-ink-2">
          <span className="flex items-center gap-1">
            <span className="truncate font-mono">{row.subscription}</span>
            <CopyButton text={row.subscription} what="Subscription id" />
          </span>
          {row.kind === "resourceGroup" && (
            <span>
              Resource group in <Foreign text={row.subscriptionName ?? "a subscription whose name could not be read"} />
            </span>
          )}
          <Link href={paths.customer(delegation.customer)} className="link w-fit max-w-full truncate py-1">
            <NameOrId name={row.customerName} id={delegation.customer} />
          </Link>
          <div className="flex min-h-7 items-center gap-4 max-sm:min-h-touch">
            <Link href={paths.delegationAccess(delegation.id)} className="link w-fit shrink-0 py-1">
              Who reaches it
            </Link>
            <AfterPaint key={delegation.id}>
              <LazyCounts kind="delegation" id={delegation.id} />
            </AfterPaint>
          </div>
        </div>
      }
      links={
        <a
          href={portalUrl(azure.cloud.portal, inventory.managingTenant, delegation.scope)}
          target="_blank"
          rel="noreferrer"
          aria-label="Open in the Azure portal"
          title="Open in the Azure portal"
          className="grid size-7 place-items-center rounded-sm text-ink-2 hover:bg-hover hover:text-ink"
        >
          <ExternalLink aria-hidden size={15} />
        </a>
      }
    >
      {isTransferred(delegation) && <Transferred delegation={delegation} />}
      {definition ? (
        <>
          <PanelSection title="Authorizations" note={`${formatCount(standing.length)} standing`}>
            {standing.length > 0 ? (
              <StandingTable rows={standing} levelOf={levelOf} />
            ) : (
              <None>No role is held permanently.</None>
            )}
          </PanelSection>
          <PanelSection title="Eligible authorizations" note={formatCount(eligible.length)}>
            {eligible.length > 0 ? (
              <EligibleTable rows={eligible} levelOf={levelOf} />
            ) : (
              <None>No role can be activated.</None>
            )}
          </PanelSection>
          <PanelSection
            title="Offer"
            note={offerLabel({
              name: definition.offer,
              version: definition.plan?.version,
              isMarketplace: !!definition.plan,
            })}
          >
            <DefinitionFacts definition={definition} />
          </PanelSection>
        </>
      ) : (
        <PanelSection title="Authorizations" note="not readable">
          <None>
            The delegation is certain, but its registration definition could not be read, so who gets which role is not
            known. Reading it takes{" "}
            <code className="font-mono text-sm">Microsoft.ManagedServices/registrationDefinitions/read</code>, which
            Reader on the subscription contains.
          </None>
        </PanelSection>
      )}
      <RawRecord title="Registration assignment" raw={delegation.raw} history={delegation.history} id={delegation.id} />
      {definition && (
        <RawRecord
          title="Registration definition"
          raw={definition.raw}
          history={definition.history}
          id={definition.id}
        />
      )}
    </SidePanel>
  );
}

const None = ({ children }: { children: ReactNode }) => <p className="pb-2 text-ink-2">{children}</p>;

function Transferred({ delegation: { customer, definition } }: { delegation: Delegation }) {
  return (
    <p role="note" className="mt-3 flex gap-2 bg-sev-high-wash px-3 py-2">
      <ArrowRightLeft aria-hidden size={15} className="mt-0.5 shrink-0 text-stale-text" />
      <span>
        <b className="font-[620]">The scope has moved to another tenant.</b> The offer was signed by{" "}
        <code className="font-mono text-sm break-all">{definition?.customer}</code>; today the scope belongs to{" "}
        <code className="font-mono text-sm break-all">{customer}</code>. The delegation survived the transfer: whoever
        owns the scope now may not know of it.
      </span>
    </p>
  );
}
