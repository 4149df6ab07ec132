import { delegationsOf, isOwn, subscriptionOf, type Delegation } from "./delegations";
import { principalAndGroups } from "./membership";
import { compileRole, type CompiledRole } from "./operation-pattern";
import type { RegistrationDefinition, RoleAssignment, World } from "./world";

const owner = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
const userAccessAdministrator = "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9";

/**
 * User Access Administrator, held through a delegation, lets its holder assign the delegated roles to managed
 * identities and open support tickets; the documentation says that none of its other rights apply, reading included.
 */
const delegatedAdministrator = compileRole([
  {
    actions: ["Microsoft.Authorization/roleAssignments/write", "Microsoft.Support/*"],
    notActions: [],
    dataActions: [],
    notDataActions: [],
  },
]);

export type Right = {
  role: CompiledRole;
  /** Where it comes from: a registration definition, or a role assignment in the tenant that owns the scope. */
  through: "delegation" | "roleAssignment";
  /** Roles that its holder may give to managed identities. */
  delegates: readonly string[];
};

/** Rights of one principal, by the lower-cased path of the scope where they begin; the root is "". */
export type Rights = ReadonlyMap<string, readonly Right[]>;

export type Effective = {
  rights: Rights;
  /** Lower-cased ids of the subscriptions at or below which there is any right. */
  visible: ReadonlySet<string>;
};
type Index = {
  version: number;
  roles: Map<string, CompiledRole>;
  effective: Map<string, Effective>;
  delegations: readonly Delegation[];
};

const indexes = new WeakMap<World, Index>();

/** Worked out once for each principal and version of the world. */
export function effectiveRights(world: World, callerObjectId: string): Effective {
  const index = indexOf(world);
  const caller = callerObjectId.toLowerCase();
  let answer = index.effective.get(caller);
  if (!answer) {
    const rights = collectRights(world, index, caller);
    answer = { rights, visible: subscriptionsWith(world, rights, () => true) };
    index.effective.set(caller, answer);
  }
  return answer;
}

function indexOf(world: World): Index {
  const known = indexes.get(world);
  if (known?.version === world.version) return known;
  const index: Index = {
    version: world.version,
    roles: new Map(),
    effective: new Map(),
    delegations: [...delegationsOf(world)],
  };
  indexes.set(world, index);
  return index;
}

function collectRights(world: World, index: Index, caller: string): Rights {
  const rights = new Map<string, readonly Right[]>();
  if (!world.users.has(caller) && !world.servicePrincipals.has(caller)) return rights;
  const principals = principalAndGroups(world, caller);
  // Most scopes have one delegation, so its list is shared and a new one is made only where two meet.
  const add = (scope: string, given: readonly Right[]) => {
    const held = rights.get(scope);
    rights.set(scope, held ? [...held, ...given] : given);
  };

  const byDefinition = new Map<RegistrationDefinition, Right[]>();
  for (const { scope, definition } of index.delegations) {
    let given = byDefinition.get(definition);
    if (!given) byDefinition.set(definition, (given = rightsFrom(world, index, definition, principals)));
    if (given.length > 0) add(scope, given);
  }

  for (const { principalId, roleDefinitionId, scope, status } of world.activations.values()) {
    if (status !== "Provisioned" || principalId.toLowerCase() !== caller) continue;
    const role = roleOf(world, index, roleDefinitionId.split("/").at(-1) ?? "");
    if (role) add(scope.toLowerCase(), [{ role, through: "delegation", delegates: [] }]);
  }

  for (const { properties } of world.roleAssignments.values()) {
    if (!principals.has(properties.principalId.toLowerCase())) continue;
    if (!isEffective(world, properties)) continue;
    const role = roleOf(world, index, properties.roleDefinitionId.split("/").at(-1) ?? "");
    const scope = properties.scope.toLowerCase();
    if (role) add(scope === "/" ? "" : scope, [{ role, through: "roleAssignment", delegates: [] }]);
  }
  return rights;
}

function rightsFrom(
  world: World,
  index: Index,
  { properties }: RegistrationDefinition,
  principals: ReadonlySet<string>,
): Right[] {
  const given: Right[] = [];
  for (const authorization of properties.authorizations) {
    if (!principals.has(authorization.principalId.toLowerCase())) continue;
    const id = authorization.roleDefinitionId.toLowerCase();
    if (id === userAccessAdministrator) {
      const delegates = (authorization.delegatedRoleDefinitionIds ?? []).map((role) => role.toLowerCase());
      given.push({ role: delegatedAdministrator, through: "delegation", delegates });
    } else if (id !== owner) {
      const role = roleOf(world, index, id);
      if (role) given.push({ role, through: "delegation", delegates: [] });
    }
  }
  return given;
}

/**
 * In a customer's subscription only a "foreign group" of ours holds roles: a partner's Admin Agents, or the publishers
 * of a managed application in its managed resource group.
 */
function isEffective(world: World, { principalTenantId, principalType, scope }: RoleAssignment["properties"]): boolean {
  if (principalTenantId.toLowerCase() !== world.id.toLowerCase()) return false;
  const subscription = subscriptionOf(scope);
  return !subscription || isOwn(world, subscription) || principalType === "ForeignGroup";
}

function roleOf(world: World, index: Index, roleId: string): CompiledRole | undefined {
  const id = roleId.toLowerCase();
  let role = index.roles.get(id);
  const definition = role ? undefined : world.roleDefinitions.get(id);
  if (definition) index.roles.set(id, (role = compileRole(definition.properties.permissions)));
  return role;
}

/** Subscriptions with a right that counts at or below them. */
export function subscriptionsWith(
  world: World,
  rights: Rights,
  counts: (right: Right) => boolean,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [scope, held] of rights) {
    const subscription = subscriptionOf(scope);
    if (!held.some(counts)) continue;
    if (subscription && world.subscriptions.has(subscription)) found.add(subscription);
    if (scope === "") for (const id of world.subscriptions.keys()) if (isOwn(world, id)) found.add(id);
  }
  return found;
}
