import { readTemplate } from "./read-template";

/** Templates for tests, in the shapes that Azure documents; each test states only what it is about. */
export const ids = {
  provider: "aaaaaaaa-0000-4000-8000-000000000001",
  readers: "bbbbbbbb-0000-4000-8000-000000000001",
  engineers: "bbbbbbbb-0000-4000-8000-000000000002",
  leads: "bbbbbbbb-0000-4000-8000-000000000003",
  reader: "acdd72a7-3385-48ef-bd42-f606fba81ae7",
  contributor: "b24988ac-6180-42a0-ab88-20f7382dd24c",
  deleteRole: "91c1777a-f3dc-4fae-b103-61d183457e46",
  userAccess: "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9",
  identityOperator: "f1a07417-d97a-45cb-824c-7a7467783830",
  machineContributor: "9980e02c-c2be-4d73-94e8-173b1dc7cf3c",
  blobReader: "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1",
};

export const line = (principalId: string, roleDefinitionId: string, more: object = {}) => ({
  principalId,
  principalIdDisplayName: "Somebody",
  roleDefinitionId,
  ...more,
});

export const readers = line(ids.readers, ids.reader);
export const ending = line(ids.readers, ids.deleteRole);
export const engineers = line(ids.engineers, ids.contributor, {
  justInTimeAccessPolicy: {
    multiFactorAuthProvider: "Azure",
    maximumActivationDuration: "PT4H",
    managedByTenantApprovers: [{ principalId: ids.leads, principalIdDisplayName: "Leads" }],
  },
});

export const definitionOf = (properties: object = {}, more: object = {}) => ({
  type: "Microsoft.ManagedServices/registrationDefinitions",
  apiVersion: "2022-10-01",
  name: "[guid(parameters('mspOfferName'))]",
  properties: {
    registrationDefinitionName: "Care",
    description: "Care by Contoso",
    managedByTenantId: ids.provider,
    authorizations: [readers, ending],
    ...properties,
  },
  ...more,
});

export const assignmentOf = (more: object = {}) => ({
  type: "Microsoft.ManagedServices/registrationAssignments",
  apiVersion: "2022-10-01",
  name: "[guid(parameters('mspOfferName'))]",
  properties: {
    registrationDefinitionId:
      "[resourceId('Microsoft.ManagedServices/registrationDefinitions/', guid(parameters('mspOfferName')))]",
  },
  ...more,
});

export const templateOf = (resources: unknown = [definitionOf(), assignmentOf()], more: object = {}) => ({
  $schema: "https://schema.management.azure.com/schemas/2019-08-01/subscriptionDeploymentTemplate.json#",
  contentVersion: "1.0.0.0",
  parameters: { mspOfferName: { type: "string", defaultValue: "Care" } },
  resources,
  ...more,
});

export const nestedIn = (
  resourceGroup: string,
  resources: readonly object[],
  more: object = {},
  properties: object = {},
) => ({
  type: "Microsoft.Resources/deployments",
  apiVersion: "2018-05-01",
  name: "nested",
  resourceGroup,
  properties: { mode: "Incremental", template: { resources }, ...properties },
  ...more,
});

/** As a parameters file writes them. */
export const parametersOf = (values: Readonly<Record<string, unknown>>) => ({
  $schema: "https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentParameters.json#",
  contentVersion: "1.0.0.0",
  parameters: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }])),
});

/** Reads them as files: text as it is, all else as JSON. */
export const read = (template: unknown, parameters?: unknown) =>
  readTemplate(
    typeof template === "string" ? template : JSON.stringify(template),
    parameters === undefined ? undefined : JSON.stringify(parameters),
  );
