import type { Group, World } from "../emulator/world";
import { expectedFor } from "./witness";

type Kind = "standing" | "eligible" | "assigned";
type Gives = "yes" | "no" | "cannotSee";

export type ExpectedGrant = Readonly<{
  principalId: string;
  roleId: string;
  access: Kind;
  scope: string;
  customerTenantId: string;
  gives: Gives;
}>;

const lower = (text: string) => text.toLowerCase();
const isSecurity = ({ groupTypes, securityEnabled }: Group) => securityEnabled && !groupTypes.includes("Unified");

/** Every grant that a person should be shown, worked out from the world alone and grant by grant. */
export function expectedGrants(world: World, personId: string): ExpectedGrant[] {
  const { delegations } = expectedFor(world, personId);
  const grants = new Map<string, ExpectedGrant>();
  const add = (grant: ExpectedGrant) => {
    const key = [grant.access, grant.principalId, grant.roleId, grant.scope].join(" ");
    if (grants.get(key)?.gives !== "yes") grants.set(key, grant);
  };
  for (const { id, scope, customerTenantId, state } of delegations) {
    const assignment = [...world.registrationAssignments.values()].find((one) => lower(one.id) === id);
    const definition = world.registrationDefinitions.get(lower(assignment?.properties.registrationDefinitionId ?? ""));
    const { authorizations = [], eligibleAuthorizations = [] } = definition?.properties ?? {};
    for (const [access, lines] of [
      ["standing", authorizations],
      ["eligible", eligibleAuthorizations],
    ] as const)
      for (const line of lines) {
        const principalId = lower(line.principalId);
        const canUse = access === "standing" || !world.servicePrincipals.has(principalId);
        const gives = state === "Succeeded" && canUse && isAlive(world, principalId) ? "yes" : "no";
        add({ principalId, roleId: lower(line.roleDefinitionId), access, scope, customerTenantId, gives });
      }
  }
  const readable = new Set(delegations.map(({ scope }) => scope));
  for (const { properties } of world.roleAssignments.values()) {
    const scope = lower(properties.scope);
    const [, , subscription = ""] = scope.split("/");
    if (!properties.delegatedManagedIdentityResourceId || !readable.has(`/subscriptions/${subscription}`)) continue;
    const principalId = lower(properties.principalId);
    const roleId = lower(properties.roleDefinitionId).split("/").at(-1) ?? "";
    const customerTenantId = lower(world.subscriptions.get(subscription)?.tenantId ?? "");
    const isOurs = world.servicePrincipals.has(principalId);
    add({ principalId, roleId, access: "assigned", scope, customerTenantId, gives: isOurs ? "yes" : "cannotSee" });
  }
  return [...grants.values()];
}

function isAlive(world: World, id: string): boolean {
  const user = world.users.get(id);
  if (user) return user.accountEnabled;
  const group = world.groups.get(id);
  if (group) return isSecurity(group);
  return world.servicePrincipals.get(id)?.accountEnabled ?? false;
}

/** "person role: standing, eligible" for everybody to whom one of the grants comes, itself or through security groups. */
export function expectedReachers(world: World, grants: readonly ExpectedGrant[]): string[] {
  const found = new Map<string, Set<Kind>>();
  for (const { principalId, roleId, access, gives } of grants) {
    if (gives === "no") continue;
    for (const one of withMembers(world, principalId)) {
      if (gives === "yes" && !isAlive(world, one)) continue;
      if (access === "eligible" && world.servicePrincipals.has(one)) continue;
      const key = `${one} ${roleId}`;
      found.set(key, (found.get(key) ?? new Set<Kind>()).add(access));
    }
  }
  return [...found].map(([key, kinds]) => `${key}: ${[...kinds].sort().join(", ")}`).sort();
}

function withMembers(world: World, id: string): Set<string> {
  const found = new Set([id]);
  for (const one of found) {
    const group = world.groups.get(one);
    if (group && isSecurity(group)) for (const member of group.members) found.add(lower(member));
  }
  return found;
}
