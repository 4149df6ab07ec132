import type { RegistrationAssignment, RegistrationDefinition, Resource, World } from "../../world";

const guid = (kind: string, number: number) =>
  `${kind.padEnd(8, "0")}-0000-4000-8000-${String(number).padStart(12, "0")}`;

export const tenant = {
  msp: guid("a0", 1),
  contoso: guid("c0", 1),
  fabrikam: guid("c0", 2),
  adatum: guid("c0", 3),
  rival: guid("a0", 9),
};
export const person = { ada: guid("e0", 1), groupReader: guid("e0", 2), nobody: guid("e0", 3), deleter: guid("e0", 4) };
export const sub = {
  production: guid("5b", 1),
  test: guid("5b", 2),
  core: guid("5b", 3),
  shop: guid("5b", 4),
  platform: guid("5b", 5),
  lab: guid("5b", 6),
};
export const definitionId = (number: number) => guid("d0", number);
export const assignmentId = (number: number) => guid("f0", number);
const reader = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
const remover = "91c1777a-f3dc-4fae-b103-61d183457e46";

const keyed = <Row>(rows: readonly Row[], id: (row: Row) => string) =>
  new Map(rows.map((row) => [id(row).toLowerCase(), row]));

const user = (id: string, displayName: string) => ({
  id,
  displayName,
  userPrincipalName: `${displayName.toLowerCase()}@msp.example`,
  mail: null,
  jobTitle: null,
  accountEnabled: true,
  userType: "Member" as const,
  externalUserState: null,
  onPremisesSyncEnabled: null,
});

const subscription = (
  subscriptionId: string,
  displayName: string,
  tenantId: string,
  tags: Record<string, string> = {},
) => ({
  subscriptionId,
  displayName,
  tenantId,
  state: "Enabled" as const,
  subscriptionPolicies: { locationPlacementId: "Public", quotaId: "PayAsYouGo", spendingLimit: "Off" as const },
  authorizationSource: "RoleBased",
  managedByTenants: tenantId === tenant.msp ? [] : [{ tenantId: tenant.msp }],
  tags,
});

const group = (subscriptionId: string, name: string, location: string, tags: Record<string, string> = {}) => ({
  id: `/subscriptions/${subscriptionId}/resourceGroups/${name}`,
  name,
  subscriptionId,
  location,
  managedBy: name === "mrg-billing" ? "/subscriptions/x/applications/billing" : null,
  tags,
});

const definition = (
  number: number,
  subscriptionId: string,
  manageeTenantId: string,
  registrationDefinitionName: string,
  holders: readonly string[],
  more: { version?: string; managedByTenantId?: string; eligible?: boolean; role?: string } = {},
): RegistrationDefinition => ({
  id: `/subscriptions/${subscriptionId}/providers/Microsoft.ManagedServices/registrationDefinitions/${definitionId(number)}`,
  name: definitionId(number),
  type: "Microsoft.ManagedServices/registrationDefinitions",
  ...(more.version && { plan: { name: "gold", publisher: "msp", product: "care", version: more.version } }),
  systemData: { createdBy: "admin@customer.example", createdAt: `2026-0${number}-01T10:00:00Z` },
  properties: {
    registrationDefinitionName,
    managedByTenantId: more.managedByTenantId ?? tenant.msp,
    manageeTenantId,
    provisioningState: "Succeeded",
    authorizations: holders.map((principalId) => ({ principalId, roleDefinitionId: more.role ?? reader })),
    ...(more.eligible && {
      eligibleAuthorizations: [{ principalId: person.ada, roleDefinitionId: "b24988ac-6180-42a0-ab88-20f7382dd24c" }],
    }),
  },
});

const assignment = (
  number: number,
  scope: string,
  of: RegistrationDefinition,
  state = "Succeeded",
): RegistrationAssignment => ({
  id: `${scope}/providers/Microsoft.ManagedServices/registrationAssignments/${assignmentId(number)}`,
  name: assignmentId(number),
  type: "Microsoft.ManagedServices/registrationAssignments",
  systemData: { createdBy: "admin@customer.example", createdAt: `2026-0${number}-02T10:00:00.1234567Z` },
  properties: { registrationDefinitionId: of.id, provisioningState: state },
});

const resource = (
  subscriptionId: string,
  resourceGroup: string,
  type: string,
  name: string,
  more: Partial<Resource> = {},
): Resource => ({
  id: `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/${type}/${name}`,
  name,
  type,
  location: "westeurope",
  resourceGroup,
  subscriptionId,
  properties: {},
  ...more,
});

const role = (id: string, roleName: string, actions: string[]) => ({
  id: `/providers/Microsoft.Authorization/roleDefinitions/${id}`,
  name: id,
  type: "Microsoft.Authorization/roleDefinitions" as const,
  properties: {
    roleName,
    description: `${roleName}.`,
    type: "BuiltInRole" as const,
    permissions: [{ actions, notActions: [], dataActions: [], notDataActions: [] }],
    assignableScopes: ["/"],
    createdOn: "2015-02-02T21:55:09Z",
    updatedOn: "2021-11-11T20:13:51Z",
    createdBy: null,
    updatedBy: null,
  },
});

const roleAssignment = (number: number, scope: string, principalId: string, principalTenantId: string) => ({
  id: `${scope === "/" ? "" : scope}/providers/Microsoft.Authorization/roleAssignments/${guid("b0", number)}`,
  name: guid("b0", number),
  type: "Microsoft.Authorization/roleAssignments" as const,
  properties: {
    scope,
    roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${reader}`,
    principalId,
    principalType: "User" as const,
    principalTenantId,
    createdOn: "2026-01-01T00:00:00Z",
    updatedOn: "2026-01-01T00:00:00Z",
    createdBy: person.ada,
    updatedBy: person.ada,
  },
});

/**
 * Six subscriptions of four tenants. Ada reads all but the lab, which nobody delegated, and of the shop only one resource
 * group; the group reader reads that group alone; the deleter holds the role for removing delegations, in production.
 */
export function testWorld(settings: Partial<World["settings"]> = {}): World {
  const all = [person.ada];
  const gold = definition(1, sub.production, tenant.contoso, "Care Gold", all, { version: "1.2.0", eligible: true });
  const silver = definition(2, sub.test, tenant.contoso, "Care Silver", all);
  const older = definition(3, sub.core, tenant.fabrikam, "Care Gold", all, { version: "1.1.0" });
  const shop = definition(4, sub.shop, tenant.adatum, "Shop's care", [person.ada, person.groupReader]);
  const removal = definition(5, sub.production, tenant.contoso, "Removal", [person.deleter], { role: remover });
  const unused = definition(6, sub.test, tenant.contoso, "Unused", all);
  const rival = definition(7, sub.core, tenant.fabrikam, "Rival", all, { managedByTenantId: tenant.rival });
  const scope = (id: string, name?: string) => `/subscriptions/${id}${name ? `/resourceGroups/${name}` : ""}`;
  const nic = (ips: unknown[] | null) => ({ properties: { ipConfigurations: ips } });

  return {
    id: tenant.msp,
    name: "test",
    seed: 1,
    clientId: guid("99", 1),
    redirectUris: [],
    settings: {
      accessTokenSeconds: 3600,
      exposedHeaders: [],
      latencyMs: 0,
      resourceGraphQuota: { queries: 1_000_000, windowSeconds: 5 },
      armBuckets: { reads: 250, readsPerSecond: 25, writes: 200, writesPerSecond: 10 },
      graphUnitsPerTenSeconds: 8000,
      armPageSize: 100,
      graphPageSize: 100,
      subscriptionLimit: 10_000,
      listsNestedAssignments: false,
      expandsAssignments: true,
      servesLighthousePim: true,
      secondFactor: true,
      shortestActivationSeconds: 300,
      ...settings,
    },
    faults: [],
    personas: [],
    consented: [],
    tenants: new Map(),
    users: keyed(
      [
        user(person.ada, "Ada"),
        user(person.groupReader, "Greta"),
        user(person.nobody, "Noor"),
        user(person.deleter, "Dora"),
      ],
      ({ id }) => id,
    ),
    groups: new Map(),
    servicePrincipals: new Map(),
    subscriptions: keyed(
      [
        subscription(sub.production, "Contoso Production", tenant.contoso, { env: "prod", owner: "Ops" }),
        subscription(sub.test, "Contoso Test", tenant.contoso, { env: "test" }),
        subscription(sub.core, "Fabrikam Core", tenant.fabrikam),
        subscription(sub.shop, "Adatum Shop", tenant.adatum),
        subscription(sub.platform, "MSP Platform", tenant.msp),
        subscription(sub.lab, "Fabrikam Lab", tenant.fabrikam),
      ],
      ({ subscriptionId }) => subscriptionId,
    ),
    resourceGroups: keyed(
      [
        group(sub.production, "rg-Web", "westeurope", { env: "prod" }),
        group(sub.production, "rg-data", "northeurope"),
        group(sub.test, "rg-lab", "westeurope"),
        group(sub.core, "mrg-billing", "eastus"),
        group(sub.shop, "rg-Shop", "eastus"),
        group(sub.shop, "rg-hidden", "eastus"),
        group(sub.lab, "rg-secret", "eastus"),
      ],
      ({ id }) => id,
    ),
    registrationDefinitions: keyed([gold, silver, older, shop, removal, unused, rival], ({ id }) => id),
    registrationAssignments: keyed(
      [
        assignment(1, scope(sub.production), gold),
        assignment(2, scope(sub.test), silver),
        assignment(3, scope(sub.core), older),
        assignment(4, scope(sub.shop, "rg-Shop"), shop),
        assignment(5, scope(sub.production), removal),
        assignment(6, scope(sub.production, "rg-data"), gold),
        assignment(7, scope(sub.core), rival),
        assignment(8, scope(sub.test, "rg-lab"), silver, "Failed"),
      ],
      ({ id }) => id,
    ),
    marketplaceRegistrationDefinitions: new Map(),
    roleDefinitions: keyed(
      [
        role(reader, "Reader", ["*/read"]),
        role(remover, "Managed Services Registration assignment Delete Role", [
          "Microsoft.ManagedServices/registrationAssignments/read",
          "Microsoft.ManagedServices/registrationAssignments/delete",
        ]),
      ],
      ({ name }) => name,
    ),
    activations: new Map(),
    activationRequests: new Map(),
    roleAssignments: keyed(
      [
        roleAssignment(1, scope(sub.platform), person.ada, tenant.msp),
        roleAssignment(2, scope(sub.production), guid("77", 1), tenant.contoso),
        roleAssignment(3, "/", person.ada, tenant.msp),
        roleAssignment(4, scope(sub.platform, "rg-ops"), guid("e0", 8), tenant.msp),
      ],
      ({ id }) => id,
    ),
    resources: keyed(
      [
        resource(sub.production, "rg-Web", "Microsoft.Compute/virtualMachines", "web01", {
          tags: { env: "prod", "cost.center": "42" },
          sku: { name: "Standard_B2s", capacity: 2 },
          identity: { type: "SystemAssigned", principalId: guid("77", 8) },
          properties: {
            hardware: { vmSize: "Standard_B2s", cores: 2 },
            timeCreated: "2026-08-30T12:30:00Z",
            enabled: true,
          },
        }),
        resource(sub.production, "rg-Web", "Microsoft.Compute/virtualMachines", "web02", {
          tags: { env: "test" },
          location: "NorthEurope",
          properties: {
            hardware: { vmSize: "Standard_D4s", cores: 4 },
            timeCreated: "2026-07-01T00:00:00Z",
            enabled: false,
          },
        }),
        resource(sub.test, "rg-lab", "Microsoft.Compute/virtualMachines", "lab-vm", {
          properties: { hardware: { vmSize: "Standard_B1s", cores: 1 }, timeCreated: "2025-12-31T23:59:59Z" },
        }),
        resource(sub.core, "rg-core", "Microsoft.Storage/storageAccounts", "fabstore", {
          kind: "StorageV2",
          sku: { name: "Standard_LRS" },
          properties: { ports: [80, 443], rules: { a: 1, b: 2 }, size: 10.5 },
        }),
        resource(sub.shop, "rg-Shop", "Microsoft.Storage/storageAccounts", "ShopStore", {
          kind: "BlobStorage",
          sku: { name: "Premium_LRS" },
        }),
        resource(sub.shop, "rg-hidden", "Microsoft.KeyVault/vaults", "hidden-vault"),
        resource(sub.lab, "rg-secret", "Microsoft.KeyVault/vaults", "lab-vault"),
        resource(sub.core, "rg-core", "Microsoft.Solutions/applications", "billing", {
          kind: "MarketPlace",
          plan: { name: "std", publisher: "rival", product: "billing", version: "2.0.0" },
          managedBy: "",
          properties: { publisherTenantId: tenant.rival.toUpperCase(), provisioningState: "Succeeded" },
        }),
        resource(
          sub.production,
          "rg-data",
          "Microsoft.Network/networkInterfaces",
          "nic1",
          nic([
            { name: "ip1", ip: "10.0.0.4" },
            { name: "ip2", ip: "10.0.0.5" },
          ]),
        ),
        resource(sub.production, "rg-data", "Microsoft.Network/networkInterfaces", "nic2", nic([])),
        resource(sub.production, "rg-data", "Microsoft.Network/networkInterfaces", "nic3", nic(null)),
      ],
      ({ id }) => id,
    ),
    version: 1,
  };
}
