import type { ReactNode } from "react";
import { ArrowRightLeft } from "lucide-react";
import { Ago, agoText, agoWord, momentTitle, Unknown } from "@/components/ui/ago";
import { columnOf, type TableSpec } from "@/components/ui/data-table/column";
import { Foreign, foreign, foreignText, foreignTitle } from "@/components/ui/foreign";
import { nameOrIdTitle, nameOrShortId } from "@/components/ui/name-or-id";
import { numberColumn } from "@/components/ui/number-column";
import { offerLabel } from "@/components/ui/offer-label";
import { rowIcon } from "@/components/ui/row-icon";
import { StateCell } from "@/components/ui/state-tag";
import { Tag } from "@/components/ui/tag";
import type { DelegationRow } from "@/lib/domain/delegation-rows";
import { formatCounted } from "@/lib/format";
import { paths } from "@/lib/paths";
import { delegationRecord, scopeText } from "./delegation-record";

const column = columnOf<DelegationRow>();

const unreadOffer = "Offer not readable";
const sources = { marketplace: "Marketplace", template: "ARM template" };
const kinds = { subscription: "Subscription", resourceGroup: "Resource group" };

const offerText = ({ offer, plan }: DelegationRow): string =>
  offer === undefined ? unreadOffer : plan ? `${offer} ${plan.version}` : offer;

export const kindName = ({ kind }: Pick<DelegationRow, "kind">): string => kinds[kind];

const kindIcon = (row: Pick<DelegationRow, "kind">) => rowIcon(row.kind, kindName(row));

const offerCell = ({ offer, plan, source }: DelegationRow) =>
  offer === undefined ? (
    <Unknown what={unreadOffer} />
  ) : (
    offerLabel({ name: offer, version: plan?.version, isMarketplace: source === "marketplace" })
  );

export const unreadDefinition = "The definition could not be read";

/** A resource group's name says little without its subscription. */
function placeText({ scopeName, subscriptionName, subscription, kind }: DelegationRow): string {
  return kind === "resourceGroup" ? `${scopeName} in ${subscriptionName ?? subscription}` : scopeName;
}

export const scopeColumn = column({
  id: "scope",
  header: "Scope",
  width: 200,
  grow: 3,
  text: ({ scopeName, subscriptionName, subscription }) => `${scopeName} ${subscriptionName ?? ""} ${subscription}`,
  value: ({ scopeName }) => scopeName,
  brief: placeText,
  exported: scopeText,
  title: (row) => foreignTitle(placeText(row)),
  cell: (row) => (
    <>
      {kindIcon(row)}
      <a href={paths.delegation(row.id)} tabIndex={-1} dir="auto">
        {foreignText(row.scopeName)}
      </a>
      {row.kind === "resourceGroup" &&
        foreign({
          text: row.subscriptionName ?? row.subscription,
          className: "font-[400] text-ink-3 before:content-['_in_']",
        })}
      {row.isTransferred && (
        <>
          {" "}
          <Tag
            tone="high"
            icon={ArrowRightLeft}
            title="The scope now belongs to another tenant than the one that signed the offer"
          >
            transferred
          </Tag>
        </>
      )}
    </>
  ),
});

const customer = column({
  id: "customer",
  header: "Customer",
  width: 150,
  grow: 1,
  text: ({ customerName, customer }) => customerName ?? customer,
  // Scopes in order within their customer.
  value: ({ customerName, customer, scopeName }) => `${customerName ?? customer}\0${scopeName}`,
  facet: ({ customerName, customer }) => customerName ?? customer,
  isGrouping: true,
  title: ({ customerName, customer }) => nameOrIdTitle(customerName, customer),
  cell: ({ customerName, customer }) => nameOrShortId(customerName, customer),
});

export const otherColumns = [
  column({
    id: "offer",
    header: "Offer",
    width: 240,
    grow: 3,
    text: offerText,
    value: ({ offer }) => offer,
    facet: ({ offer }) => offer ?? unreadOffer,
    isGrouping: true,
    exported: (row) => (row.offer === undefined ? undefined : offerText(row)),
    cell: offerCell,
  }),
  column({
    id: "source",
    header: "Source",
    width: 112,
    isHidden: true,
    text: ({ source }) => (source ? sources[source] : ""),
    facet: ({ source }) => (source ? sources[source] : unreadOffer),
    exported: ({ source }) => source && sources[source],
    cell: ({ source }) => (source ? sources[source] : <Unknown what={unreadOffer} />),
  }),
  numberColumn<DelegationRow>({
    id: "standing",
    header: "Standing",
    width: 80,
    of: ({ standing }) => standing,
    unknown: unreadDefinition,
  }),
  numberColumn<DelegationRow>({
    id: "eligible",
    header: "Eligible",
    width: 76,
    of: ({ eligible }) => eligible,
    unknown: unreadDefinition,
  }),
  column({
    id: "kind",
    isShort: true,
    header: "Kind",
    width: 116,
    isHidden: true,
    text: kindName,
    facet: kindName,
    cell: (row) => kindName(row),
  }),
  column({
    id: "state",
    isShort: true,
    header: "State",
    width: 112,
    text: ({ state }) => state,
    facet: ({ state }) => state,
    isQuiet: true,
    cell: ({ state }) => <StateCell state={state} />,
  }),
  column({
    id: "last-change",
    isShort: true,
    header: "Last change",
    width: 110,
    text: () => "",
    value: ({ lastChange }) => lastChange,
    exported: ({ lastChange }) => (lastChange === undefined ? undefined : new Date(lastChange)),
    isQuiet: true,
    brief: ({ lastChange }, now) => agoWord(lastChange, now),
    title: ({ lastChange }) => momentTitle(lastChange),
    cell: ({ lastChange }, now) => agoText(lastChange, now),
  }),
  column({
    id: "tenant",
    isShort: true,
    header: "Tenant id",
    width: 290,
    isHidden: true,
    text: ({ customer }) => customer,
    isQuiet: true,
    cell: ({ customer }) => <span className="font-mono text-sm">{customer}</span>,
  }),
  column({
    id: "subscription",
    isShort: true,
    header: "Subscription id",
    width: 290,
    isHidden: true,
    text: ({ subscription }) => subscription,
    isQuiet: true,
    cell: ({ subscription }) => <span className="font-mono text-sm">{subscription}</span>,
  }),
  column({
    id: "assignment",
    isShort: true,
    header: "Assignment id",
    width: 290,
    isHidden: true,
    text: ({ name }) => name,
    brief: ({ name }) => name,
    exported: ({ id }) => id,
    isQuiet: true,
    cell: ({ name }) => <span className="font-mono text-sm">{name}</span>,
  }),
];

/** On phones: where it is, and what a table of delegations tells of it in the other corners. */
export const phoneRow = (row: DelegationRow, corners: Record<"right" | "below" | "belowRight", ReactNode>) => (
  <span className="grid w-full grid-cols-[minmax(0,1fr)_auto] gap-x-3 text-md">
    <a href={paths.delegation(row.id)} tabIndex={-1} className="truncate font-[580]">
      {kindIcon(row)}
      <Foreign text={row.scopeName} />
    </a>
    {corners.right}
    {row.kind === "resourceGroup" && (
      <span className="col-span-2 truncate text-sm text-ink-2">
        in <Foreign text={row.subscriptionName ?? row.subscription} />
      </span>
    )}
    <span className="min-w-0 truncate text-sm text-ink-2">{corners.below}</span>
    <span className="text-right text-sm text-ink-2">{corners.belowRight}</span>
  </span>
);

export const delegationSpec: TableSpec<DelegationRow> = {
  name: "delegations",
  one: "delegation",
  many: "delegations",
  columns: [scopeColumn, customer, ...otherColumns],
  rowId: ({ id }) => id,
  rowLabel: ({ scopeName }) => scopeName,
  record: delegationRecord,
  sort: { id: "customer", descending: false },
  beside: ["scope", "customer", "standing", "eligible", "last-change"],
  placeholder: "Filter by scope, customer, id",
  compact: (row) =>
    phoneRow(row, {
      right: (
        <span className="text-right text-base text-ink-2">
          <Ago at={row.lastChange} />
        </span>
      ),
      below: nameOrShortId(row.customerName, row.customer),
      belowRight:
        row.standing === undefined ? (
          <Unknown what={unreadDefinition} />
        ) : (
          `${formatCounted(row.standing, "standing", "standing")}, ${formatCounted(row.eligible ?? 0, "eligible", "eligible")}`
        ),
    }),
};
