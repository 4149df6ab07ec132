import type { Group, World } from "../emulator/world";
import { isShown } from "../emulator/rbac";
import { roleParser } from "../lib/azure/authorization";
import { definitionParser, delegationParser } from "../lib/azure/managed-services/to-domain";
import type { AccessSources } from "../lib/domain/access/people";
import type { Delegation } from "../lib/domain/delegation";
import type { Directory, GroupFacts } from "../lib/domain/directory";
import { aCoverage } from "../lib/domain/example-inventory";
import { armId, principalId, roleId, subscriptionId, tenantId, type PrincipalId } from "../lib/domain/ids";
import type { Inventory } from "../lib/domain/inventory";
import type { Principal, PrincipalKind } from "../lib/domain/principal";
import type { RoleAssignment } from "../lib/domain/role-assignment";

/** Everything that a world holds, as the product would have it if it could read all of it. */
export const accessOf = (world: World): Required<AccessSources> => ({
  inventory: inventoryOf(world),
  directory: directoryOf(world),
  roleAssignments: roleAssignmentsOf(world),
});

function inventoryOf(world: World): Inventory {
  const managingTenant = known(tenantId(world.id));
  const definitions = new Map(
    [...world.registrationDefinitions.values()].map((raw) => {
      const definition = definitionParser(raw, complain);
      return [definition.id, definition];
    }),
  );
  const delegations = new Map<Delegation["id"], Delegation>();
  for (const raw of world.registrationAssignments.values()) {
    const owner = world.subscriptions.get(raw.id.split("/")[2]?.toLowerCase() ?? "")?.tenantId ?? "";
    const delegation = delegationParser(tenantId(owner))(raw, complain);
    delegations.set(delegation.id, { ...delegation, definition: definitions.get(delegation.definitionId) });
  }
  const subscriptions = new Map(
    [...world.subscriptions.values()].map(({ subscriptionId: id, displayName, tenantId: owner, state }) => {
      const subscription = known(subscriptionId(id));
      return [
        subscription,
        { id: subscription, name: displayName, tenant: known(tenantId(owner)), state, managedBy: [] },
      ];
    }),
  );
  const roles = [...world.roleDefinitions.values()].map((raw) => roleParser(raw, complain));
  return {
    managingTenant,
    delegations,
    definitions,
    subscriptions,
    tenants: new Map(),
    roles: new Map(roles.map((role) => [role.id, role])),
    principals: new Map(),
    coverage: aCoverage({ subscriptions: new Map([...subscriptions.keys()].map((id) => [id, "answered"])) }),
  };
}

/** As Graph would tell it: whom an offer names and the directory does not know is deleted. */
function directoryOf(world: World): Directory {
  const principals = new Map<PrincipalId, Principal>();
  for (const { properties } of world.registrationDefinitions.values())
    for (const one of [...properties.authorizations, ...(properties.eligibleAuthorizations ?? [])]) {
      const id = known(principalId(one.principalId));
      principals.set(id, { id, state: "deleted" });
    }
  const idOf = ({ id: given, displayName: name }: { id: string; displayName: string }, kind: PrincipalKind) => {
    const id = known(principalId(given));
    principals.set(id, { id, state: "found", kind, name, detail: undefined });
    return id;
  };
  return {
    principals,
    users: new Map(
      [...world.users.values()].map((user) => [
        idOf(user, "user"),
        { enabled: user.accountEnabled, guest: user.userType === "Guest" },
      ]),
    ),
    groups: new Map(
      [...world.groups.values()].map((group) => [
        idOf(group, "group"),
        { type: typeOf(group), dynamic: false, roleAssignable: group.isAssignableToRole ?? undefined },
      ]),
    ),
    servicePrincipals: new Map(
      [...world.servicePrincipals.values()].map((one) => [
        idOf(one, "servicePrincipal"),
        { type: "application", enabled: one.accountEnabled, credentials: undefined },
      ]),
    ),
    memberships: new Map(
      [...world.groups.values()].map((group) => [
        known(principalId(group.id)),
        { state: "read", members: group.members.map((member) => known(principalId(member))) },
      ]),
    ),
  };
}

const typeOf = ({ groupTypes, securityEnabled }: Group): GroupFacts["type"] =>
  groupTypes.includes("Unified") ? "microsoft365" : securityEnabled ? "security" : "distribution";

function roleAssignmentsOf(world: World): RoleAssignment[] {
  return [...world.roleAssignments.values()].flatMap((row) => {
    const scope = armId(row.properties.scope);
    const subscription = subscriptionId(row.properties.scope.split("/")[2] ?? "");
    const owner = subscription && world.subscriptions.get(subscription)?.tenantId;
    if (!scope || !subscription || !owner || owner.toLowerCase() === world.id.toLowerCase() || !isShown(world, row))
      return [];
    return [
      {
        id: known(armId(row.id)),
        principal: known(principalId(row.properties.principalId)),
        principalType: "servicePrincipal" as const,
        role: known(roleId(row.properties.roleDefinitionId)),
        scope,
        subscription,
        customer: known(tenantId(owner)),
        createdAt: Date.parse(row.properties.createdOn),
      },
    ];
  });
}

function known<Id>(id: Id | undefined): Id {
  if (id === undefined) throw new Error("The world holds an id that is none.");
  return id;
}

const complain = ({ path, message }: { path: string; message: string }) => {
  throw new Error(`The world holds a record that cannot be read: ${path} ${message}.`);
};
