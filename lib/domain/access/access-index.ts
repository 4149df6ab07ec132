import { isConclusive, isSpokenFor } from "../coverage";
import type { Delegation } from "../delegation";
import type { Directory } from "../directory";
import type { SubscriptionId, TenantId } from "../ids";
import type { Inventory } from "../inventory";
import { isOurs } from "../projection";
import type { RoleAssignment } from "../role-assignment";
import { createClosures, type Closure } from "./closure";
import { delegationRank, grantTable, type GrantTable } from "./grant-table";
import { membershipGraph, type MembershipGraph } from "./membership-graph";
import { offerLines } from "./offer-lines";
import { peopleOf, type AccessSources, type People } from "./people";
import { scopeOfAssignment, tableOfScopes, type AccessScope, type ScopeTable } from "./scope-table";

/**
 * Grants and groups of one snapshot, ready to be asked in both directions. What would be a person for each scope and role
 * is never written out: every question is answered from who is in which group and which grants a principal holds.
 */
export type AccessIndex = Readonly<{
  inventory: Inventory;
  directory: Directory;
  roleAssignments: readonly RoleAssignment[] | undefined;
  people: People;
  graph: MembershipGraph;
  scopeTable: ScopeTable;
  /** Those to us, in the order in which they were read. */
  delegations: readonly Delegation[];
  delegationRanks: Uint8Array;
  grants: GrantTable;
  /** A principal and all groups that it is in. */
  upward: (principal: number) => Closure;
  /** A group and all that is in it. */
  downward: (group: number) => Closure;
  /** Whether every delegation was read and every subscription answered. */
  isConclusive: boolean;
  /** Customers' subscriptions that the inventory does not speak for: there may be more delegations in them. */
  unreadSubscriptions: readonly SubscriptionId[];
  unreadDefinitions: readonly Delegation[];
}>;

export function indexAccess(sources: AccessSources): AccessIndex {
  const { inventory, directory, roleAssignments } = sources;
  const delegations = [...inventory.delegations.values()].filter((delegation) => isOurs(delegation, inventory));
  const lines = offerLines(delegations);
  const people = peopleOf(lines.ids, sources);
  const scopeTable = tableOfScopes(mentions(delegations, roleAssignments ?? []));
  const delegationRanks = Uint8Array.from(delegations, (delegation) =>
    delegationRank(delegation, isOurOwn(delegation, inventory)),
  );
  const graph = membershipGraph(people, sources);
  return {
    inventory,
    directory,
    roleAssignments,
    people,
    graph,
    scopeTable,
    delegations,
    delegationRanks,
    grants: grantTable({
      ids: people.ids,
      scopeTable,
      delegations,
      delegationRanks,
      roleAssignments: roleAssignments ?? [],
      lines,
    }),
    upward: createClosures(people, graph.groupsOf),
    downward: createClosures(people, graph.membersOf),
    isConclusive: isConclusive(inventory.coverage),
    unreadSubscriptions: [...inventory.coverage.subscriptions.keys()].filter((id) => isUnread(id, inventory)),
    unreadDefinitions: delegations.filter(({ definition }) => !definition),
  };
}

/** The subscription is the managing tenant's own by now. Either record may know it first. */
export const isOurOwn = (
  { customer, scope }: Delegation,
  { managingTenant, subscriptions }: Pick<Inventory, "managingTenant" | "subscriptions">,
): boolean => customer === managingTenant || subscriptions.get(scope.subscription)?.tenant === managingTenant;

const isUnread = (id: SubscriptionId, { coverage, subscriptions, managingTenant }: Inventory): boolean =>
  !isSpokenFor(coverage.subscriptions.get(id)) && subscriptions.get(id)?.tenant !== managingTenant;

function* mentions(
  delegations: readonly Delegation[],
  assignments: readonly RoleAssignment[],
): Generator<readonly [AccessScope, TenantId]> {
  for (const { scope, customer } of delegations) yield [scope, customer];
  for (const assignment of assignments) yield [scopeOfAssignment(assignment), assignment.customer];
}
