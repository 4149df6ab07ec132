import { expect, test } from "vitest";
import { examplePrincipal, exampleRole, exampleSubscription, exampleTenant } from "@/lib/domain/example-inventory";
import type { Membership } from "@/lib/domain/directory";
import type { DirectoryReading } from "@/lib/domain/directory-reading";
import type { ArmId, PrincipalId } from "@/lib/domain/ids";
import type { ReadingCoverage } from "@/lib/domain/reading-coverage";
import type { RoleAssignmentsReading } from "@/lib/domain/role-assignments-reading";
import type { ApplicationSought, NotRead, Ownership, TenantReading } from "@/lib/domain/tenant-facts";
import { finish } from "@/lib/table/slices";
import type { Packing } from "./packing";
import { directoryPacking, identitiesPacking, roleAssignmentsPacking, tenantPacking } from "./readings-codec";
import { formatVersion } from "./vault";

const coverage = <Part extends string>(...parts: Part[]): ReadingCoverage<Part> => ({
  parts: Object.fromEntries(
    parts.map((part, at) => [
      part,
      { state: "partial", expected: at ? 7 : undefined, read: 5, readAt: 1_700_000_000_000 },
    ]),
  ) as ReadingCoverage<Part>["parts"],
  problems: [
    {
      source: parts[0]!,
      kind: "refused",
      what: "Groups",
      why: "No.",
      fix: undefined,
      rows: 3,
      subscription: exampleSubscription(1),
      code: undefined,
      correlationId: "c",
    },
  ],
  throttled: { until: 5, waiting: 1 },
  startedAt: 1,
  finishedAt: 1_700_000_000_123,
});
const again = <Value>({ pack, unpack }: Packing<Value>, value: Value) => finish(unpack(finish(pack(value)).buffer));
/** What the bytes are: they change with another version of the format alone, which makes browsers forget what they have. */
async function printOf<Value>({ pack }: Packing<Value>, value: Value) {
  const digest = await crypto.subtle.digest("SHA-256", finish(pack(value)));
  return { formatVersion, print: Buffer.from(digest).toString("hex").slice(0, 16) };
}
const [one, two, three] = [examplePrincipal(1), examplePrincipal(2), examplePrincipal(3)];
const notRead: NotRead = { state: "unreadable", why: "No.", fix: "Ask." };

test("a directory reads back as it was, and what was not told stays untold", async () => {
  const reading: DirectoryReading = {
    directory: {
      principals: new Map([
        [one, { id: one, state: "found", kind: "user", name: "Mira", detail: undefined }],
        [two, { id: two, state: "deleted" }],
      ]),
      users: new Map([[one, { enabled: undefined, guest: false }]]),
      groups: new Map([
        [two, { type: "security", dynamic: true, rule: 'user.department -eq "IT"', roleAssignable: undefined }],
        [three, { type: undefined, dynamic: undefined, roleAssignable: false }],
      ]),
      servicePrincipals: new Map([
        [one, { type: undefined, enabled: true, credentials: undefined }],
        [
          two,
          {
            type: "application",
            enabled: false,
            home: exampleTenant(1),
            multiTenant: true,
            credentials: [
              { kind: "password", expires: undefined },
              { kind: "certificate", starts: 1, expires: 1_800_000_000_000 },
            ],
          },
        ],
      ]),
      memberships: new Map<PrincipalId, Membership>([
        [one, { state: "read", members: [] }],
        [two, { state: "tooLarge", count: undefined, known: [one] }],
        [three, { ...notRead, known: [two] }],
        [examplePrincipal(4), notRead],
      ]),
    },
    coverage: coverage("principals", "memberships", "accounts", "credentials"),
  };
  expect(again(directoryPacking, reading)).toStrictEqual(reading);
  expect(await printOf(directoryPacking, reading)).toEqual({ formatVersion: 2, print: "c6212d80fdadd00a" });
});

test("so do role assignments, what findings ask of the tenant, and identities", async () => {
  const id = "/subscriptions/x/providers/microsoft.authorization/roleassignments/y" as ArmId;
  const assignments: RoleAssignmentsReading = {
    assignments: new Map([
      [
        id,
        {
          id,
          principal: one,
          principalType: "unknown",
          role: exampleRole(1),
          scope: "/subscriptions/x" as ArmId,
          subscription: exampleSubscription(1),
          customer: exampleTenant(1),
          createdAt: undefined,
        },
      ],
    ]),
    coverage: coverage("roleAssignments"),
  };
  expect(again(roleAssignmentsPacking, assignments)).toStrictEqual(assignments);
  expect(await printOf(roleAssignmentsPacking, assignments)).toEqual({ formatVersion: 2, print: "d10ec2781c8530dd" });

  const tenant: TenantReading = {
    facts: {
      owners: new Map<PrincipalId, Ownership>([
        [one, { state: "read", owners: [{ id: two, state: "unreadable", kind: undefined }] }],
        [two, notRead],
      ]),
      applications: new Map<PrincipalId, ApplicationSought>([
        [one, { state: "application", idIs: "clientId", name: "App", servicePrincipal: undefined }],
        [two, { state: "nobody" }],
        [three, notRead],
      ]),
      rootRoles: { state: "read", roles: [{ principal: one, kind: undefined, role: exampleRole(2) }] },
    },
    coverage: coverage("owners", "applications", "rootRoles"),
  };
  expect(again(tenantPacking, tenant)).toStrictEqual(tenant);
  expect(await printOf(tenantPacking, tenant)).toEqual({ formatVersion: 2, print: "a13db14ecd753b64" });
  const unasked = { ...tenant, facts: { ...tenant.facts, rootRoles: undefined } };
  expect(again(tenantPacking, unasked)).toStrictEqual(unasked);

  const identities = {
    identities: { resources: new Map([[exampleSubscription(1), new Map([["", 2]])]]), isWhole: false },
    coverage: coverage("identities"),
  };
  expect(again(identitiesPacking, identities)).toStrictEqual(identities);
  expect(await printOf(identitiesPacking, identities)).toEqual({ formatVersion: 2, print: "937a03943020b153" });
});
