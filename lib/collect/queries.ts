/*
 * Columns are taken away and not chosen: `systemData` is not documented for this table, and naming a column that does
 * not exist is an error. Ordered by id, since pages of an unordered answer can overlap.
 */
const unused = "location, managedBy, sku, tags, identity, zones, extendedLocation";

export const assignmentsQuery = `ManagedServicesResources
| where type =~ 'microsoft.managedservices/registrationassignments'
| project-away ${unused}
| order by id asc`;

const definitions = `ManagedServicesResources
| where type =~ 'microsoft.managedservices/registrationdefinitions'`;

/**
 * Definitions that no assignment refers to. The others come expanded inside their assignments, so that an estate needs a third
 * fewer pages, which the quota of 15 queries in 5 seconds makes the longest wait of all.
 */
export const unassignedDefinitionsQuery = `${definitions}
| extend key = tolower(id)
| join kind=leftouter (ManagedServicesResources
  | where type =~ 'microsoft.managedservices/registrationassignments'
  | extend key = tolower(tostring(properties.registrationDefinitionId))
  | distinct key) on key
| where isempty(key1)
| project-away key, key1, ${unused}
| order by id asc`;

export const definitionsQuery = `${definitions}
| project-away ${unused}
| order by id asc`;

/** Definitions of these names. A name is a GUID that has been checked, so that it cannot break out of its quotes. */
export const definitionsNamedQuery = (names: readonly string[]) => `${definitions}
| where name in~ (${names.map((name) => `'${name}'`).join(", ")})
| project-away ${unused}
| order by id asc`;

export const subscriptionsQuery = `ResourceContainers
| where type =~ 'microsoft.resources/subscriptions'
| project id, subscriptionId, name, tenantId, properties
| order by id asc`;

export const groupsQuery = `ResourceContainers
| where type =~ 'microsoft.resources/subscriptions/resourcegroups'
| project id, subscriptionId, managedBy
| order by id asc`;

export const countOf = (query: string) => `${query.replace(/\n\| (project|order).*/gs, "")}
| summarize records = count()`;
