import type { Resource, World } from "../../world";
import type { Value } from "../values";
import { dynamic, rowOf, type StoredRow } from "./stored-row";

/** Resources: everything else that lives in a resource group. */
export const resources = (world: World): StoredRow[] =>
  [...world.resources.values()].map((it) => ({
    subscription: it.subscriptionId.toLowerCase(),
    scope: it.id,
    action: `${it.type}/read`,
    row: row(it, world),
  }));

const row = (it: Resource, world: World) =>
  rowOf({
    id: it.id,
    name: it.name,
    type: it.type.toLowerCase(),
    tenantId: world.subscriptions.get(it.subscriptionId.toLowerCase())?.tenantId,
    kind: it.kind,
    location: it.location.toLowerCase(),
    resourceGroup: it.resourceGroup.toLowerCase(),
    subscriptionId: it.subscriptionId,
    managedBy: it.managedBy,
    sku: json(it.sku),
    plan: json(it.plan),
    properties: dynamic(it.properties),
    tags: it.tags,
    identity: json(it.identity),
  });

const json = (data: unknown): Value => (data === undefined ? null : (data as Value));
