import {
  sources,
  type Coverage,
  type Note,
  type Problem,
  type SourceCoverage,
  type SourceName,
} from "@/lib/domain/coverage";
import type { Authorization, Definition, EligibleAuthorization, History, Plan } from "@/lib/domain/definition";
import type { Delegation } from "@/lib/domain/delegation";
import { resourceGroupOf } from "@/lib/domain/delegation-rows";
import type { SubscriptionId } from "@/lib/domain/ids";
import type { Inventory, Tenant } from "@/lib/domain/inventory";
import type { Principal } from "@/lib/domain/principal";
import type { Permission, Role } from "@/lib/domain/role";
import type { Scope } from "@/lib/domain/scope";
import type { Subscription } from "@/lib/domain/subscription";
import { flag, list, map, maybe, number, oneOf, optional, record, shared, text, type Codec } from "./codec";
import { collection } from "./collection";
import { createReader, createWriter } from "./pack";
import type { Packing } from "./packing";

const history = record<History>({
  createdAt: maybe(text()),
  createdBy: maybe(text()),
  changedAt: maybe(text()),
  changedBy: maybe(text()),
});

const plan = record<Plan>({ publisher: text(), product: text(), name: text(), version: text() });

const authorization = record<Authorization>({
  principal: text(),
  label: maybe(text()),
  role: text(),
  delegatedRoles: list(text()),
});

const eligibleAuthorization = record<EligibleAuthorization>({
  principal: text(),
  label: maybe(text()),
  role: text(),
  policy: record<EligibleAuthorization["policy"]>({
    stated: flag,
    mfa: flag,
    longest: text(),
    defaultLength: optional(flag as Codec<true>),
    approvers: list(
      record<EligibleAuthorization["policy"]["approvers"][number]>({ principal: text(), label: maybe(text()) }),
    ),
  }),
});

/** Azure's own record is more than twice as large as all that is made of it, so it is left to the next reading. */
const left: Codec<unknown> = { write: () => undefined, read: () => undefined };

const definition = record<Definition>({
  id: text(),
  name: text(),
  subscription: text(),
  offer: text(),
  description: maybe(text()),
  managingTenant: text(),
  managingTenantName: maybe(text()),
  customer: maybe(text()),
  customerName: maybe(text()),
  plan: shared(maybe(plan)),
  state: text(),
  authorizations: shared(list(authorization)),
  eligibleAuthorizations: shared(list(eligibleAuthorization)),
  history,
  raw: left,
});

const scope = oneOf<"kind", Scope>("kind", {
  subscription: record({ kind: text(), subscription: text() }),
  resourceGroup: record({ kind: text(), subscription: text(), resourceGroup: text() }),
});

/** A delegation without its definition, which is written once for all that name it. */
const delegation = record<Omit<Delegation, "definition">>({
  id: text(),
  name: text(),
  scope,
  customer: text(),
  definitionId: text(),
  state: text(),
  history,
  raw: left,
  givenResourceGroup: optional(text()),
});

const subscription = record<Subscription>({
  id: text(),
  name: text(),
  tenant: text(),
  state: text(),
  managedBy: shared(list(text())),
});

const tenant = record<Tenant>({
  id: text(),
  name: maybe(text()),
  domain: maybe(text()),
  nameFrom: optional(text()),
});

const patterns = list(text());
const role = record<Role>({
  id: text(),
  name: text(),
  description: maybe(text()),
  kind: text(),
  permissions: list(
    record<Permission>({ actions: patterns, notActions: patterns, dataActions: patterns, notDataActions: patterns }),
  ),
});

export const principal = oneOf<"state", Principal>("state", {
  found: record({ id: text(), state: text(), kind: text(), name: text(), detail: maybe(text()) }),
  deleted: record({ id: text(), state: text() }),
  unreadable: record({ id: text(), state: text(), kind: maybe(text()) }),
});

const source = record<SourceCoverage>({
  source: text(),
  state: text(),
  expected: maybe(number),
  read: number,
  readAt: maybe(number),
  heldFrom: optional(number),
});

export const throttled = maybe(record<NonNullable<Coverage["throttled"]>>({ until: number, waiting: number }));

/** Those of a problem of any reading, without its source. */
export const problemFields = {
  kind: text<Problem["kind"]>(),
  what: text(),
  why: text(),
  fix: maybe(text()),
  rows: number,
  subscription: maybe(text<SubscriptionId>()),
  code: maybe(text()),
  correlationId: maybe(text()),
};

const coverage = record<Coverage>({
  sources: record<Coverage["sources"]>(
    Object.fromEntries(sources.map((name) => [name, source])) as Record<SourceName, typeof source>,
  ),
  subscriptions: map(text(), text()),
  problems: list(record<Problem>({ source: text(), ...problemFields })),
  notes: list(record<Note>({ source: text(), what: text(), why: text() })),
  throttled,
  startedAt: number,
  finishedAt: maybe(number),
});

const collections = {
  definitions: collection(definition),
  subscriptions: collection(subscription),
  tenants: collection(tenant),
  roles: collection(role),
  principals: collection(principal),
};

const none = 0;
const ofItsOwn = 1;
const firstListed = 2;

/** Delegations beside the definitions that were written before them. */
function delegationsBeside(definitions: ReadonlyMap<unknown, Definition>) {
  const listed = [...definitions.values()];
  const placeOf = new Map(listed.map((one, at) => [one, at]));
  return collection<Delegation>({
    write(value, to) {
      delegation.write(withGivenName(value), to);
      const place = value.definition && placeOf.get(value.definition);
      if (place !== undefined) return to.number(place + firstListed);
      to.number(value.definition ? ofItsOwn : none);
      if (value.definition) definition.write(value.definition, to);
    },
    read(from) {
      const rest = delegation.read(from);
      const place = from.number();
      const own = place === none ? undefined : place === ofItsOwn ? definition.read(from) : listed[place - firstListed];
      return { ...rest, definition: own };
    },
  });
}

/** Without Azure's record nothing else tells how the resource group's name was given. */
function withGivenName(value: Delegation): Delegation {
  const givenResourceGroup = resourceGroupOf(value);
  return givenResourceGroup === undefined ? value : { ...value, givenResourceGroup };
}

/** An inventory without Azure's own records. */
export const inventoryPacking: Packing<Inventory> = { pack, unpack };

function* pack(inventory: Inventory): Generator<void, Uint8Array<ArrayBuffer>> {
  const to = createWriter();
  to.text(inventory.managingTenant);
  coverage.write(inventory.coverage, to);
  yield* collections.definitions.write(inventory.definitions, to);
  yield* delegationsBeside(inventory.definitions).write(inventory.delegations, to);
  yield* collections.subscriptions.write(inventory.subscriptions, to);
  yield* collections.tenants.write(inventory.tenants, to);
  yield* collections.roles.write(inventory.roles, to);
  yield* collections.principals.write(inventory.principals, to);
  return yield* to.bytes();
}

function* unpack(bytes: ArrayBuffer): Generator<void, Inventory> {
  const from = yield* createReader(bytes);
  const managingTenant = from.text() as Inventory["managingTenant"];
  const told = coverage.read(from);
  const definitions = yield* collections.definitions.read(from);
  return {
    managingTenant,
    definitions,
    delegations: yield* delegationsBeside(definitions).read(from),
    subscriptions: yield* collections.subscriptions.read(from),
    tenants: yield* collections.tenants.read(from),
    roles: yield* collections.roles.read(from),
    principals: yield* collections.principals.read(from),
    coverage: told,
  };
}
