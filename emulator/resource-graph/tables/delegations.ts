import { subscriptionOf } from "../../rbac";
import type { RegistrationAssignment, RegistrationDefinition, World } from "../../world";
import type { Bag } from "../values";
import { dynamic, groupIn, rowOf, type StoredRow } from "./stored-row";

/** ManagedServicesResources: registration assignments, with their definition inside where the world says so, and definitions. */
export const delegations = (world: World): StoredRow[] => [
  ...[...world.registrationAssignments.values()].map((it) => assignment(it, world)),
  ...[...world.registrationDefinitions.values()].map((it) => definition(it, world)),
];

function assignment(it: RegistrationAssignment, world: World): StoredRow {
  const expanded = world.settings.expandsAssignments
    ? world.registrationDefinitions.get(it.properties.registrationDefinitionId.toLowerCase())
    : undefined;
  return stored(it, world, {
    properties: { ...it.properties, ...(expanded && { registrationDefinition: bag(expanded) }) },
  });
}

const definition = (it: RegistrationDefinition, world: World): StoredRow =>
  stored(it, world, { properties: it.properties, ...(it.plan && { plan: it.plan }) });

const bag = ({ id, name, type, plan, systemData, properties }: RegistrationDefinition) => ({
  id,
  name,
  type,
  ...(plan && { plan }),
  ...(systemData && { systemData }),
  properties,
});

function stored(
  { id, name, type, systemData }: RegistrationAssignment | RegistrationDefinition,
  world: World,
  { properties, plan }: { properties: object; plan?: Bag },
): StoredRow {
  const subscription = subscriptionOf(id) ?? "";
  const owner = world.subscriptions.get(subscription);
  return {
    subscription,
    scope: id,
    action: `${type}/read`,
    row: rowOf({
      id,
      name,
      type: type.toLowerCase(),
      tenantId: owner?.tenantId,
      resourceGroup: groupIn(id),
      subscriptionId: owner?.subscriptionId ?? subscription,
      plan,
      properties: dynamic(properties),
      systemData: dynamic(systemData),
    }),
  };
}
