import { expect, test } from "vitest";
import { scripted, type Deed, type Seen } from "@/lib/azure/testing/scripted";
import { optionsOf } from "@/lib/azure/testing/resource-graph-service";
import type { RoleAssignmentsReading } from "@/lib/domain/role-assignments-reading";
import { collectRoleAssignments } from "./collect-role-assignments";

const guid = (kind: number, number: number) =>
  `${String(kind).padStart(8, "0")}-0000-4000-8000-${String(number).padStart(12, "0")}`;

const row = (number: number, more: object = {}) => ({
  id: `/subscriptions/${guid(1, 1)}/providers/Microsoft.Authorization/roleAssignments/${guid(2, number)}`,
  subscriptionId: guid(1, 1),
  tenantId: guid(3, 1),
  principalId: guid(4, number).toUpperCase(),
  principalType: "ServicePrincipal",
  roleDefinitionId: `/subscriptions/${guid(1, 1)}/providers/Microsoft.Authorization/roleDefinitions/${guid(5, 1)}`,
  scope: `/subscriptions/${guid(1, 1)}/resourceGroups/RG-One`,
  createdOn: "2026-01-01T00:00:00Z",
  ...more,
});

function reading(rows: readonly object[], spoil: (seen: Seen) => Deed | undefined = () => undefined) {
  const { azure, run, seen } = scripted((one) => {
    const instead = spoil(one);
    if (instead) return instead;
    const { $skip, $top } = optionsOf(one);
    const { query } = one.body as { query: string };
    if (query.includes("summarize")) return { body: { totalRecords: 1, data: [{ records: rows.length }] } };
    return { body: { totalRecords: rows.length, data: rows.slice($skip, $skip + $top) } };
  });
  const snapshots: RoleAssignmentsReading[] = [];
  const collect = (more: Partial<Parameters<typeof collectRoleAssignments>[0]> = {}) =>
    run(collectRoleAssignments({ azure, onProgress: (snapshot) => snapshots.push(snapshot), ...more }));
  return { collect, seen, snapshots, azure };
}

test("assignments are read page by page, in tenants other than ours, and shown as they come", async () => {
  const rows = Array.from({ length: 2500 }, (_, number) => row(number));
  const { collect, seen, snapshots, azure } = reading(rows);
  const { assignments, coverage } = await collect();
  expect(assignments.get([...assignments.keys()][0]!)).toEqual({
    id: row(0).id.toLowerCase(),
    principal: guid(4, 0),
    principalType: "servicePrincipal",
    role: guid(5, 1),
    scope: `/subscriptions/${guid(1, 1)}/resourcegroups/rg-one`,
    subscription: guid(1, 1),
    customer: guid(3, 1),
    createdAt: Date.UTC(2026, 0, 1),
  });
  expect(assignments.size).toBe(2500);
  expect(seen).toHaveLength(3);
  const { query } = seen[0]!.body as { query: string };
  expect(query).toContain(`tenantId !~ '${azure.tenant}'`);
  expect(query).toMatch(/order by id asc$/);
  expect(coverage.parts.roleAssignments).toMatchObject({ state: "complete", expected: 2500, read: 2500 });
  expect(snapshots.some(({ assignments }) => assignments.size > 0 && assignments.size < 2500)).toBe(true);
});

test("pages that stay away and rows that cannot be read are named, and cost no other", async () => {
  const rows = Array.from({ length: 3000 }, (_, number) => row(number, number === 5 ? { principalId: null } : {}));
  const { collect } = reading(rows, (seen) => (optionsOf(seen).$skip === 1000 ? { status: 503 } : undefined));
  const { assignments, coverage } = await collect();
  expect(assignments.size).toBe(1999);
  expect(coverage.parts.roleAssignments.state).toBe("partial");
  expect(coverage.problems.map(({ source, kind, what, rows }) => [source, kind, what, rows])).toEqual([
    ["roleAssignments", "failed", "Rows 1,001 to 2,000 of the role assignments", 1000],
    ["roleAssignments", "malformed", "1 of the role assignments", 1],
  ]);
});

test("more assignments were promised than came", async () => {
  const { collect } = reading([row(0), row(1)], () => ({ body: { totalRecords: 5, data: [row(0), row(1)] } }));
  const { coverage } = await collect();
  expect(coverage.problems.map(({ rows }) => rows)).toEqual([3]);
});

test("an earlier reading stays while Resource Graph is away, and gives way to a whole one", async () => {
  const since = await reading([row(0), row(1)]).collect();
  const away = await reading([], () => ({ status: 503 })).collect({ since });
  expect(away.assignments.size).toBe(2);
  expect(away.coverage.parts.roleAssignments.state).toBe("failed");
  expect(away.coverage.problems[0]?.why).toContain("still shown");
  const again = await reading([row(1)]).collect({ since });
  expect([...again.assignments.values()].map(({ principal }) => principal)).toEqual([guid(4, 1)]);
});

test("beyond Azure's limit it says so", async () => {
  const headers = { "x-ms-tenant-subscription-limit-hit": "true" };
  const { collect } = reading([], () => ({ headers, body: { totalRecords: 1, data: [row(0)] } }));
  const { coverage } = await collect();
  expect(coverage.parts.roleAssignments.state).toBe("partial");
  expect(coverage.problems).toMatchObject([{ kind: "limit", what: expect.stringContaining("10,000") }]);
});

test("nothing to read is an answer, and stopping is told", async () => {
  const none = await reading([], () => ({
    status: 400,
    body: { error: { code: "BadRequest", details: [{ code: "NoValidSubscriptionsInQueryRequest", message: "" }] } },
  })).collect();
  expect(none.coverage.parts.roleAssignments).toMatchObject({ state: "complete", read: 0 });
  const stopped = await reading([]).collect({ signal: AbortSignal.abort() });
  expect(stopped.coverage.parts.roleAssignments.state).toBe("cancelled");
});
