import { partnerTenant, resource, resourceGroup, roleAssignment, subscription, tenant } from "../estate-rows";
import type { Ground } from "../ground";
import { roleId } from "../roles";
import type { Estate } from "./customers";
import type { People } from "./people";

/** What stands in the resource groups, and the few role assignments that a provider gets to see. */
export function furnish(ground: Ground, estate: Estate): void {
  const kinds = [
    { type: "Microsoft.Compute/virtualMachines", name: "vm", sku: undefined },
    { type: "Microsoft.Storage/storageAccounts", name: "st", sku: { name: "Standard_ZRS", tier: "Standard" } },
    { type: "Microsoft.KeyVault/vaults", name: "kv", sku: undefined },
    { type: "Microsoft.Web/sites", name: "app", sku: undefined },
  ];
  let count = 0;
  for (const group of [...ground.world.resourceGroups.values()]) {
    const kind = kinds[count++ % kinds.length];
    if (!kind) continue;
    const name = `${kind.name}-${group.name.slice(3)}`;
    const tags = { owner: "it" };
    resource(ground, group, kind.type, name, kind.sku ? { sku: kind.sku, tags } : { tags });
  }
  trustedMachine(ground, estate);
  remediationIdentity(ground, estate);
}

/** Whoever runs code on this machine is its identity, and the identity may change another subscription. */
function trustedMachine(ground: Ground, { woodgrove, woodgroveProd }: Estate) {
  const [servers] = [...ground.world.resourceGroups.values()].filter(
    ({ subscriptionId }) => subscriptionId === woodgroveProd.subscriptionId,
  );
  const other = [...ground.world.subscriptions.values()].find(({ displayName }) =>
    displayName.endsWith("grovebank-core"),
  );
  if (!servers || !other) throw new Error("Woodgrove Bank lost a subscription.");
  const principalId = ground.guid("identity", "vm-ledger-01");
  const machine = resource(ground, servers, "Microsoft.Compute/virtualMachines", "vm-ledger-01", {
    identity: { type: "SystemAssigned", principalId, tenantId: woodgrove.tenantId },
    tags: { application: "ledger" },
  });
  roleAssignment(ground, `/subscriptions/${other.subscriptionId}`, {
    roleId: roleId("Contributor"),
    principalId,
    principalType: "ServicePrincipal",
    principalTenantId: woodgrove.tenantId,
    by: ground.guid("service principal", "sp-policy-remediation"),
    identity: machine.id,
    daysAgo: 150.3,
  });
}

/** Made by Relecloud for a managed identity of Contoso, beside an assignment of Contoso's own that stays hidden. */
function remediationIdentity(ground: Ground, { contoso, contosoProd }: Estate) {
  const group = resourceGroup(ground, contosoProd, "rg-policy-prod", "westeurope");
  const principalId = ground.guid("identity", "id-policy-remediation");
  const identity = resource(
    ground,
    group,
    "Microsoft.ManagedIdentity/userAssignedIdentities",
    "id-policy-remediation",
    {
      properties: { principalId, clientId: ground.guid("identity client", principalId), tenantId: contoso.tenantId },
    },
  );
  const scope = `/subscriptions/${contosoProd.subscriptionId}`;
  const inContoso = { principalTenantId: contoso.tenantId, daysAgo: 200.1 };
  roleAssignment(ground, scope, {
    ...inContoso,
    roleId: roleId("Contributor"),
    principalId,
    principalType: "ServicePrincipal",
    by: ground.guid("service principal", "sp-policy-remediation"),
    identity: identity.id,
  });
  const owner = ground.guid("foreign", "contoso administrator");
  const hidden = {
    ...inContoso,
    roleId: roleId("Owner"),
    principalId: owner,
    principalType: "User",
    by: owner,
  } as const;
  roleAssignment(ground, scope, hidden);
}

/** The provider's own subscriptions and the rights that Azure RBAC gives in its own tenant. */
export function ownGround(ground: Ground, { mira, readers, platform }: People): void {
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
export function publishApplication(ground: Ground, { leads, mira }: People): void {
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
