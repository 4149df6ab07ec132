import type { Column } from "../language/syntax";

export const tableNames = [
  "Resources",
  "ResourceContainers",
  "AuthorizationResources",
  "ManagedServicesResources",
] as const;
export type TableName = (typeof tableNames)[number];

/** Tables that the service has and the emulator lacks. */
const missing = new Set(
  `advisorresources alertsmanagementresources appserviceresources awsresources azurebusinesscontinuityresources
  batchresources chaosresources communitygalleryresources computeresources edgeorderresources extendedlocationresources
  featureresources guestconfigurationresources healthresourcechanges healthresources impactreportresources
  insightsresources iotsecurityresources kubernetesconfigurationresources maintenanceresources migrateresources
  networkresources patchassessmentresources patchinstallationresources policyresources quotaresources
  recoveryservicesresources resourcechanges resourcecontainerchanges securityresources servicefabricresources
  servicehealthresources spotresources supportresources tagsresources`.split(/\s+/),
);

/** Whether the service, as Microsoft lists its tables, would have answered where the emulator cannot. */
export const isMissing = (name: string): boolean => missing.has(name.toLowerCase());

/** Every table has these columns; strings are empty and dynamics null where a row has nothing to say. */
export const columns = [
  { name: "id", type: "string" },
  { name: "name", type: "string" },
  { name: "type", type: "string" },
  { name: "tenantId", type: "string" },
  { name: "kind", type: "string" },
  { name: "location", type: "string" },
  { name: "resourceGroup", type: "string" },
  { name: "subscriptionId", type: "string" },
  { name: "managedBy", type: "string" },
  { name: "sku", type: "dynamic" },
  { name: "plan", type: "dynamic" },
  { name: "properties", type: "dynamic" },
  { name: "tags", type: "dynamic" },
  { name: "identity", type: "dynamic" },
  { name: "zones", type: "dynamic" },
  { name: "extendedLocation", type: "dynamic" },
  { name: "systemData", type: "dynamic" },
] as const satisfies readonly Column[];

/** In Kusto's notation; `kind` is a keyword there and must be quoted. */
export const kustoSchema = `(${columns.map(({ name, type }) => `['${name}']:${type}`).join(", ")})`;

/** Table names ignore case. */
export const tableNamed = (name: string): TableName | undefined =>
  tableNames.find((table) => table.toLowerCase() === name.toLowerCase());
