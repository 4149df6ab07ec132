import { isShown, subscriptionOf } from "../../rbac";
import type { RoleAssignment, RoleDefinition, World } from "../../world";
import type { Value } from "../values";
import { groupIn, rowOf, type StoredRow } from "./stored-row";

/** AuthorizationResources: role definitions, and the role assignments that the managing tenant is ever shown. */
export const authorization = (world: World): StoredRow[] => [
  ...[...world.roleAssignments.values()].filter((it) => isVisible(it, world)).map((it) => assignment(it, world)),
  ...[...world.roleDefinitions.values()].map((it) => definition(it, world)),
];

/** In one's own subscriptions nothing is hidden. */
const isVisible = (it: RoleAssignment, world: World): boolean =>
  isShown(world, it) ||
  world.subscriptions.get(subscriptionOf(it.properties.scope) ?? "")?.tenantId.toLowerCase() === world.id.toLowerCase();

function assignment({ id, name, properties }: RoleAssignment, world: World): StoredRow {
  const subscription = subscriptionOf(properties.scope) ?? "";
  const owner = world.subscriptions.get(subscription);
  const isWholeSubscription = properties.scope.toLowerCase() === `/subscriptions/${subscription}`;
  const shown = Object.entries(properties).filter(([key]) => key !== "principalTenantId");
  return {
    subscription,
    scope: properties.scope,
    action: "Microsoft.Authorization/roleAssignments/read",
    level: subscription === "" ? "tenant" : isWholeSubscription ? "subscription" : "below",
    row: rowOf({
      id,
      name,
      type: "microsoft.authorization/roleassignments",
      tenantId: owner?.tenantId ?? world.id,
      resourceGroup: groupIn(properties.scope),
      subscriptionId: owner?.subscriptionId,
      properties: Object.fromEntries(shown),
    }),
  };
}

/** The table spells a role's permissions with capitals, ARM does not. */
const definition = ({ id, name, properties }: RoleDefinition, world: World): StoredRow => ({
  subscription: "",
  scope: "",
  action: "Microsoft.Authorization/roleDefinitions/read",
  row: rowOf({
    id,
    name,
    type: "microsoft.authorization/roledefinitions",
    tenantId: world.id,
    properties: {
      ...properties,
      isServiceRole: "false",
      permissions: properties.permissions.map((permission): Value => ({
        Actions: permission.actions,
        NotActions: permission.notActions,
        DataActions: permission.dataActions,
        NotDataActions: permission.notDataActions,
      })),
    },
  }),
});
