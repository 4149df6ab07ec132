import { describe } from "vitest";
import { assignmentId, definitionId, sub, tenant } from "../testing/test-world";
import { expectRows } from "./expect-rows";

const assignments = "ManagedServicesResources | where type =~ 'microsoft.managedservices/registrationassignments'";
const definitions = "ManagedServicesResources | where type =~ 'microsoft.managedservices/registrationdefinitions'";
const subscriptions = "ResourceContainers | where type == 'microsoft.resources/subscriptions'";
const a = assignmentId;
const d = definitionId;

describe("delegations", () => {
  expectRows([
    [`${assignments} | count`, [[8]]],
    [`${definitions} | count`, [[6]]],
    [
      "managedservicesresources | summarize count() by type | order by type asc",
      [
        ["microsoft.managedservices/registrationassignments", 8],
        ["microsoft.managedservices/registrationdefinitions", 6],
      ],
    ],
    [`${assignments} | project name | order by name desc | take 2`, [[a(8)], [a(7)]]],
    [
      `${assignments} | extend d = properties.registrationDefinition.properties
       | project name, offer = tostring(d.registrationDefinitionName), customer = tostring(d.manageeTenantId)
       | where offer == 'Care Gold' | order by name asc`,
      [
        [a(1), "Care Gold", tenant.contoso],
        [a(3), "Care Gold", tenant.fabrikam],
        [a(6), "Care Gold", tenant.contoso],
      ],
    ],
    [
      `${assignments} | where tostring(properties.registrationDefinition.properties.managedByTenantId) != '${tenant.msp}' | project name`,
      [[a(7)]],
    ],
    [
      `${assignments} | where isnotempty(resourceGroup) | project name, resourceGroup | order by name asc`,
      [
        [a(4), "rg-shop"],
        [a(6), "rg-data"],
        [a(8), "rg-lab"],
      ],
    ],
    [
      `${assignments} | where properties.provisioningState != 'Succeeded' | project name, tostring(properties.provisioningState)`,
      [[a(8), "Failed"]],
    ],
    [
      `${assignments} | project name, plan = properties.registrationDefinition.plan | where isnotnull(plan) | project name, version = tostring(plan.version) | order by name asc`,
      [
        [a(1), "1.2.0"],
        [a(3), "1.1.0"],
        [a(6), "1.2.0"],
      ],
    ],
    [
      `${definitions} | where isnotnull(plan) | project name, tostring(plan.version) | order by name asc`,
      [
        [d(1), "1.2.0"],
        [d(3), "1.1.0"],
      ],
    ],
    [
      `${assignments} | extend definitionId = tolower(tostring(properties.registrationDefinitionId))
       | join kind=leftouter (${definitions} | project definitionId = tolower(id), used = name) on definitionId
       | project name, used | order by name asc`,
      [
        [a(1), d(1)],
        [a(2), d(2)],
        [a(3), d(3)],
        [a(4), ""],
        [a(5), d(5)],
        [a(6), d(1)],
        [a(7), d(7)],
        [a(8), d(2)],
      ],
    ],
    [
      `${definitions} | project name, definitionId = tolower(id)
       | join kind=leftouter (${assignments} | summarize uses = count() by definitionId = tolower(tostring(properties.registrationDefinitionId))) on definitionId
       | project name, uses = coalesce(uses, 0) | where uses != 1 | order by name asc`,
      [
        [d(1), 2],
        [d(2), 2],
        [d(6), 0],
      ],
    ],
    [
      `${definitions} | mv-expand grant = properties.authorizations | summarize holders = dcount(tostring(grant.principalId)) by role = tostring(grant.roleDefinitionId) | order by role asc`,
      [
        ["91c1777a-f3dc-4fae-b103-61d183457e46", 1],
        ["acdd72a7-3385-48ef-bd42-f606fba81ae7", 1],
      ],
    ],
    [`${definitions} | where array_length(properties.eligibleAuthorizations) > 0 | project name`, [[d(1)]]],
    [`${definitions} | where isnull(properties.eligibleAuthorizations) | count`, [[5]]],
    [
      `${assignments} | summarize delegations = count() by tenantId | order by delegations desc, tenantId asc`,
      [
        [tenant.contoso, 5],
        [tenant.fabrikam, 2],
        [tenant.adatum, 1],
      ],
    ],
    [
      `${assignments} | summarize arg_max(todatetime(systemData.createdAt), name) by tenantId | order by tenantId asc`,
      [
        [tenant.contoso, "2026-08-02T10:00:00.1234567Z", a(8)],
        [tenant.fabrikam, "2026-07-02T10:00:00.1234567Z", a(7)],
        [tenant.adatum, "2026-04-02T10:00:00.1234567Z", a(4)],
      ],
    ],
    [`${assignments} | where todatetime(systemData.createdAt) > ago(35d) | project name`, [[a(8)]]],
  ]);
});

describe("subscriptions and groups", () => {
  expectRows([
    [
      `${subscriptions} | project name | order by name asc`,
      [["Contoso Production"], ["Contoso Test"], ["Fabrikam Core"], ["MSP Platform"]],
    ],
    [
      `${subscriptions} | where tenantId != '${tenant.msp}' | project name, subscriptionId, tenantId | order by name desc`,
      [
        ["Fabrikam Core", sub.core, tenant.fabrikam],
        ["Contoso Test", sub.test, tenant.contoso],
        ["Contoso Production", sub.production, tenant.contoso],
      ],
    ],
    [
      `${subscriptions} | where tags.env =~ 'PROD' | project name, tostring(tags.owner)`,
      [["Contoso Production", "Ops"]],
    ],
    [`${subscriptions} | where array_length(properties.managedByTenants) == 0 | project name`, [["MSP Platform"]]],
    [`${subscriptions} | project tostring(properties.managedByTenants[0].tenantId) | distinct *`, [[tenant.msp], [""]]],
    [`${subscriptions} | where properties.state == 'Enabled' | count`, [[4]]],
    [
      "ResourceContainers | where type endswith 'resourcegroups' | summarize groups = count() by location | order by location asc",
      [
        ["eastus", 2],
        ["northeurope", 1],
        ["westeurope", 2],
      ],
    ],
    [
      "ResourceContainers | where isnotempty(managedBy) | project name, managedBy",
      [["mrg-billing", "/subscriptions/x/applications/billing"]],
    ],
    [
      `resources | join kind=inner (resourcecontainers | where type == 'microsoft.resources/subscriptions' | project subscriptionId, subscriptionName = name) on subscriptionId
       | summarize resources = count() by subscriptionName | order by subscriptionName asc`,
      [
        ["Contoso Production", 5],
        ["Contoso Test", 1],
        ["Fabrikam Core", 2],
      ],
    ],
    [
      `AuthorizationResources | where type =~ 'microsoft.authorization/roleassignments' | extend scope = tostring(properties.scope) | project scope, principalType = tostring(properties.principalType) | order by scope asc`,
      [
        ["/", "User"],
        [`/subscriptions/${sub.platform}`, "User"],
        [`/subscriptions/${sub.platform}/resourceGroups/rg-ops`, "User"],
      ],
    ],
    ["AuthorizationResources | where isnotempty(properties.principalTenantId) | count", [[0]]],
    [
      `AuthorizationResources | where type =~ 'microsoft.authorization/roledefinitions' | mv-expand permission = properties.permissions
       | project role = tostring(properties.roleName), actions = array_length(permission.Actions) | order by role asc`,
      [
        ["Managed Services Registration assignment Delete Role", 2],
        ["Reader", 1],
      ],
    ],
    [
      `Resources | where type =~ 'microsoft.solutions/applications' | project name, kind, publisher = tolower(tostring(properties.publisherTenantId)), product = tostring(plan.product)`,
      [["billing", "MarketPlace", tenant.rival, "billing"]],
    ],
  ]);
});
