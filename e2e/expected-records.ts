import type { RegistrationAssignment, RegistrationDefinition, World } from "../emulator/world";
import { expectedFor } from "./witness";

type Row = ReturnType<typeof expectedFor>["delegations"][number];

/** Worst last. States that no world of the tests holds are left out. */
const states = ["Succeeded", "Running", "Failed"];

/** The JSON exports of both tables as a person should get them, worked out from the world alone. */
export function expectedRecords(world: World, personId: string) {
  const { delegations, customers, unread } = expectedFor(world, personId);
  const read = customers.map(({ tenantId, ...counts }) => {
    const own = delegations.filter(({ customerTenantId }) => customerTenantId === tenantId);
    const offers = [...new Set(own.map(({ offer, plan }) => JSON.stringify(offerRecord(offer, plan))))].sort();
    return {
      ...knownOf(world, tenantId),
      delegations: counts.delegations,
      subscriptions: counts.subscriptions,
      resourceGroups: counts.resourceGroups,
      offers: offers.map((offer) => JSON.parse(offer) as unknown),
      source: [...new Set(own.map(({ plan }) => sourceOf(plan)))].sort(),
      state: own.map(({ state }) => state).sort((a, b) => states.indexOf(b) - states.indexOf(a))[0],
      lastChange: latest(own.map((row) => lastChange(world, row))),
      transferred: counts.transferred,
      definitionsUnread: 0,
    };
  });
  const nothingRead = unread.map(({ tenantId }) => ({
    ...knownOf(world, tenantId),
    delegations: null,
    subscriptions: null,
    resourceGroups: null,
    offers: null,
    source: null,
    state: null,
    lastChange: null,
    transferred: null,
    definitionsUnread: null,
  }));
  return {
    delegations: delegations.map((row) => delegationRecord(world, row)),
    customers: [...read, ...nothingRead].sort((a, b) => (a.tenantId < b.tenantId ? -1 : 1)),
  };
}

const knownOf = (world: World, tenantId: string) => ({
  tenantId,
  name: nameOf(world, tenantId),
  domain: world.tenants.get(tenantId)?.defaultDomain ?? null,
});

const sourceOf = (plan: Row["plan"]) => (plan ? "marketplace" : "template");
const offerRecord = (name: string | null, plan: Row["plan"]) => ({ name, source: sourceOf(plan), plan });

function delegationRecord(world: World, row: Row) {
  const subscription = world.subscriptions.get(row.subscriptionId);
  const id = world.registrationAssignments.get(row.id)?.id ?? "";
  const [, , , , group = null] = row.resourceGroup === null ? [] : id.split("/");
  return {
    id: row.id,
    customerTenantId: row.customerTenantId,
    customerName: nameOf(world, row.customerTenantId),
    scope: row.scope.toLowerCase(),
    scopeKind: group === null ? "subscription" : "resourceGroup",
    scopeName: group ?? subscription?.displayName ?? null,
    subscriptionId: row.subscriptionId,
    subscriptionName: subscription?.displayName ?? null,
    resourceGroup: group,
    offer: row.offer,
    source: sourceOf(row.plan),
    plan: row.plan,
    standing: row.standing,
    eligible: row.eligible,
    state: row.state,
    transferred: row.transferred,
    definitionRead: true,
    lastChange: lastChange(world, row),
  };
}

/** What Azure's list of tenants says, or the definition that was signed last. */
function nameOf(world: World, tenantId: string): string | null {
  const listed = world.tenants.get(tenantId)?.displayName;
  if (listed !== undefined) return listed;
  const signed = [...world.registrationDefinitions.values()]
    .filter(({ properties }) => properties.manageeTenantId.toLowerCase() === tenantId)
    .filter(({ properties }) => properties.managedByTenantId.toLowerCase() === world.id.toLowerCase())
    .sort((a, b) => written(b) - written(a));
  return signed.find(({ properties }) => properties.manageeTenantName)?.properties.manageeTenantName ?? null;
}

function lastChange(world: World, { id }: Row): number {
  const assignment = world.registrationAssignments.get(id);
  const definitionId = assignment?.properties.registrationDefinitionId.toLowerCase() ?? "";
  return latest([assignment, world.registrationDefinitions.get(definitionId)].map(written));
}

const written = (row: RegistrationAssignment | RegistrationDefinition | undefined): number =>
  latest([row?.systemData?.createdAt, row?.systemData?.lastModifiedAt].map((at) => (at ? Date.parse(at) : -Infinity)));

const latest = (moments: readonly number[]): number => Math.max(...moments);
