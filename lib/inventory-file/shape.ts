import { sources } from "@/lib/domain/coverage";
import { armId, principalId, roleId, subscriptionId, tenantId } from "@/lib/domain/ids";
import { CodecError, within, type Trail } from "./codec";

/*
 * What everything else stands on, looked at before it is believed: ids that are ids, lists that are lists, maps that are
 * maps. Files of this version that Fresnel wrote have it all.
 */
type Check = (value: unknown, trail: Trail) => void;

const fail = (trail: Trail, message: string): never => {
  throw new CodecError([...trail], message);
};

const isOf =
  (what: string, holds: (value: unknown) => boolean): Check =>
  (value, trail) =>
    void (holds(value) || fail(trail, `should be ${what}`));

const text = isOf("a text", (value) => typeof value === "string");
const number = isOf("a number", (value) => typeof value === "number");
const flag = isOf("true or false", (value) => typeof value === "boolean");
const moment = isOf("a time", (value) => typeof value === "string" && !Number.isNaN(Date.parse(value)));
const whole = isOf("an object", (value) => typeof value === "object" && value !== null && !Array.isArray(value));
const idBy = (parse: (value: string) => string | undefined): Check =>
  isOf("an id in lower case", (value) => typeof value === "string" && parse(value) === value);
const maybe =
  (check: Check): Check =>
  (value, trail) =>
    void (value === undefined || check(value, trail));

const listOf =
  (check: Check): Check =>
  (value, trail) => {
    if (!Array.isArray(value)) return fail(trail, "should be a list");
    value.forEach((one, at) => within(trail, at, () => check(one, trail)));
  };

const mapOf =
  (check: Check): Check =>
  (value, trail) => {
    if (!(value instanceof Map)) return fail(trail, "should be a map");
    for (const [key, one] of value) within(trail, String(key), () => check(one, trail));
  };

const having = (fields: Readonly<Record<string, Check>>): Check => {
  const checks = Object.entries(fields);
  return (value, trail) => {
    whole(value, trail);
    for (const [name, check] of checks)
      within(trail, name, () => check((value as Record<string, unknown>)[name], trail));
  };
};

const [tenant, principal, role, arm, subscription] = [tenantId, principalId, roleId, armId, subscriptionId].map(
  idBy,
) as [Check, Check, Check, Check, Check];

const scope = having({ kind: text, subscription });
const line = { principal, role };
const definition = having({
  id: arm,
  offer: text,
  subscription,
  managingTenant: tenant,
  authorizations: listOf(having({ ...line, delegatedRoles: listOf(role) })),
  eligibleAuthorizations: listOf(
    having({ ...line, policy: having({ longest: text, approvers: listOf(having({ principal })) }) }),
  ),
  history: whole,
});
const isListed: Check = (value, trail) => void (value === "listed" || definition(value, trail));
const patterns = listOf(text);

const readingCoverage = having({ parts: whole, problems: listOf(whole) });

const file = having({
  collectedAt: moment,
  program: text,
  cloud: text,
  managingTenant: tenant,
  delegations: listOf(
    having({ id: arm, scope, customer: tenant, definitionId: arm, definition: maybe(isListed), history: whole }),
  ),
  definitions: listOf(definition),
  subscriptions: listOf(having({ id: subscription, name: text, tenant, managedBy: listOf(tenant) })),
  tenants: listOf(having({ id: tenant })),
  roles: listOf(
    having({
      id: role,
      name: text,
      permissions: listOf(
        having({ actions: patterns, notActions: patterns, dataActions: patterns, notDataActions: patterns }),
      ),
    }),
  ),
  principals: listOf(having({ id: principal, state: text })),
  coverage: having({
    sources: having(Object.fromEntries(sources.map((source) => [source, having({ state: text })]))),
    subscriptions: mapOf(text),
    problems: listOf(whole),
    notes: listOf(whole),
  }),
  directory: maybe(
    having({
      directory: having({
        principals: mapOf(having({ id: principal, state: text })),
        users: mapOf(whole),
        groups: mapOf(whole),
        servicePrincipals: mapOf(whole),
        memberships: mapOf(having({ state: text })),
      }),
      coverage: readingCoverage,
    }),
  ),
  tenant: maybe(
    having({
      facts: having({
        owners: mapOf(having({ state: text })),
        applications: mapOf(having({ state: text })),
        rootRoles: maybe(having({ state: text })),
      }),
      coverage: readingCoverage,
    }),
  ),
  roleAssignments: maybe(
    having({
      assignments: mapOf(having({ id: arm, principal, role, scope: arm, subscription, customer: tenant })),
      coverage: readingCoverage,
    }),
  ),
  identities: maybe(
    having({
      identities: having({ resources: mapOf(mapOf(number)), isWhole: flag }),
      coverage: readingCoverage,
    }),
  ),
  operations: maybe(listOf(listOf(() => undefined))),
});

/** @throws {CodecError} with the path to what cannot be as it is */
export const expectShape = (value: unknown): void => file(value, []);
