import type { ResourceGroup, Subscription, World } from "../../world";
import { dynamic, rowOf, type StoredRow } from "./stored-row";

/** ResourceContainers: subscriptions and resource groups. The world has no management groups. */
export const containers = (world: World): StoredRow[] => [
  ...[...world.subscriptions.values()].map(subscription),
  ...[...world.resourceGroups.values()].map((group) => resourceGroup(group, world)),
];

const subscription = (it: Subscription): StoredRow => ({
  subscription: it.subscriptionId.toLowerCase(),
  scope: `/subscriptions/${it.subscriptionId}`,
  action: "Microsoft.Resources/subscriptions/read",
  row: rowOf({
    id: `/subscriptions/${it.subscriptionId}`,
    name: it.displayName,
    type: "microsoft.resources/subscriptions",
    tenantId: it.tenantId,
    subscriptionId: it.subscriptionId,
    properties: {
      managedByTenants: it.managedByTenants,
      managementGroupAncestorsChain: [],
      state: it.state,
      subscriptionPolicies: it.subscriptionPolicies,
    },
    tags: it.tags,
  }),
});

const resourceGroup = (it: ResourceGroup, world: World): StoredRow => ({
  subscription: it.subscriptionId.toLowerCase(),
  scope: it.id,
  action: "Microsoft.Resources/subscriptions/resourceGroups/read",
  row: rowOf({
    id: it.id,
    name: it.name,
    type: "microsoft.resources/subscriptions/resourcegroups",
    tenantId: world.subscriptions.get(it.subscriptionId.toLowerCase())?.tenantId,
    location: it.location,
    resourceGroup: it.name.toLowerCase(),
    subscriptionId: it.subscriptionId,
    managedBy: it.managedBy ?? "",
    properties: { provisioningState: "Succeeded" },
    tags: dynamic(it.tags),
  }),
});
