import { afterAll, beforeAll, expect, test } from "vitest";
import { createWorld } from "../../emulator/worlds/worlds";
import { collect } from "../../lib/collect/collect";
import { customerRows } from "../../lib/domain/customer";
import { sources } from "../../lib/domain/coverage";
import { delegationRows } from "../../lib/domain/delegation-rows";
import { startEmulator } from "../../scripts/serve.mjs";
import { expectedFor } from "../witness";
import { scriptAzure } from "./script-azure";

const now = "2026-11-20T09:00:00Z";
let program: Awaited<ReturnType<typeof startEmulator>>;

beforeAll(async () => {
  program = await startEmulator({ world: "s", args: ["--now", now] });
}, 60_000);
afterAll(() => program.stop());

test("a program in Node reads the same estate over HTTP that a separate computation finds in the world", async () => {
  const { description } = program;
  const expected = expectedFor(
    createWorld({ extends: "s" }, { now: new Date(now) }),
    description.servicePrincipal.objectId,
  );
  expect(expected.delegations.length).toBeGreaterThan(30);

  const inventory = await collect({ azure: scriptAzure(description) });

  const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
  const delegations = delegationRows(inventory).map((row) => ({
    id: row.id,
    customerTenantId: row.customer,
    subscriptionId: row.subscription,
    resourceGroup: row.resourceGroup?.toLowerCase() ?? null,
    offer: row.offer ?? null,
    plan: row.plan ?? null,
    standing: row.standing ?? null,
    eligible: row.eligible ?? null,
    state: row.state,
    transferred: row.isTransferred,
  }));
  expect(delegations.sort(byId)).toEqual(
    expected.delegations.map(({ scope: _scope, resourceGroup, ...rest }) => ({
      ...rest,
      resourceGroup: resourceGroup?.toLowerCase() ?? null,
    })),
  );

  const customers = customerRows(inventory).map(
    ({ tenant, delegations, subscriptions, resourceGroups, transferred, coverage }) =>
      delegations === undefined
        ? { tenantId: tenant, subscriptions: coverage.known - coverage.spokenFor }
        : { tenantId: tenant, delegations, subscriptions, resourceGroups, transferred },
  );
  expect(expected.unread.length).toBeGreaterThan(0);
  const all = [...expected.customers.map(({ offers: _offers, ...rest }) => rest), ...expected.unread];
  const byTenant = (one: { tenantId: string }, other: { tenantId: string }) => (one.tenantId < other.tenantId ? -1 : 1);
  expect(customers.sort(byTenant)).toEqual(all.sort(byTenant));
});

test("what cannot be seen is named, and everybody and every role has a name", async () => {
  const { coverage, principals, roles, tenants, delegations } = await collect({
    azure: scriptAzure(program.description),
  });
  expect(coverage.sources.assignments.state).toBe("complete");
  expect(coverage.sources.assignments.read).toBe(delegations.size);
  for (const source of sources) {
    const { state } = coverage.sources[source];
    const isNamed = coverage.problems.some((problem) => problem.source === source);
    expect(state === "complete" || isNamed, `${source} is ${state}`).toBe(true);
  }
  expect([...principals.values()].filter(({ state }) => state === "found").length).toBeGreaterThan(3);
  expect(roles.size).toBeGreaterThan(10);
  expect([...tenants.values()].filter(({ name }) => name).length).toBeGreaterThan(10);
  const silent = [...coverage.subscriptions].filter(([, answer]) => answer !== "answered" && answer !== "empty");
  for (const [id] of silent) expect(coverage.problems.some(({ subscription }) => subscription === id)).toBe(true);
});
