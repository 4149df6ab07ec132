import type { Plan, RegistrationAssignment, RegistrationDefinition, World } from "../emulator/world";

/**
 * What a person should be shown, worked out from the world alone: slowly, and sharing no code with the product or with
 * the emulator's own access check.
 */
export function expectedFor(world: World, personId: string) {
  const tenant = world.id.toLowerCase();
  const subjects = withGroups(world, personId.toLowerCase());
  const broken = new Set(
    world.faults.flatMap(({ effect, match }) =>
      effect.kind === "unreadable" && match?.subscription ? [match.subscription.toLowerCase()] : [],
    ),
  );
  const definitionOf = ({ properties }: RegistrationAssignment) =>
    world.registrationDefinitions.get(properties.registrationDefinitionId.toLowerCase());

  const readableScopes = [...world.registrationAssignments.values()]
    .filter(({ properties }) => properties.provisioningState === "Succeeded")
    .filter((assignment) => {
      const definition = definitionOf(assignment);
      return (
        definition !== undefined &&
        definition.properties.managedByTenantId.toLowerCase() === tenant &&
        reads(world, definition, subjects)
      );
    })
    .map(({ id }) => scopeOf(id));
  for (const { properties } of world.roleAssignments.values())
    if (subjects.has(properties.principalId.toLowerCase()) && roleReads(world, properties.roleDefinitionId))
      readableScopes.push(properties.scope.toLowerCase().replace(/\/$/, ""));

  const isReadable = (path: string) => {
    const subscription = path.split("/")[2] ?? "";
    const isOwn = world.subscriptions.get(subscription)?.tenantId.toLowerCase() === tenant;
    return readableScopes.some((scope) => (scope === "" ? isOwn : path === scope || path.startsWith(`${scope}/`)));
  };

  const shown = [...world.registrationAssignments.values()].filter((assignment) => {
    const scope = scopeOf(assignment.id);
    const definition = definitionOf(assignment);
    if (broken.has(scope.split("/")[2] ?? "") || !isReadable(scope)) return false;
    return !definition || definition.properties.managedByTenantId.toLowerCase() === tenant;
  });

  const delegations = shown
    .map((assignment) => delegationOf(world, assignment, definitionOf(assignment)))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const unread = unreadCustomers(
    world,
    subjects,
    delegations,
    (id) => !broken.has(id) && isReadable(`/subscriptions/${id}`),
  );
  return { delegations, customers: customersOf(delegations), unread };
}

/** Owners of subscriptions that Azure lists for the person, and of which it says no more than a managed application explains. */
function unreadCustomers(
  world: World,
  subjects: ReadonlySet<string>,
  delegations: readonly Shown[],
  isReadable: (subscriptionId: string) => boolean,
) {
  const tenant = world.id.toLowerCase();
  const listed = new Set<string>();
  for (const { id, properties } of world.registrationAssignments.values()) {
    const definition = world.registrationDefinitions.get(properties.registrationDefinitionId.toLowerCase());
    const isOurs = definition?.properties.managedByTenantId.toLowerCase() === tenant;
    const isHeld = definition?.properties.authorizations.some(
      ({ principalId, roleDefinitionId }) =>
        subjects.has(principalId.toLowerCase()) && world.roleDefinitions.has(roleDefinitionId.toLowerCase()),
    );
    if (properties.provisioningState === "Succeeded" && isOurs && isHeld) listed.add(scopeOf(id).split("/")[2] ?? "");
  }
  for (const { properties } of world.roleAssignments.values()) {
    const isHeld = subjects.has(properties.principalId.toLowerCase()) && properties.principalType === "ForeignGroup";
    const group = world.resourceGroups.get(properties.scope.toLowerCase());
    const isApplications = group?.managedBy?.includes("/Microsoft.Solutions/applications/") ?? false;
    if (isHeld && !isApplications) listed.add(properties.scope.toLowerCase().split("/")[2] ?? "");
  }
  const known = new Set(delegations.map(({ customerTenantId }) => customerTenantId));
  const found = new Map<string, { tenantId: string; subscriptions: number }>();
  for (const id of listed) {
    const owner = world.subscriptions.get(id)?.tenantId.toLowerCase();
    if (!owner || owner === tenant || known.has(owner) || isReadable(id)) continue;
    found.set(owner, { tenantId: owner, subscriptions: (found.get(owner)?.subscriptions ?? 0) + 1 });
  }
  return [...found.values()].sort((a, b) => (a.tenantId < b.tenantId ? -1 : 1));
}

/** A person and the security groups that they are in, at any depth. */
export function withGroups(world: World, person: string): Set<string> {
  const found = new Set([person]);
  for (let grew = true; grew;) {
    grew = false;
    for (const [id, group] of world.groups) {
      const isSecurity = group.securityEnabled && !group.groupTypes.includes("Unified");
      if (!isSecurity || found.has(id) || !group.members.some((member) => found.has(member.toLowerCase()))) continue;
      found.add(id);
      grew = true;
    }
  }
  return found;
}

const matches = (pattern: string, operation: string) =>
  new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*")}$`, "i").test(operation);

function roleReads(world: World, roleDefinitionId: string): boolean {
  const guid = roleDefinitionId.toLowerCase().split("/").at(-1) ?? "";
  const operation = "Microsoft.ManagedServices/registrationAssignments/read";
  const permissions = world.roleDefinitions.get(guid)?.properties.permissions ?? [];
  return permissions.some(
    ({ actions, notActions }) =>
      actions.some((one) => matches(one, operation)) && !notActions.some((one) => matches(one, operation)),
  );
}

const userAccessAdministrator = "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9";

const reads = (world: World, { properties }: RegistrationDefinition, subjects: ReadonlySet<string>) =>
  properties.authorizations.some(
    ({ principalId, roleDefinitionId }) =>
      subjects.has(principalId.toLowerCase()) &&
      roleDefinitionId.toLowerCase() !== userAccessAdministrator &&
      roleReads(world, roleDefinitionId),
  );

const scopeOf = (id: string) => id.toLowerCase().split("/providers/microsoft.managedservices/")[0] ?? "";

const planOf = (plan: Plan | undefined) =>
  plan ? { publisher: plan.publisher, product: plan.product, name: plan.name, version: plan.version } : null;

function delegationOf(
  world: World,
  { id, properties }: RegistrationAssignment,
  definition: RegistrationDefinition | undefined,
) {
  const scope = scopeOf(id);
  const [, , subscriptionId = "", , resourceGroup] = scope.split("/");
  const owner = world.subscriptions.get(subscriptionId)?.tenantId.toLowerCase() ?? "";
  return {
    id: id.toLowerCase(),
    customerTenantId: owner,
    scope,
    subscriptionId,
    resourceGroup: resourceGroup ?? null,
    offer: definition?.properties.registrationDefinitionName ?? null,
    plan: planOf(definition?.plan),
    standing: definition?.properties.authorizations.length ?? null,
    eligible: definition ? (definition.properties.eligibleAuthorizations ?? []).length : null,
    state: properties.provisioningState,
    transferred: definition !== undefined && definition.properties.manageeTenantId.toLowerCase() !== owner,
  };
}

type Shown = ReturnType<typeof delegationOf>;

function customersOf(delegations: readonly Shown[]) {
  const byTenant = new Map<string, Shown[]>();
  for (const one of delegations)
    byTenant.set(one.customerTenantId, [...(byTenant.get(one.customerTenantId) ?? []), one]);
  return [...byTenant]
    .map(([tenantId, own]) => ({
      tenantId,
      delegations: own.length,
      subscriptions: new Set(own.filter((one) => one.resourceGroup === null).map((one) => one.subscriptionId)).size,
      resourceGroups: new Set(own.filter((one) => one.resourceGroup !== null).map((one) => one.scope)).size,
      offers: [...new Set(own.map(({ offer, plan }) => JSON.stringify({ name: offer, plan })))].sort(),
      transferred: own.filter((one) => one.transferred).length,
    }))
    .sort((a, b) => (a.tenantId < b.tenantId ? -1 : 1));
}
