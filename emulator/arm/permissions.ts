import { permissionsAt } from "../rbac";
import type { Route } from "./route";

/**
 * What the caller may do here. It tells each caller their own rights, so seeing the subscription is enough; where they
 * hold nothing at the scope itself, the list is empty and true.
 */
const list: Route = {
  method: "GET",
  path: "{scope}/providers/Microsoft.Authorization/permissions",
  scopes: ["subscription", "resourceGroup", "resource"],
  apiVersions: ["2022-04-01", "2018-07-01", "2015-07-01"],
  handle: ({ world, caller, scope }) => Response.json({ value: permissionsAt(world, caller.objectId, scope.path) }),
};

export const permissionRoutes = [list];
