import { describe, expect, it } from "vitest";
import { tenantId } from "@/lib/domain/ids";
import * as bodies from "../testing/managed-services-bodies";
import { MalformedRecord, type Malformed } from "../wire";
import { definitionParser, delegationParser } from "./to-domain";

const { definition, expandedAssignment, assignment, customerTenant, principals, roles } = bodies;

function parsedDefinition(raw: unknown) {
  const reports: Malformed[] = [];
  return { value: definitionParser(raw, (one) => reports.push(one)), reports };
}
function parsedDelegation(raw: unknown, owner?: string) {
  const reports: Malformed[] = [];
  return {
    value: delegationParser(owner === undefined ? undefined : tenantId(owner))(raw, (one) => reports.push(one)),
    reports,
  };
}
const having = (properties: object) => ({ ...definition, properties: { ...definition.properties, ...properties } });

describe("a definition", () => {
  it("is read whole from the documented body", () => {
    const { value, reports } = parsedDefinition(definition);
    expect(reports).toEqual([]);
    expect(value).toEqual({
      id: definition.id.toLowerCase(),
      name: bodies.definitionName,
      subscription: bodies.subscription,
      offer: "Care Gold",
      description: "Day-to-day operations",
      managingTenant: bodies.managingTenantId,
      managingTenantName: "MSP Ltd",
      customer: customerTenant,
      customerName: "Customer AG",
      plan: { publisher: "msp", product: "msp-care", name: "gold", version: "1.2.0" },
      state: "Succeeded",
      authorizations: [
        { principal: principals.readers, label: "MSP Readers", role: roles.reader, delegatedRoles: [] },
        {
          principal: principals.policyBot,
          label: "MSP Policy bot",
          role: roles.userAccessAdministrator,
          delegatedRoles: [roles.contributor],
        },
      ],
      eligibleAuthorizations: [
        {
          principal: principals.engineers,
          label: "MSP Engineers",
          role: roles.contributor,
          policy: {
            stated: true,
            mfa: true,
            longest: "PT4H",
            approvers: [{ principal: principals.leads, label: "MSP Leads" }],
          },
        },
      ],
      history: {
        createdAt: "2026-02-03T10:11:12Z",
        createdBy: "admin@customer.example",
        changedAt: "2026-03-04T05:06:07Z",
        changedBy: "admin@customer.example",
      },
      raw: definition,
    });
  });

  it("with nothing but what is required takes Azure's defaults", () => {
    const { value } = parsedDefinition({
      id: definition.id,
      plan: null,
      properties: {
        managedByTenantId: bodies.managingTenantId.toUpperCase(),
        eligibleAuthorizations: [{ principalId: principals.engineers, roleDefinitionId: roles.reader }],
      },
    });
    expect(value).toMatchObject({
      name: bodies.definitionName,
      offer: bodies.definitionName,
      managingTenant: bodies.managingTenantId,
      customer: undefined,
      plan: undefined,
      state: "unknown",
      authorizations: [],
      history: { createdAt: undefined },
    });
    expect(value.eligibleAuthorizations[0]?.policy).toEqual({
      stated: false,
      mfa: false,
      longest: "PT8H",
      defaultLength: true,
      approvers: [],
    });
  });

  it("reads a role's full path as well as its bare id", () => {
    const roleDefinitionId = `/subscriptions/${bodies.subscription}/providers/Microsoft.Authorization/roleDefinitions/${roles.reader}`;
    const { value } = parsedDefinition(
      having({ authorizations: [{ principalId: principals.readers, roleDefinitionId }] }),
    );
    expect(value.authorizations[0]?.role).toBe(roles.reader);
  });

  it("of a later version keeps what it knows and calls the rest unknown", () => {
    const { value } = parsedDefinition(having({ provisioningState: "Migrating", extra: { much: 1 } }));
    expect(value.state).toBe("unknown");
  });

  it("a plan that lacks a part is no plan", () => {
    expect(parsedDefinition({ ...definition, plan: { name: "gold", publisher: "msp" } }).value.plan).toBeUndefined();
  });

  it.each([
    [
      "authorizations[1].principalId",
      {
        authorizations: [
          definition.properties.authorizations[0],
          { principalId: "nobody", roleDefinitionId: roles.reader },
        ],
      },
      1,
    ],
    ["authorizations[0].roleDefinitionId", { authorizations: [{ principalId: principals.readers }] }, 0],
    ["authorizations[0]", { authorizations: [null] }, 0],
  ])(
    "leaves out an authorization that cannot be read (%s), says so, and keeps the others",
    (path, properties, kept) => {
      const { value, reports } = parsedDefinition(having(properties));
      expect(value.authorizations).toHaveLength(kept);
      expect(reports.map((report) => report.path)).toEqual([`properties.${path}`]);
    },
  );

  it("tells of an approver and of a delegated role that cannot be read", () => {
    const { reports } = parsedDefinition(
      having({
        authorizations: [
          { principalId: principals.readers, roleDefinitionId: roles.reader, delegatedRoleDefinitionIds: ["x"] },
        ],
        eligibleAuthorizations: [
          {
            principalId: principals.leads,
            roleDefinitionId: roles.reader,
            justInTimeAccessPolicy: { managedByTenantApprovers: [{}] },
          },
        ],
      }),
    );
    expect(reports.map(({ path }) => path)).toEqual([
      "properties.authorizations[0].delegatedRoleDefinitionIds[0]",
      "properties.eligibleAuthorizations[0].justInTimeAccessPolicy.managedByTenantApprovers[0].principalId",
    ]);
  });

  it.each([
    ["properties.managedByTenantId", having({ managedByTenantId: undefined })],
    ["properties.managedByTenantId", having({ managedByTenantId: "MSP Ltd" })],
    ["properties", { ...definition, properties: null }],
    ["id", { ...definition, id: "2f7b" }],
    ["id", { ...definition, id: "/providers/Microsoft.ManagedServices/registrationDefinitions/x" }],
  ])("without an essential throws with its path: %s", (path, raw) => {
    const error = (() => {
      try {
        return parsedDefinition(raw);
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toBeInstanceOf(MalformedRecord);
    expect(error).toMatchObject({ path });
  });
});

describe("a delegation", () => {
  it("carries its definition where it came expanded", () => {
    const { value, reports } = parsedDelegation(expandedAssignment);
    expect(reports).toEqual([]);
    expect(value).toMatchObject({
      id: assignment.id.toLowerCase(),
      scope: { kind: "subscription", subscription: bodies.subscription },
      customer: customerTenant,
      definitionId: definition.id.toLowerCase(),
      definition: { offer: "Care Gold", raw: definition },
      raw: expandedAssignment,
    });
  });

  it("of a resource group says so, whatever the casing", () => {
    const id = `/subscriptions/${bodies.subscription.toUpperCase()}/resourceGroups/RG-One/providers/Microsoft.ManagedServices/registrationAssignments/${bodies.assignmentName}`;
    const { value } = parsedDelegation({ ...expandedAssignment, id });
    expect(value.scope).toEqual({ kind: "resourceGroup", subscription: bodies.subscription, resourceGroup: "rg-one" });
  });

  it("belongs to the tenant that owns the scope today, as Resource Graph's row tells", () => {
    const today = "d0d33333-3333-4333-8333-333333333333";
    const { value } = parsedDelegation({ ...expandedAssignment, tenantId: today });
    expect([value.customer, value.definition?.customer]).toEqual([today, customerTenant]);
    expect(parsedDelegation({ ...expandedAssignment, tenantId: today }, customerTenant).value.customer).toBe(
      customerTenant,
    );
  });

  it("stays certain although its definition cannot be read", () => {
    const raw = {
      ...assignment,
      tenantId: customerTenant,
      properties: { ...assignment.properties, registrationDefinition: { properties: {} } },
    };
    const { value, reports } = parsedDelegation(raw);
    expect(value.definition).toBeUndefined();
    expect(reports.map(({ path }) => path)).toEqual(["properties.registrationDefinition.properties.managedByTenantId"]);
  });

  it("without definition and owner cannot say whose it is", () => {
    expect(() => parsedDelegation(assignment)).toThrow(MalformedRecord);
    expect(parsedDelegation(assignment, customerTenant).value.definition).toBeUndefined();
  });
});
