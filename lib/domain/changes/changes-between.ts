import { isReading, isSpokenFor } from "@/lib/domain/coverage";
import { unreadCustomers } from "@/lib/domain/customer";
import { customerNames } from "@/lib/domain/customer-name";
import type { Delegation } from "@/lib/domain/delegation";
import type { ArmId, SubscriptionId, TenantId } from "@/lib/domain/ids";
import type { Inventory } from "@/lib/domain/inventory";
import { isOurs } from "@/lib/domain/projection";
import type { Change, Changes } from "./change";
import { changedLines, isWider, versionChange } from "./offer-changes";
import { speaksFor } from "./spoken-for";

const worstFirst: readonly Change["kind"][] = [
  "unanswered",
  "customerGone",
  "gone",
  "moved",
  "widened",
  "customerCame",
  "came",
  "version",
  "narrowed",
  "answersAgain",
];

/** What changed from one inventory to the next. What either could not see is never taken for gone or new. */
export function changesBetween(before: Inventory, after: Inventory): Changes {
  const old = ours(before);
  const now = ours(after);
  // Whose offer could be read on one side alone may turn out to be another provider's, and neither came nor went.
  const absent = [...old.values()].filter(({ id }) => !after.delegations.has(id));
  const present = [...now.values()].filter(({ id }) => !before.delegations.has(id));
  const gone = absent.filter(({ scope }) => speaksFor(after.coverage, scope));
  const came = present.filter(({ scope }) => speaksFor(before.coverage, scope));
  const nameOf = namesIn(before, after);
  const offers = offerChanges(old, now);
  const changes = [
    ...unanswered(before, after),
    ...whole("customerGone", gone, { others: now, unread: unreadCustomers(after), all: old }),
    ...whole("customerCame", came, { others: old, unread: unreadCustomers(before), all: now }),
    ...moved(before, after),
    ...offers.changes,
  ];
  return {
    changes: changes
      .map((change): Change => ({ ...change, name: nameOf(change.customer) }))
      .sort((one, other) => worstFirst.indexOf(one.kind) - worstFirst.indexOf(other.kind)),
    cannotTell: absent.length - gone.length + (present.length - came.length) + offers.cannotTell,
  };
}

type Nameless = Change extends infer One ? (One extends Change ? Omit<One, "name"> : never) : never;
type Delegations = ReadonlyMap<ArmId, Delegation>;

const ours = (inventory: Inventory): Delegations =>
  new Map([...inventory.delegations].filter(([, delegation]) => isOurs(delegation, inventory)));

function namesIn(before: Inventory, after: Inventory) {
  const [old, now] = [customerNames(before), customerNames(after)];
  return (tenant: TenantId) => now(tenant).name ?? old(tenant).name;
}

function grouped<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const own = groups.get(keyOf(item));
    if (own) own.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** Those that certainly came or went, by customer: a customer as a whole where nothing of it is on the other side. */
function* whole(
  kind: "customerGone" | "customerCame",
  delegations: readonly Delegation[],
  { others, unread, all }: Readonly<{ others: Delegations; unread: ReadonlySet<TenantId>; all: Delegations }>,
): Generator<Nameless> {
  const elsewhere = new Set(Array.from(others.values(), ({ customer }) => customer));
  const counts = grouped(all.values(), ({ customer }) => customer);
  for (const [customer, own] of grouped(delegations, (one) => one.customer)) {
    const isAll = counts.get(customer)?.length === own.length;
    if (isAll && !elsewhere.has(customer) && !unread.has(customer)) yield { kind, customer, delegations: own.length };
    else yield { kind: kind === "customerGone" ? "gone" : "came", customer, delegations: own };
  }
}

/** Subscriptions that answered and do so no more, and those that do again. */
function* unanswered(before: Inventory, after: Inventory): Generator<Nameless> {
  const silent = new Map<TenantId, { id: SubscriptionId; answer: NonNullable<ReturnType<typeof answerIn>> }[]>();
  const again = new Map<TenantId, SubscriptionId[]>();
  if (isReading(after.coverage)) return;
  for (const [id, answer] of after.coverage.subscriptions) {
    const was = answerIn(before, id);
    if (was === undefined || isSpokenFor(was) === isSpokenFor(answer)) continue;
    const customer = ownerOf(id, after) ?? ownerOf(id, before);
    if (customer === undefined) continue;
    if (isSpokenFor(answer)) again.set(customer, [...(again.get(customer) ?? []), id]);
    else silent.set(customer, [...(silent.get(customer) ?? []), { id, answer }]);
  }
  for (const [customer, subscriptions] of silent) yield { kind: "unanswered", customer, subscriptions };
  for (const [customer, subscriptions] of again) yield { kind: "answersAgain", customer, subscriptions };
}

const answerIn = ({ coverage }: Inventory, id: SubscriptionId) => coverage.subscriptions.get(id);

function ownerOf(id: SubscriptionId, { subscriptions, delegations, managingTenant }: Inventory): TenantId | undefined {
  const owner =
    subscriptions.get(id)?.tenant ?? [...delegations.values()].find(({ scope }) => scope.subscription === id)?.customer;
  return owner === managingTenant ? undefined : owner;
}

function* moved(before: Inventory, after: Inventory): Generator<Nameless> {
  for (const { id, tenant: to } of after.subscriptions.values()) {
    const from = before.subscriptions.get(id)?.tenant;
    if (from !== undefined && from !== to) yield { kind: "moved", customer: from, subscription: id, from, to };
  }
}

/** What the offers behind the delegations give now, once for all delegations on which the same changed. */
function offerChanges(old: Delegations, now: Delegations): Readonly<{ changes: Nameless[]; cannotTell: number }> {
  let cannotTell = 0;
  const pairs: Readonly<{ was: Delegation; is: Delegation }>[] = [];
  for (const is of now.values()) {
    const was = old.get(is.id);
    if (!was) continue;
    if (was.definition && is.definition) pairs.push({ was, is });
    else if (was.definition || is.definition) cannotTell++;
  }
  const alike = grouped(pairs, ({ was, is }) => `${is.customer} ${was.definitionId} ${is.definitionId}`);
  const changes = Array.from(alike.values()).flatMap((own): Nameless[] => {
    const { was, is } = own[0]!;
    const [before, after] = [was.definition!, is.definition!];
    const lines = changedLines(before, after);
    const version = versionChange(before, after);
    if (lines.length === 0 && !version) return [];
    const kind = lines.some(isWider) ? "widened" : lines.length > 0 ? "narrowed" : "version";
    const delegations = own.map((pair) => pair.is);
    return [{ kind, customer: is.customer, offer: after.offer, delegations, lines, version }];
  });
  return { changes, cannotTell };
}
