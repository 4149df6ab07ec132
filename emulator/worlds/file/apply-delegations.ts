import type {
  RegistrationAssignment,
  RegistrationDefinition,
  ResourceGroup,
  RoleAssignment,
  Subscription,
  World,
} from "../../world";
import type { Ground } from "../ground";
import { type Place, required } from "./apply-directory";
import { patched, stated } from "./merge";
import { subscriptionCalled, UnknownName } from "./names";
import type { WorldFile } from "./schema";

/** Definitions, assignments, plans and role assignments given as rows. */
export function applyDelegations(ground: Ground, file: WorldFile, place: Place): void {
  const { world } = ground;

  file.registrationDefinitions?.forEach((row, index) =>
    place(["registrationDefinitions", index], () => {
      const key = row.id.toLowerCase();
      const known = world.registrationDefinitions.get(key);
      const made = patched(known ?? blankDefinition(world, row.id), row);
      required(row.properties?.registrationDefinitionName ?? known, "properties.registrationDefinitionName");
      required(row.properties?.authorizations ?? known, "properties.authorizations");
      world.registrationDefinitions.set(key, { ...made, id: known?.id ?? row.id });
    }),
  );

  file.registrationAssignments?.forEach((row, index) =>
    place(["registrationAssignments", index], () => {
      const key = row.id.toLowerCase();
      const known = world.registrationAssignments.get(key);
      scopeAt(world, row.id.slice(0, key.lastIndexOf("/providers/")));
      const definitionId = row.properties?.registrationDefinitionId ?? known?.properties.registrationDefinitionId;
      const blank: RegistrationAssignment = {
        id: row.id,
        name: row.id.slice(row.id.lastIndexOf("/") + 1),
        type: "Microsoft.ManagedServices/registrationAssignments",
        properties: { registrationDefinitionId: "", provisioningState: "Succeeded" },
      };
      const made = patched(known ?? blank, row);
      made.properties.registrationDefinitionId = required(definitionId, "properties.registrationDefinitionId");
      world.registrationAssignments.set(key, { ...made, id: known?.id ?? row.id });
    }),
  );

  file.marketplaceRegistrationDefinitions?.forEach((row, index) =>
    place(["marketplaceRegistrationDefinitions", index], () => {
      const { publisher, product, name: plan, version } = row.plan;
      const name = `${publisher}.${product}.${plan}.${version}`;
      const made = world.marketplaceRegistrationDefinitions.get(name.toLowerCase()) ?? {
        id: `/providers/Microsoft.ManagedServices/marketplaceRegistrationDefinitions/${name}`,
        name,
        type: "Microsoft.ManagedServices/marketplaceRegistrationDefinitions",
        plan: row.plan,
        properties: {
          managedByTenantId: world.id,
          authorizations: [],
          offerDisplayName: product,
          publisherDisplayName: publisher,
          planDisplayName: plan,
        },
      };
      world.marketplaceRegistrationDefinitions.set(name.toLowerCase(), patched(made, row));
    }),
  );

  file.roleAssignments?.forEach((row, index) =>
    place(["roleAssignments", index], () => {
      const key = row.id.toLowerCase();
      const known = world.roleAssignments.get(key);
      const made = known
        ? patched(known, row)
        : { ...blankRoleAssignment(row.id), properties: roleAssignmentProperties(ground, row) };
      world.roleAssignments.set(key, made);
    }),
  );
}

/** The subscription or resource group of a path; throws where the world has none. */
function scopeAt(world: World, path: string): Subscription | ResourceGroup {
  const [, , subscriptionId = "", , group] = path.split("/");
  const parent = subscriptionCalled(world, subscriptionId);
  if (group === undefined) return parent;
  const found = world.resourceGroups.get(path.toLowerCase());
  if (!found) throw new UnknownName(`the world has no resource group ${path}`);
  return found;
}

function blankDefinition(world: World, id: string): RegistrationDefinition {
  const at = subscriptionCalled(world, id.split("/")[2] ?? "");
  const owner = world.tenants.get(at.tenantId.toLowerCase())?.displayName;
  return {
    id,
    name: id.slice(id.lastIndexOf("/") + 1),
    type: "Microsoft.ManagedServices/registrationDefinitions",
    properties: {
      registrationDefinitionName: "",
      managedByTenantId: world.id,
      managedByTenantName: world.tenants.get(world.id.toLowerCase())?.displayName ?? "",
      manageeTenantId: at.tenantId,
      ...stated({ manageeTenantName: owner }),
      provisioningState: "Succeeded",
      authorizations: [],
    },
  };
}

const blankRoleAssignment = (id: string) => ({
  id,
  name: id.slice(id.lastIndexOf("/") + 1),
  type: "Microsoft.Authorization/roleAssignments" as const,
});

type RoleAssignmentRow = NonNullable<WorldFile["roleAssignments"]>[number];

function roleAssignmentProperties(ground: Ground, { id, properties = {} }: RoleAssignmentRow) {
  const at = ground.daysAgo(100);
  const made: RoleAssignment["properties"] = {
    scope: id.slice(0, id.toLowerCase().lastIndexOf("/providers/microsoft.authorization/")) || "/",
    roleDefinitionId: required(properties.roleDefinitionId, "properties.roleDefinitionId"),
    principalId: required(properties.principalId, "properties.principalId"),
    principalType: required(properties.principalType, "properties.principalType"),
    principalTenantId: ground.world.id,
    condition: null,
    conditionVersion: null,
    createdOn: at,
    updatedOn: at,
    createdBy: "",
    updatedBy: "",
    delegatedManagedIdentityResourceId: null,
  };
  return { ...made, ...stated(properties) };
}
