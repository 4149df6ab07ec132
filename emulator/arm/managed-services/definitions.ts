import { Refusal } from "../../call";
import { resourceNotFound } from "../errors";
import { listPage } from "../page";
import type { ArmCall, Route } from "../route";
import { subscriptionPath } from "../scope";
import { filterValues } from "./filter";
import { putDefinition } from "./put-definition";
import { definitionsAt, keyAt, namespace, showDefinition } from "./rows";
import { apiVersions } from "./versions";

const type = "registrationDefinitions";
const path = `{scope}/providers/${namespace}/${type}`;
const scopes: Route["scopes"] = ["subscription", "resourceGroup"];

const list = (call: ArmCall): Response => {
  const tenants = filterValues(call, "managedByTenantId");
  const rows = definitionsAt(call.world, call.scope).filter(
    ({ properties }) => tenants?.has(properties.managedByTenantId.toLowerCase()) ?? true,
  );
  return listPage(call, rows, (row) => showDefinition(row, call.apiVersion));
};

const find = ({ world, scope, params: { name = "" } }: ArmCall) => {
  const row = world.registrationDefinitions.get(keyAt(subscriptionPath(scope), type, name));
  return row && definitionsAt(world, scope).includes(row) ? row : undefined;
};

const get = (call: ArmCall): Response => {
  const row = find(call);
  if (!row) throw resourceNotFound(`${namespace}/${type}`, call.params.name ?? "", call.scope.resourceGroup);
  return Response.json(showDefinition(row, call.apiVersion));
};

/** Not long-running. Refused while a delegation uses it (Azure's own answer is not documented; see the README). */
const remove = (call: ArmCall): Response => {
  const { world } = call;
  const row = find(call);
  if (!row) return new Response(null, { status: 204 });
  const id = row.id.toLowerCase();
  for (const { properties } of world.registrationAssignments.values()) {
    if (properties.registrationDefinitionId.toLowerCase() === id) {
      throw new Refusal(
        409,
        "Conflict",
        `The registration definition '${row.name}' cannot be deleted because registration assignments use it.`,
      );
    }
  }
  world.registrationDefinitions.delete(id);
  world.version++;
  return Response.json(showDefinition(row, call.apiVersion));
};

const item = `${path}/{name}`;
const operation = (verb: string) => `${namespace}/${type}/${verb}`;

export const definitionRoutes: Route[] = [
  { method: "GET", path, scopes, apiVersions, action: operation("read"), handle: list },
  { method: "GET", path: item, scopes, apiVersions, action: operation("read"), handle: get },
  { method: "PUT", path: item, scopes, apiVersions, action: operation("write"), handle: putDefinition },
  { method: "DELETE", path: item, scopes, apiVersions, action: operation("delete"), handle: remove },
];
