import type { Principal } from "./directory-rows";
import { partnerTenant, resource, resourceGroup, roleAssignment, subscription, tenant } from "./estate-rows";
import type { Ground } from "./ground";
import { roleId } from "./roles";

type Staff = Record<"mira" | "readers" | "platform" | "leads", Principal>;

/** The provider's own subscriptions and the rights that Azure RBAC gives in its own tenant. */
export function ownGround(ground: Ground, { mira, readers, platform }: Staff): void {
  const { id } = ground.world;
  const platformSubscription = subscription(ground, "sub-relecloud-platform", id);
  const lab = subscription(ground, "sub-relecloud-lab", id);
  resource(
    ground,
    resourceGroup(ground, platformSubscription, "rg-automation", "swedencentral"),
    "Microsoft.Automation/automationAccounts",
    "aa-relecloud-patching",
  );
  resourceGroup(ground, lab, "rg-lab", "swedencentral");
  const own = { principalTenantId: id, by: mira.id };
  const give = (scope: string, role: string, holder: { id: string }, principalType: "User" | "Group") =>
    roleAssignment(ground, scope, { ...own, roleId: roleId(role), principalId: holder.id, principalType });
  give("/", "Monitoring Reader", mira, "User");
  for (const each of [platformSubscription, lab]) give(`/subscriptions/${each.subscriptionId}`, "Owner", mira, "User");
  give(`/subscriptions/${platformSubscription.subscriptionId}`, "Reader", readers, "Group");
  give(`/subscriptions/${lab.subscriptionId}`, "Contributor", platform, "Group");

  const name = ground.guid("custom role", "tags");
  const at = ground.daysAgo(310.4);
  ground.world.roleDefinitions.set(name, {
    id: `/providers/Microsoft.Authorization/roleDefinitions/${name}`,
    name,
    type: "Microsoft.Authorization/roleDefinitions",
    properties: {
      roleName: "Relecloud Tag Steward",
      description: "Keeps the tags of Relecloud's own subscriptions in order.",
      type: "CustomRole",
      permissions: [
        {
          actions: ["*/read", "Microsoft.Resources/tags/*", "Microsoft.Resources/subscriptions/resourceGroups/write"],
          notActions: ["Microsoft.Resources/tags/*/delete"],
          dataActions: [],
          notDataActions: [],
        },
      ],
      assignableScopes: [`/subscriptions/${lab.subscriptionId}`],
      createdOn: at,
      updatedOn: at,
      createdBy: mira.id,
      updatedBy: mira.id,
    },
  });
}

/** Trey Research runs Relecloud's managed application: its resource group is in reach, and that is not Lighthouse. */
export function publishApplication(ground: Ground, { leads, mira }: Pick<Staff, "leads" | "mira">): void {
  const { tenantId } = tenant(ground, "Trey Research", "treyresearch.example", "CH");
  const home = subscription(ground, "sub-treyresearch-apps", tenantId);
  home.managedByTenants.push({ tenantId: partnerTenant });
  const apps = resourceGroup(ground, home, "rg-apps", "switzerlandnorth");
  const managed = `/subscriptions/${home.subscriptionId}/resourceGroups/mrg-relecloud-monitor`;
  const application = resource(ground, apps, "Microsoft.Solutions/applications", "relecloud-monitor", {
    kind: "MarketPlace",
    plan: { publisher: "relecloud", product: "relecloud-monitor", name: "standard", version: "3.1.0" },
    properties: {
      provisioningState: "Succeeded",
      managedResourceGroupId: managed,
      publisherTenantId: ground.world.id,
      managementMode: "Managed",
      authorizations: [{ principalId: leads.id, roleDefinitionId: roleId("Owner") }],
      jitAccessPolicy: { jitAccessEnabled: false },
    },
  });
  const group = resourceGroup(ground, home, "mrg-relecloud-monitor", "switzerlandnorth", application.id);
  resource(ground, group, "Microsoft.Storage/storageAccounts", "strelecloudmonitor");
  roleAssignment(ground, group.id, {
    roleId: roleId("Owner"),
    principalId: leads.id,
    // Seen from the customer's tenant, the publisher's group is a foreign one.
    principalType: "ForeignGroup",
    principalTenantId: ground.world.id,
    by: mira.id,
    daysAgo: 75.2,
  });
}
