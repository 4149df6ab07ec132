import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { accessOf } from "../e2e/access-of-world";
import { createWorld } from "../emulator/worlds/worlds";
import { indexAccess, type AccessIndex } from "../lib/domain/access/access-index";
import { grantRows } from "../lib/domain/access/grant-rows";
import { matrixOf } from "../lib/domain/access/matrix";
import { orderRows } from "../lib/domain/access/matrix-order";
import { pathsTo } from "../lib/domain/access/path";
import type { AccessSources } from "../lib/domain/access/people";
import { reachersOf } from "../lib/domain/access/reachers";
import { reachOf } from "../lib/domain/access/reach";
import type { Target } from "../lib/domain/access/target";
import type { PrincipalId } from "../lib/domain/ids";
import { figure, median } from "./figures";

/*
 * Grants and reach alone, in Node on one thread. Every answer is the first that a new index gives, so nothing that was
 * remembered from an earlier one helps. The heaviest questions are asked for by name: who reaches most, the largest
 * customer; the others are a sample.
 */
const runs = 7;
const tenantId = "11111111-2222-4333-8444-555555555555";
const now = new Date("2026-11-20T09:00:00Z");
const targets = {
  l: { build: 300, answer: 5 },
  xl: { build: 1500, answer: 30 },
} as const;
type Size = keyof typeof targets;

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

function heldMb(): number {
  // What is only weakly held takes more than one round.
  for (let round = 0; round < 4; round++) collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}

/**
 * Milliseconds of processor time: what the work takes on a machine that does nothing else. The collector's and the
 * compiler's own threads count as well, so that it is rather too much.
 */
function timed(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The times of each of several runs, each on an index that has answered nothing yet. */
function times(sources: AccessSources, ask: (index: AccessIndex) => unknown): number[] {
  return Array.from({ length: runs }, () => {
    const index = indexAccess(sources);
    return timed(() => ask(index));
  });
}

const sourcesOf = (size: Size): AccessSources => accessOf(createWorld({ extends: size, tenantId }, { now }));

/** A level for each role that is always the same: the role engine is measured elsewhere. */
const levelOf = (role: string) => (parseInt(role.slice(0, 4), 16) % 5) + 1;

function subjectsOf(index: AccessIndex) {
  const { people, scopeTable } = index;
  const everybody = Array.from({ length: people.ids.size() }, (_, number) => people.ids.at(number));
  const kinds = (kind: string) => everybody.filter((_, number) => people.kinds[number] === kind);
  const reached = everybody.map((id) => ({ id, count: reachOf(index, id).held.length }));
  const most = reached.reduce((best, one) => (one.count > best.count ? one : best));
  const sizes = Array.from({ length: scopeTable.customers.size() }, (_, at) => ({
    customer: scopeTable.customers.at(at),
    scopes: scopeTable.firstOf[at + 1]! - scopeTable.firstOf[at]!,
  }));
  const largest = sizes.reduce((best, one) => (one.scopes > best.scopes ? one : best));
  const every = <Item>(items: readonly Item[], count: number) =>
    items.filter((_, at) => at % Math.ceil(items.length / count) === 0);
  return {
    most,
    persons: every(kinds("user"), 60),
    largest: { kind: "customer", customer: largest.customer } as Target,
    largestScopes: largest.scopes,
    customers: every(sizes, 60).map(({ customer }): Target => ({ kind: "customer", customer })),
    scopes: every(index.delegations, 60).map(({ scope }): Target => ({ kind: "scope", scope })),
    delegations: every(index.delegations, 60).map(({ id }): Target => ({ kind: "delegation", delegation: id })),
  };
}

function measure(size: Size, sources: AccessSources): void {
  const target = targets[size];
  const before = heldMb();
  const index = indexAccess(sources);
  const indexMb = heldMb() - before;
  const subjects = subjectsOf(index);
  const grants = index.grants.principals.length;
  console.log(
    `world ${size}: ${index.scopeTable.customers.size()} customers, ${index.delegations.length} delegations, ` +
      `${grants} grants, ${index.people.ids.size()} principals`,
  );

  figure(
    "indexes built",
    Array.from({ length: runs }, () => timed(() => indexAccess(sources))),
    "ms",
    {
      atMost: target.build,
    },
  );
  const atMost = { atMost: target.answer };
  const one = (name: string, list: readonly unknown[], ask: (index: AccessIndex, at: number) => unknown) => {
    const fresh = indexAccess(sources);
    figure(
      name,
      list.map((_, at) => timed(() => ask(fresh, at))),
      "ms",
      atMost,
    );
  };
  one("reach of a person (sample)", subjects.persons, (fresh, at) => reachOf(fresh, subjects.persons[at]!));
  figure(
    `reach of who reaches most (${subjects.most.count} roles)`,
    times(sources, (fresh) => reachOf(fresh, subjects.most.id)),
    "ms",
    atMost,
  );
  for (const kind of ["scopes", "delegations", "customers"] as const)
    one(`who reaches one of the ${kind} (sample)`, subjects[kind], (fresh, at) =>
      reachersOf(fresh, subjects[kind][at]!),
    );
  const found = reachersOf(index, subjects.largest).reachers.length;
  figure(
    `who reaches the largest customer (${subjects.largestScopes} scopes, ${found} lines)`,
    times(sources, (fresh) => reachersOf(fresh, subjects.largest)),
    "ms",
    atMost,
  );
  const [held] = reachOf(index, subjects.most.id).held;
  figure(
    "paths of one grant",
    times(sources, (fresh) => pathsTo(fresh, subjects.most.id, held!.grants[0]!)),
    "ms",
  );
  figure(
    "matrix of whom offers name",
    times(sources, (fresh) => matrixOf(fresh, { levelOf, principals: "holders" })),
    "ms",
  );
  if (size === "l") {
    const options = { levelOf, principals: "everybody" } as const;
    const matrix = matrixOf(index, options);
    figure(
      `matrix, ${matrix.columns.length} × ${matrix.rows.length}`,
      times(sources, (fresh) => matrixOf(fresh, options)),
      "ms",
    );
    figure(
      "its rows in clusters",
      times(sources, (fresh) => orderRows(fresh, matrix, "offer")),
      "ms",
    );
    figure(
      "its rows by similarity",
      times(sources, (fresh) => orderRows(fresh, matrix, "similarity")),
      "ms",
    );
  }
  figure(
    `table rows of all grants`,
    times(sources, (fresh) => grantRows(fresh)),
    "ms",
  );
  figure("memory of the indexes", [indexMb], "MB", { atMost: 400 });
  figure("and after every person and customer was asked", [afterAllQuestions(sources)], "MB", { atMost: 400 });
  figure("memory of the process, inventory included", [heldMb()], "MB", { atMost: 400 });
}

function afterAllQuestions(sources: AccessSources): number {
  const before = heldMb();
  const index = indexAccess(sources);
  const { ids } = index.people;
  for (let number = 0; number < ids.size(); number++) reachOf(index, ids.at(number));
  const { customers } = index.scopeTable;
  for (let number = 0; number < customers.size(); number++)
    reachersOf(index, { kind: "customer", customer: customers.at(number) });
  const used = heldMb() - before;
  // Read once more, so that the index is still there when memory is counted.
  return index.delegations.length > 0 ? used : NaN;
}

/** World L with and without the 5,000 customers of XL beside it, who share nobody and nothing with it. */
function measureUnrelated(l: AccessSources, xl: AccessSources): void {
  const alone = indexAccess(l);
  const beside = indexAccess({
    inventory: {
      ...l.inventory,
      delegations: new Map([...l.inventory.delegations, ...xl.inventory.delegations]),
      definitions: new Map([...l.inventory.definitions, ...xl.inventory.definitions]),
      subscriptions: new Map([...l.inventory.subscriptions, ...xl.inventory.subscriptions]),
    },
    directory: {
      principals: new Map([...l.directory.principals, ...xl.directory.principals]),
      users: new Map([...l.directory.users, ...xl.directory.users]),
      groups: new Map([...l.directory.groups, ...xl.directory.groups]),
      servicePrincipals: new Map([...l.directory.servicePrincipals, ...xl.directory.servicePrincipals]),
      memberships: new Map([...l.directory.memberships, ...xl.directory.memberships]),
    },
    roleAssignments: [...(l.roleAssignments ?? []), ...(xl.roleAssignments ?? [])],
  });
  const { persons, customers, most } = subjectsOf(alone);
  const asked: readonly PrincipalId[] = [...persons, most.id];
  const once = (index: AccessIndex) => ({
    reach: timed(() => asked.forEach((id) => reachOf(index, id))),
    reachers: timed(() => customers.forEach((target) => reachersOf(index, target))),
  });
  once(alone);
  once(beside);
  const rounds = Array.from({ length: 15 }, () => ({ alone: once(alone), beside: once(beside) }));
  const ratio = (kind: "reach" | "reachers") =>
    median(rounds.map((round) => round.beside[kind])) / median(rounds.map((round) => round.alone[kind]));
  console.log(`${customers.length} customers of L asked about, with the 5,000 of XL beside them and without`);
  figure("reach, ratio", [ratio("reach")], "", { atMost: 1.25 });
  figure("who reaches, ratio", [ratio("reachers")], "", { atMost: 1.25 });
}

const wanted = process.argv[2]?.split(",") ?? ["l", "xl"];
const l = sourcesOf("l");
if (wanted.includes("l")) measure("l", l);
if (wanted.includes("xl")) {
  const xl = sourcesOf("xl");
  measure("xl", xl);
  measureUnrelated(l, xl);
}
