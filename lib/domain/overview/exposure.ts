import type { LevelOf } from "@/lib/domain/access/matrix";
import type { CustomerRow } from "@/lib/domain/customer";
import type { Definition } from "@/lib/domain/definition";
import type { Delegation } from "@/lib/domain/delegation";
import type { TenantId } from "@/lib/domain/ids";
import type { Inventory } from "@/lib/domain/inventory";
import { isOurs } from "@/lib/domain/projection";
import { scopePath } from "@/lib/domain/scope";

/** Counts by privilege: the first of roles that nobody knows, then from 1, reads, to 5, controls. */
export type ByLevel = readonly number[];

/** What is held, by privilege, day and night and to be activated. */
export type Held = Readonly<{ standing: ByLevel; eligible: ByLevel }>;

/** What offers give at one customer. */
export type CustomerExposure = Readonly<{
  customer: TenantId;
  name: string | undefined;
  /** Roles that principals hold there: one principal's role counts once, on however many scopes. */
  held: Held;
  /** How far all of it reaches; each level weighs twice the one below, eligible half of standing. */
  weight: number;
  /** Subscriptions or offers of it could not be read, so there may be more. */
  isPartlyRead: boolean;
}>;

/**
 * Customers whose access came from one source: a plan of the Marketplace, which gives all its buyers the same, or templates.
 * `unread`: not one offer of theirs could be read.
 */
export type ExposureGroup = Readonly<{
  key: string;
  source: "marketplace" | "template" | "unread" | "others";
  /** Of a plan: what the offer is called. */
  label: string | undefined;
  /** The most exposed first. */
  customers: readonly CustomerExposure[];
}>;

export type Exposure = Readonly<{
  /** The largest first; templates, what is left over and unread customers last. */
  groups: readonly ExposureGroup[];
  customers: number;
  held: Held;
  /** Grants as the list of role assignments has them: one for each principal, role and scope. */
  grants: Held;
}>;

type Counts = { standing: number[]; eligible: number[] };
const nothing = (): Counts => ({ standing: [0, 0, 0, 0, 0, 0], eligible: [0, 0, 0, 0, 0, 0] });

export const sumOf = (counts: ByLevel): number => counts.reduce((sum, count) => sum + count, 0);

/** How many of these there are at a level. Undefined: none is known, and of some nobody knows how far they reach. */
export const countAt = (counts: ByLevel, level: number): number | undefined =>
  counts[level] || (counts[0] ? undefined : 0);

/** More sources than these would leave no room between them. */
const mostGroups = 12;

/** @param customers the inventory's customer rows */
export function* exposureOf(
  inventory: Inventory,
  customers: readonly CustomerRow[],
  levelOf: LevelOf,
): Generator<void, Exposure> {
  const lines = createLines(levelOf);
  const byCustomer = delegationsByCustomer(inventory);
  yield;
  const [allHeld, allGrants] = [nothing(), nothing()];
  const sources = new Map<string, Source & { customers: CustomerExposure[] }>();
  for (const [at, row] of customers.entries()) {
    const own = byCustomer.get(row.tenant) ?? [];
    const counts = countHeld(own, lines, allHeld, allGrants);
    const source = mainSource(own);
    let group = sources.get(source.key);
    if (!group) sources.set(source.key, (group = { ...source, customers: [] }));
    group.customers.push({
      customer: row.tenant,
      name: row.name,
      held: counts,
      weight: weightOf(counts),
      isPartlyRead: row.definitionsUnread > 0 || row.coverage.spokenFor < row.coverage.known,
    });
    if (at % 16 === 0) yield;
  }
  const groups = limited([...sources.values()].sort(bySize));
  yield;
  return {
    groups: groups.map((group) => ({ ...group, customers: [...group.customers].sort(byWeight) })),
    customers: customers.length,
    held: allHeld,
    grants: allGrants,
  };
}

function delegationsByCustomer(inventory: Inventory): ReadonlyMap<TenantId, readonly Delegation[]> {
  const found = new Map<TenantId, Delegation[]>();
  for (const delegation of inventory.delegations.values()) {
    if (!isOurs(delegation, inventory)) continue;
    const own = found.get(delegation.customer);
    if (own) own.push(delegation);
    else found.set(delegation.customer, [delegation]);
  }
  return found;
}

/** Who holds what: a number for each principal, role and kind, the same in all offers. */
type Line = Readonly<{ number: number; kind: keyof Counts; level: number }>;

/** An offer is attached to many scopes, and its lines are numbered once. */
function createLines(levelOf: LevelOf) {
  const numbers = new Map<string, Line>();
  const known = new Map<Definition, readonly Line[]>();
  const lineOf = (
    { principal, role }: Definition["authorizations"][number] | Definition["eligibleAuthorizations"][number],
    kind: Line["kind"],
  ) => {
    const key = `${principal} ${role} ${kind}`;
    let line = numbers.get(key);
    if (!line) numbers.set(key, (line = { number: numbers.size, kind, level: levelOf(role) ?? 0 }));
    return line;
  };
  return (definition: Definition): readonly Line[] => {
    let lines = known.get(definition);
    if (!lines) {
      const { authorizations, eligibleAuthorizations } = definition;
      lines = [
        ...authorizations.map((one) => lineOf(one, "standing")),
        ...eligibleAuthorizations.map((one) => lineOf(one, "eligible")),
      ];
      known.set(definition, lines);
    }
    return lines;
  };
}

function countHeld(
  delegations: readonly Delegation[],
  linesOf: ReturnType<typeof createLines>,
  allHeld: Counts,
  allGrants: Counts,
): Counts {
  const counts = nothing();
  const seen = new Set<number>();
  // Several offers on one scope may name the same principal and role, which makes one grant.
  const onScope = new Map<string, Set<number>>();
  for (const { scope, definition } of delegations) {
    if (!definition) continue;
    const path = scopePath(scope).toLowerCase();
    let granted = onScope.get(path);
    if (!granted) onScope.set(path, (granted = new Set()));
    for (const { number, kind, level } of linesOf(definition)) {
      if (!granted.has(number)) {
        granted.add(number);
        allGrants[kind][level]!++;
      }
      if (seen.has(number)) continue;
      seen.add(number);
      counts[kind][level]!++;
      allHeld[kind][level]!++;
    }
  }
  return counts;
}

const weightOf = ({ standing, eligible }: Counts): number =>
  standing.reduce((sum, count, level) => sum + (count + eligible[level]! / 2) * 2 ** level, 0);

const byWeight = (one: CustomerExposure, other: CustomerExposure): number => other.weight - one.weight;

type Source = Readonly<Pick<ExposureGroup, "key" | "source" | "label">>;

const unread: Source = { key: "unread", source: "unread", label: undefined };
const template: Source = { key: "template", source: "template", label: undefined };

/** Where most of a customer's delegations came from. */
function mainSource(delegations: readonly Delegation[]): Source {
  const counts = new Map<string, { source: Source; count: number }>();
  for (const { definition } of delegations) {
    if (!definition) continue;
    const source = sourceOf(definition);
    const counted = counts.get(source.key);
    if (counted) counted.count++;
    else counts.set(source.key, { source, count: 1 });
  }
  let most: { source: Source; count: number } | undefined;
  for (const one of counts.values())
    if (!most || one.count > most.count || (one.count === most.count && one.source.key < most.source.key)) most = one;
  return most?.source ?? unread;
}

function sourceOf({ plan, offer }: Definition): Source {
  if (!plan) return template;
  return { key: `plan ${plan.publisher} ${plan.product} ${plan.name}`, source: "marketplace", label: offer };
}

type Filled = Source & Readonly<{ customers: readonly CustomerExposure[] }>;

const places: readonly ExposureGroup["source"][] = ["marketplace", "others", "template", "unread"];
const bySize = (one: Filled, other: Filled): number =>
  places.indexOf(one.source) - places.indexOf(other.source) || other.customers.length - one.customers.length;

/** The smallest plans together, where there are too many. */
function limited(groups: readonly Filled[]): readonly Filled[] {
  if (groups.length <= mostGroups) return groups;
  const plans = groups.filter(({ source }) => source === "marketplace");
  const rest = groups.filter(({ source }) => source !== "marketplace");
  const kept = plans.slice(0, mostGroups - rest.length - 1);
  const others = plans.slice(kept.length).flatMap(({ customers }) => customers);
  return [...kept, { key: "others", source: "others", label: undefined, customers: others }, ...rest];
}
