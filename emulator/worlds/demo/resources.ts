import type { Subscription } from "../../world";
import { resource, resourceGroup, roleAssignment } from "../estate-rows";
import type { Ground } from "../ground";
import { roleId } from "../roles";
import type { Estate } from "./customers";

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
  remediationIdentity(ground, estate.contosoProd, "Contributor");
  remediationIdentity(ground, estate.contosoData, "Log Analytics Contributor");
  remediationIdentity(ground, estate.northwindProd, "Contributor");
  hiddenOwner(ground, estate);
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

/** Made by Relecloud for a policy's managed identity: the one kind of assignment in a customer that it is shown. */
function remediationIdentity(ground: Ground, at: Subscription, role: string) {
  const part = at.displayName.split("-").at(-1) ?? "";
  const group = resourceGroup(ground, at, `rg-policy-${part}`, "westeurope");
  const principalId = ground.guid("identity", "id-policy-remediation", at.subscriptionId);
  const identity = resource(
    ground,
    group,
    "Microsoft.ManagedIdentity/userAssignedIdentities",
    "id-policy-remediation",
    { properties: { principalId, clientId: ground.guid("identity client", principalId), tenantId: at.tenantId } },
  );
  roleAssignment(ground, `/subscriptions/${at.subscriptionId}`, {
    roleId: roleId(role),
    principalId,
    principalType: "ServicePrincipal",
    principalTenantId: at.tenantId,
    by: ground.guid("service principal", "sp-policy-remediation"),
    identity: identity.id,
    daysAgo: 200.1,
  });
}

/** Contoso's own, which stays hidden from its provider. */
function hiddenOwner(ground: Ground, { contoso, contosoProd }: Estate) {
  const owner = ground.guid("foreign", "contoso administrator");
  roleAssignment(ground, `/subscriptions/${contosoProd.subscriptionId}`, {
    roleId: roleId("Owner"),
    principalId: owner,
    principalType: "User",
    principalTenantId: contoso.tenantId,
    by: owner,
    daysAgo: 200.1,
  });
}
