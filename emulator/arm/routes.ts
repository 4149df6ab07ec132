import { handleResourceGraph } from "../resource-graph/resource-graph";
import { notImplemented } from "./errors";
import { assignmentRoutes } from "./managed-services/assignments";
import { definitionRoutes } from "./managed-services/definitions";
import { marketplaceRoutes } from "./managed-services/marketplace";
import { operationRoutes } from "./managed-services/operations";
import { operationStatusRoutes } from "./managed-services/operations-in-progress";
import { registrationRoutes } from "./managed-services/registration";
import { permissionRoutes } from "./permissions";
import { activeAssignmentRoutes } from "./pim/active-assignments";
import { childResourceRoutes } from "./pim/child-resources";
import { eligibilityRoutes } from "./pim/eligibility";
import { requestRoutes } from "./pim/requests";
import { providerOperationRoutes } from "./provider-operations/provider-operations";
import { resourceGroupRoutes } from "./resource-groups";
import { roleAssignmentRoutes } from "./role-assignments";
import { roleDefinitionRoutes } from "./role-definitions";
import type { Route } from "./route";
import { subscriptionRoutes } from "./subscriptions";
import { tenantRoutes } from "./tenants";

const resourceGraph: Route = {
  method: "POST",
  path: "providers/Microsoft.ResourceGraph/resources",
  apiVersions: ["2024-04-01", "2022-10-01", "2021-03-01", "2019-04-01"],
  counts: "reads",
  handle: handleResourceGraph,
};

/** A method that Azure has at a path of which the emulator only answers others. */
const missing = (method: Route["method"], path: string, scopes?: Route["scopes"]): Route => ({
  method,
  path,
  ...(scopes && { scopes }),
  apiVersions: ["2024-03-01", "2022-12-01", "2022-09-01", "2022-04-01", "2021-04-01", "2018-01-01-preview"],
  handle: () => {
    throw notImplemented(`${method} ${path}`);
  },
});

const role = "{scope}/providers/Microsoft.Authorization/roleDefinitions/{roleDefinitionId}";
const group = "subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}";
const anywhere: Route["scopes"] = ["tenant", "subscription", "resourceGroup", "resource"];

export const routes: readonly Route[] = [
  ...subscriptionRoutes,
  ...tenantRoutes,
  ...resourceGroupRoutes,
  ...roleDefinitionRoutes,
  ...roleAssignmentRoutes,
  ...permissionRoutes,
  ...eligibilityRoutes,
  ...activeAssignmentRoutes,
  ...requestRoutes,
  ...childResourceRoutes,
  ...providerOperationRoutes,
  ...definitionRoutes,
  ...assignmentRoutes,
  ...marketplaceRoutes,
  ...operationRoutes,
  ...operationStatusRoutes,
  ...registrationRoutes,
  resourceGraph,
  missing("PUT", role, anywhere),
  missing("DELETE", role, anywhere),
  missing("PUT", group),
  missing("DELETE", group),
];
