import { roleCell } from "@/components/access/grant-cells";
import { Moment, Unknown } from "@/components/ui/ago";
import { Countdown } from "@/components/ui/countdown";
import { columnOf, type TableSpec } from "@/components/ui/data-table/column";
import { Foreign, foreign, foreignText, foreignTitle } from "@/components/ui/foreign";
import { grantMark } from "@/components/ui/grant-mark";
import { nameOrIdTitle, nameOrShortId } from "@/components/ui/name-or-id";
import { privilegeMark } from "@/components/ui/privilege-mark";
import { rowIcon } from "@/components/ui/row-icon";
import { Tag } from "@/components/ui/tag";
import { minutesOf } from "@/lib/domain/duration";
import { rankOfUse, usageOf, type Use } from "@/lib/domain/my-access/by-use";
import type { MyGrant } from "@/lib/domain/my-access/my-grant";
import { scopePath } from "@/lib/domain/scope";
import { formatClock } from "@/lib/format";
import { Act, actionName } from "./act";
import { myGrantRecord } from "./my-grant-record";
import { approverText, longestText, obstacleOf, roleText, stateText, unseenCustomer } from "./my-words";

const column = columnOf<MyGrant>();

const kinds = { subscription: "Subscription", resourceGroup: "Resource group" };
const unseenPolicy = "No readable offer explains it: what it asks for is not known";
const isEligible = ({ kind }: MyGrant) => kind === "eligible";

export const stateCell = (grant: MyGrant) => {
  const { state } = grant;
  if (state.kind === "active")
    return (
      <Tag tone="ok">
        {state.activation.until === undefined ? (
          "Active"
        ) : (
          <>
            Active until <Moment at={state.activation.until}>{formatClock(state.activation.until)}</Moment> ·{" "}
            <Countdown until={state.activation.until} />
          </>
        )}
      </Tag>
    );
  if (state.kind === "asked") return <Tag tone="beam">{stateText(grant)}</Tag>;
  return (
    <>
      {grantMark(grant.kind)}
      {stateText(grant)}
    </>
  );
};

const customerCell = ({ customer, customerName }: MyGrant) => customer && nameOrShortId(customerName, customer);

const scopeText = ({ scope, scopeName, subscriptionName, subscription }: MyGrant) =>
  scope.kind === "resourceGroup" ? `${scopeName} in ${subscriptionName ?? subscription}` : scopeName;

const columns = [
  column({
    id: "scope",
    header: "Scope",
    width: 270,
    grow: 5,
    text: ({ scopeName, subscriptionName, subscription }) => `${scopeName} ${subscriptionName ?? ""} ${subscription}`,
    value: ({ scopeName }) => scopeName,
    brief: scopeText,
    exported: ({ scope }) => scopePath(scope),
    title: (grant) => foreignTitle(scopeText(grant)),
    cell: ({ scope, scopeName, subscriptionName, subscription }) => (
      <>
        {rowIcon(scope.kind, kinds[scope.kind])}
        {foreignText(scopeName)}
        {scope.kind === "resourceGroup" &&
          foreign({
            text: subscriptionName ?? subscription,
            className: "font-[400] text-ink-3 before:content-['_in_']",
          })}
      </>
    ),
  }),
  column({
    id: "customer",
    header: "Customer",
    width: 110,
    grow: 3,
    text: ({ customerName, customer }) => customerName ?? customer ?? "",
    facet: ({ customerName, customer }) => customerName ?? customer ?? "",
    isGrouping: true,
    title: ({ customerName, customer }) => nameOrIdTitle(customerName, customer ?? ""),
    cell: (grant) => customerCell(grant) ?? <Unknown what={unseenCustomer(grant)} />,
  }),
  column({
    id: "role",
    header: "Role",
    width: 160,
    grow: 4,
    text: roleText,
    value: roleText,
    facet: roleText,
    isGrouping: true,
    title: ({ role }) => nameOrIdTitle(role.name, role.id),
    cell: ({ role, level }) => roleCell(role, level),
  }),
  column({
    id: "status",
    header: "Status",
    width: 130,
    isHidden: true,
    isShort: true,
    text: usageOf,
    value: rankOfUse,
    facet: usageOf,
    isGrouping: true,
    cell: usageOf,
  }),
  column({
    id: "grant",
    header: "Grant",
    width: 164,
    text: stateText,
    value: stateText,
    facet: ({ kind }) => (kind === "eligible" ? "Eligible" : "Standing"),
    title: obstacleOf,
    cell: stateCell,
  }),
  column({
    id: "mfa",
    header: "MFA",
    width: 76,
    isShort: true,
    isQuiet: true,
    text: ({ policy }) => (policy ? (policy.mfa ? "Required" : "Not asked") : ""),
    exported: (grant) => (isEligible(grant) ? grant.policy?.mfa : ""),
    cell: (grant) => {
      if (!isEligible(grant)) return null;
      if (!grant.policy) return <Unknown what={unseenPolicy} />;
      return grant.policy.mfa ? "Required" : "Not asked";
    },
  }),
  column({
    id: "approvers",
    header: "Approvers",
    width: 100,
    grow: 1.6,
    text: ({ policy }) => (policy ? approverText(policy) : ""),
    facet: ({ policy }) => (policy && policy.approvers.length > 0 ? approverText(policy) : []),
    exported: (grant) => (isEligible(grant) ? grant.policy && approverText(grant.policy) : ""),
    title: ({ policy }) => policy && foreignTitle(approverText(policy)),
    cell: (grant) => {
      if (!isEligible(grant)) return null;
      if (!grant.policy) return <Unknown what={unseenPolicy} />;
      return grant.policy.approvers.length > 0 ? (
        foreignText(approverText(grant.policy))
      ) : (
        <span className="text-ink-2">Nobody</span>
      );
    },
  }),
  column({
    id: "longest",
    header: "Longest",
    width: 80,
    isShort: true,
    isQuiet: true,
    text: ({ policy }) => (policy ? longestText(policy) : ""),
    value: ({ policy }) => policy && minutesOf(policy.longest[0] ?? ""),
    exported: (grant) => (isEligible(grant) ? grant.policy && longestText(grant.policy) : ""),
    title: ({ policy }) => (policy && !policy.stated ? "Azure's default: the offer states no policy" : undefined),
    cell: (grant) => {
      if (!isEligible(grant)) return null;
      return grant.policy ? longestText(grant.policy) : <Unknown what={unseenPolicy} />;
    },
  }),
  column({
    id: "tenant",
    header: "Tenant id",
    width: 290,
    isHidden: true,
    isShort: true,
    isQuiet: true,
    text: ({ customer }) => customer ?? "",
    cell: ({ customer }) => <span className="font-mono text-sm">{customer ?? "?"}</span>,
  }),
  column({
    id: "action",
    header: "Action",
    width: 136,
    align: "end",
    text: () => "",
    value: rankOfUse,
    exported: (grant) => actionName(grant) ?? "Open in portal",
    cell: (grant) => <Act grant={grant} />,
  }),
];

const saidByState: readonly Use[] = ["Active", "Requested", "Standing"];

export const myGrantSpec: TableSpec<MyGrant> = {
  name: "my-access",
  one: "role",
  many: "roles of mine",
  columns,
  rowId: ({ id }) => id,
  rowLabel: (grant) => `${roleText(grant)} on ${grant.scopeName}`,
  record: myGrantRecord,
  sort: { id: "status", descending: false },
  placeholder: "Filter by scope, customer, role",
  compact: (grant) => (
    <span className="grid w-full grid-cols-[minmax(0,1fr)_auto] gap-x-3 text-md">
      <span className="truncate font-[580]">
        {rowIcon(grant.scope.kind, kinds[grant.scope.kind])}
        <Foreign text={grant.scopeName} />
      </span>
      <span className="text-right text-base">{stateCell(grant)}</span>
      <span className="col-span-2 min-w-0 truncate text-sm text-ink-2">
        {customerCell(grant) ?? unseenCustomer(grant)}
        {grant.scope.kind === "resourceGroup" && (
          <>
            {" · "}
            <Foreign text={grant.subscriptionName ?? grant.subscription} />
          </>
        )}
      </span>
      <span className="min-w-0 truncate text-sm text-ink-2">
        {privilegeMark(grant.level)}
        <Foreign text={roleText(grant)} />
      </span>
      <span className="text-right text-sm text-ink-2">
        {saidByState.includes(usageOf(grant)) ? "" : usageOf(grant)}
      </span>
    </span>
  ),
};
