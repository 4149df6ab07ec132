import type { RoleId } from "@/lib/domain/ids";
import { scopePath, type Scope } from "@/lib/domain/scope";
import { scopeBefore, segment } from "../managed-services/address";
import type { ServiceRequest } from "../service-client";

export type PimResource =
  "roleEligibilityScheduleInstances" | "roleAssignmentScheduleInstances" | "roleAssignmentScheduleRequests";

const apiVersion = "2020-10-01";

/** Where PIM is asked: `tenant` is above all scopes, and what is below it is listed as well. */
export type PimScope = Scope | "tenant";

/** A call of PIM for Azure resources at a scope. `rest` are further segments of the path. */
export const pimRequest = (
  scope: PimScope,
  resource: PimResource,
  verb: "read" | "write" | "cancel/action",
  { rest = [], filter, signal }: { rest?: readonly string[]; filter?: string; signal?: AbortSignal | undefined } = {},
): ServiceRequest => ({
  path: [
    `${scope === "tenant" ? "" : scopeBefore(scopePath(scope))}/providers/Microsoft.Authorization`,
    resource,
    ...rest.map(segment),
  ].join("/"),
  query: { "api-version": apiVersion, $filter: filter },
  needs: `Microsoft.Authorization/${resource}/${verb}`,
  signal,
});

/** PIM takes a role by its path within the subscription. */
export const rolePath = ({ subscription }: Scope, role: RoleId): string =>
  `/subscriptions/${subscription}/providers/Microsoft.Authorization/roleDefinitions/${role}`;
