import { subscriptionOf } from "../../rbac";
import type { RegistrationAssignment, RegistrationDefinition, SystemData, World } from "../../world";
import type { ArmCall } from "../route";
import type { Scope } from "../scope";
import { knowsEligible } from "./versions";

export const namespace = "Microsoft.ManagedServices";

/** The map key of a definition or assignment at a scope. */
export const keyAt = (scope: string, type: string, name: string): string =>
  `${scope}/providers/${namespace}/${type}/${name}`.toLowerCase();

export const scopeOfRow = ({ id }: { id: string }): string => id.slice(0, id.lastIndexOf("/providers/")).toLowerCase();

export const definitionOf = (
  world: World,
  { properties }: RegistrationAssignment,
): RegistrationDefinition | undefined =>
  world.registrationDefinitions.get(properties.registrationDefinitionId.toLowerCase());

export function showDefinition(row: RegistrationDefinition, apiVersion: string): RegistrationDefinition {
  if (knowsEligible(apiVersion)) return row;
  const properties = { ...row.properties };
  delete properties.eligibleAuthorizations;
  return { ...row, properties };
}

export function showAssignment(
  world: World,
  row: RegistrationAssignment,
  expand: boolean,
  apiVersion: string,
): unknown {
  const registrationDefinition = expand ? definitionOf(world, row) : undefined;
  if (!registrationDefinition) return row;
  const expanded = showDefinition(registrationDefinition, apiVersion);
  return { ...row, properties: { ...row.properties, registrationDefinition: expanded } };
}

/**
 * Definitions live on the subscription. Asked for at a resource group, those are meant that are assigned to the group or
 * to all of its subscription (not documented; see the README).
 */
export function definitionsAt(world: World, scope: Scope): RegistrationDefinition[] {
  const inSubscription = [...world.registrationDefinitions.values()].filter(
    ({ id }) => subscriptionOf(id) === scope.subscriptionId?.toLowerCase(),
  );
  if (scope.kind !== "resourceGroup") return inSubscription;
  const assigned = new Set(
    [...world.registrationAssignments.values()]
      .filter((row) => `${scope.path.toLowerCase()}/`.startsWith(`${scopeOfRow(row)}/`))
      .map(({ properties }) => properties.registrationDefinitionId.toLowerCase()),
  );
  return inSubscription.filter(({ id }) => assigned.has(id.toLowerCase()));
}

export function touched({ caller, now }: ArmCall, before?: SystemData): SystemData {
  const by = caller.name;
  const type = caller.kind === "user" ? "User" : "Application";
  const at = now.toISOString();
  return {
    ...(before ?? { createdBy: by, createdByType: type, createdAt: at }),
    lastModifiedBy: by,
    lastModifiedByType: type,
    lastModifiedAt: at,
  };
}
