import { subscriptionId } from "@/lib/domain/ids";
import { countOf, id, record, text, type Parse } from "./wire";

/**
 * How many resources of each resource group have a managed identity. Counted where they are: an estate may hold more of
 * them than of everything else that is read.
 */
export const identitiesQuery = `Resources
| where isnotempty(identity)
| summarize resources = count() by subscriptionId, resourceGroup
| order by subscriptionId asc, resourceGroup asc`;

const Row = record({ subscriptionId: id(subscriptionId), resourceGroup: text, resources: countOf });

/** A row of the query above. */
export const identityRow: Parse<{
  subscription: ReturnType<typeof Row>["subscriptionId"];
  resourceGroup: string;
  resources: number;
}> = (raw) => {
  const row = Row(raw);
  return {
    subscription: row.subscriptionId,
    resourceGroup: (row.resourceGroup ?? "").toLowerCase(),
    resources: row.resources ?? 0,
  };
};
