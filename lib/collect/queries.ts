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

/** Which definitions there are; most of them come expanded inside the assignments. */
export const definitionIdsQuery = `${definitions}
| project id
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

export const countOf = (query: string) => `${query.replace(/\n\| (project|order).*/gs, "")}
| summarize records = count()`;
