import { describe, expect, test } from "vitest";
import { ask } from "./ask";
import { smallWorld } from "./small-world";
import {
  contosoIdentityId,
  groups,
  people,
  roleAssignments,
  roles,
  servicePrincipals,
  subscriptions,
  tenants,
} from "./small-world-ids";

const version = "api-version=2022-04-01";
const authorization = (id: string, rest: string) => `/subscriptions/${id}/providers/Microsoft.Authorization/${rest}`;
const names = (json: unknown) => (json as { value: { name: string }[] }).value.map(({ name }) => name);
const fresh = "12345678-0000-4000-8000-000000000000";

describe("role definitions", () => {
  test("of the tenant are the built-in ones, and nobody's secret", async () => {
    const { json } = await ask(
      smallWorld(),
      people.nobody,
      `GET /providers/Microsoft.Authorization/roleDefinitions?${version}`,
    );
    expect(names(json)).toHaveLength(Object.keys(roles).length - 1);
    expect(names(json)).not.toContain(roles.custom);
  });

  test("carry the subscription through which they were asked for", async () => {
    const { json } = await ask(
      smallWorld(),
      people.engineer,
      `GET ${authorization(subscriptions.contoso, `roleDefinitions/${roles.reader.toUpperCase()}`)}?${version}`,
    );
    expect(json).toMatchObject({
      id: authorization(subscriptions.contoso, `roleDefinitions/${roles.reader}`),
      name: roles.reader,
      type: "Microsoft.Authorization/roleDefinitions",
      properties: { roleName: "Reader", type: "BuiltInRole", assignableScopes: ["/"] },
    });
  });

  test.each([
    ["roleName eq 'reader'", [roles.reader]],
    ["type eq 'CustomRole'", [roles.custom]],
    ["atScopeAndBelow() and type eq 'CustomRole'", [roles.custom]],
    ["roleName eq 'no such role'", []],
  ])("are filtered by %s", async (filter, expected) => {
    const { json } = await ask(
      smallWorld(),
      people.admin,
      `GET ${authorization(subscriptions.own, "roleDefinitions")}?${version}&$filter=${filter}`,
    );
    expect(names(json)).toEqual(expected);
  });

  test("at the tenant hold custom ones only with atScopeAndBelow()", async () => {
    const line = `GET /providers/Microsoft.Authorization/roleDefinitions?${version}&$filter=type eq 'CustomRole'`;
    expect(names((await ask(smallWorld(), people.admin, line)).json)).toEqual([]);
    expect(names((await ask(smallWorld(), people.admin, `${line} and atScopeAndBelow()`)).json)).toEqual([
      roles.custom,
    ]);
  });
});

describe("role assignments", () => {
  test("of a customer show neither the customer's people nor what was delegated", async () => {
    const { json } = await ask(
      smallWorld(),
      people.engineer,
      `GET ${authorization(subscriptions.contoso, "roleAssignments")}?${version}`,
    );
    expect(names(json)).toEqual([roleAssignments.identity]);
    expect(JSON.stringify(json)).not.toContain("principalTenantId");
  });

  test.each([
    ["", ["ownOwner", "rootReader"]],
    ["atScope()", ["ownOwner", "rootReader"]],
    [`principalId eq '${people.admin}'`, ["ownOwner", "rootReader"]],
    [`principalId eq '${people.engineer}'`, []],
    [`atScope() and assignedTo('${people.admin}')`, ["ownOwner", "rootReader"]],
  ] as const)("of one's own subscription with %j", async (filter, expected) => {
    const query = filter && `&$filter=${filter}`;
    const { json } = await ask(
      smallWorld(),
      people.admin,
      `GET ${authorization(subscriptions.own, "roleAssignments")}?${version}${query}`,
    );
    expect(names(json)).toEqual(expected.map((name) => roleAssignments[name]));
  });

  test("at a resource group leave out what is below it and beside it", async () => {
    const world = smallWorld();
    const group = `/subscriptions/${subscriptions.own}/resourceGroups/rg-shared`;
    const body = (roleId: string) => ({
      properties: {
        roleDefinitionId: authorization(subscriptions.own, `roleDefinitions/${roleId}`),
        principalId: groups.engineers,
      },
    });
    const vault = `${group}/providers/Microsoft.KeyVault/vaults/kv`;
    const below = `${vault}/providers/Microsoft.Authorization/roleAssignments/${fresh}`;
    expect((await ask(world, people.admin, `PUT ${below}?${version}`, { body: body(roles.reader) })).status).toBe(201);
    const list = `GET ${group}/providers/Microsoft.Authorization/roleAssignments?${version}`;
    expect(names((await ask(world, people.admin, list)).json)).toContain(fresh);
    expect(names((await ask(world, people.admin, `${list}&$filter=atScope()`)).json)).not.toContain(fresh);
    const toEngineer = `${list}&$filter=assignedTo('${people.engineer}')`;
    expect(names((await ask(world, people.admin, toEngineer)).json)).toEqual([fresh]);
    expect((await ask(world, people.engineer, `GET ${below}?${version}`)).status).toBe(200);
  });

  const line = `PUT ${authorization(subscriptions.own, `roleAssignments/${fresh}`)}?${version}`;
  const own = (more: object) => ({
    properties: {
      roleDefinitionId: authorization(subscriptions.own, `roleDefinitions/${roles.reader}`),
      principalId: people.engineer,
      ...more,
    },
  });

  test("are created, repeated, and deleted once", async () => {
    const world = smallWorld();
    const created = await ask(world, people.admin, line, { body: own({ principalType: "User" }) });
    expect([created.status, created.json]).toMatchObject([
      201,
      { name: fresh, properties: { principalType: "User", createdBy: people.admin } },
    ]);
    expect(names((await ask(world, people.engineer, "GET /subscriptions?api-version=2022-12-01")).json)).toHaveLength(
      3,
    );
    expect((await ask(world, people.admin, line, { body: own({}) })).status).toBe(200);
    const remove = line.replace("PUT", "DELETE");
    expect((await ask(world, people.admin, remove)).status).toBe(200);
    expect((await ask(world, people.admin, remove)).status).toBe(204);
    expect(names((await ask(world, people.engineer, "GET /subscriptions?api-version=2022-12-01")).json)).toHaveLength(
      2,
    );
  });

  test.each([
    [own({ principalId: undefined }), 400, "InvalidRequestContent"],
    [own({ principalId: "x" }), 400, "InvalidPrincipalId"],
    [own({ principalId: fresh }), 400, "PrincipalNotFound"],
    [own({ principalType: "Group" }), 400, "UnmatchedPrincipalType"],
    [own({ principalType: "Robot" }), 400, "InvalidPrincipalType"],
    [own({ principalId: groups.office }), 400, "PrincipalTypeNotSupported"],
    [own({ roleDefinitionId: roles.reader }), 400, "InvalidRoleDefinitionId"],
    [
      own({ roleDefinitionId: authorization(subscriptions.own, `roleDefinitions/${fresh}`) }),
      404,
      "RoleDefinitionDoesNotExist",
    ],
    [own({ delegatedManagedIdentityResourceId: contosoIdentityId }), 400, "BadRequestFormat"],
    [
      own({
        principalId: people.admin,
        roleDefinitionId: authorization(subscriptions.own, `roleDefinitions/${roles.owner}`),
      }),
      409,
      "RoleAssignmentExists",
    ],
    [{}, 400, "InvalidRequestContent"],
    ["{", 400, "InvalidRequestContent"],
    ["", 400, "MissingRequestBody"],
    ["[]", 400, "InvalidRequestContent"],
  ])("%j is refused: %i %s", async (body, status, code) => {
    const answer = await ask(smallWorld(), people.admin, line, { body });
    expect([answer.status, answer.json]).toMatchObject([status, { error: { code } }]);
  });

  test("need JSON, and a GUID for a name", async () => {
    const plain = await ask(smallWorld(), people.admin, line, {
      body: own({}),
      headers: { "Content-Type": "text/plain" },
    });
    expect([plain.status, plain.json]).toMatchObject([415, { error: { code: "UnsupportedMediaType" } }]);
    const named = await ask(smallWorld(), people.admin, line.replace(fresh, "mine"), { body: own({}) });
    expect(named.json).toMatchObject({ error: { code: "InvalidRoleAssignmentId" } });
  });
});

describe("User Access Administrator through a delegation", () => {
  const put = (principalVersion = version) =>
    `PUT ${authorization(subscriptions.contoso, `roleAssignments/${fresh}`)}?${principalVersion}`;
  const system = `/subscriptions/${subscriptions.contoso}/resourceGroups/rg-policy/providers/Microsoft.Authorization/policyAssignments/p`;
  const body = (more: object = {}) => ({
    properties: {
      roleDefinitionId: authorization(subscriptions.contoso, `roleDefinitions/${roles.contributor}`),
      principalId: "dddddddd-0000-4000-8000-000000000001",
      principalType: "ServicePrincipal",
      delegatedManagedIdentityResourceId: system,
      ...more,
    },
  });
  const world = () => {
    const small = smallWorld();
    small.resources.set(system.toLowerCase(), {
      id: system,
      name: "p",
      type: "microsoft.authorization/policyassignments",
      location: "westeurope",
      resourceGroup: "rg-policy",
      subscriptionId: subscriptions.contoso,
      identity: { type: "SystemAssigned", principalId: "dddddddd-0000-4000-8000-000000000001" },
      properties: {},
    });
    return small;
  };

  test("assigns a delegated role to a customer's managed identity, which the provider then sees", async () => {
    const small = world();
    const created = await ask(small, people.operator, put(), { body: body() });
    expect(created.status).toBe(201);
    const listed = await ask(
      small,
      people.engineer,
      `GET ${authorization(subscriptions.contoso, "roleAssignments")}?${version}`,
    );
    expect(names(listed.json)).toEqual([roleAssignments.identity, fresh]);
    expect([...small.roleAssignments.values()].at(-1)?.properties.principalTenantId).toBe(tenants.contoso);
  });

  test.each([
    [
      "another role",
      body({ roleDefinitionId: authorization(subscriptions.contoso, `roleDefinitions/${roles.reader}`) }),
      version,
      403,
      "AuthorizationFailed",
    ],
    ["a person", body({ principalType: "User" }), version, 403, "AuthorizationFailed"],
    ["no identity", body({ delegatedManagedIdentityResourceId: null }), version, 400, "PrincipalNotFound"],
    [
      "an identity of another resource",
      body({ delegatedManagedIdentityResourceId: contosoIdentityId }),
      version,
      400,
      "PrincipalNotFound",
    ],
    ["an old version", body(), "api-version=2018-09-01-preview", 400, "BadRequestFormat"],
  ])("is refused %s", async (_, content, apiVersion, status, code) => {
    const answer = await ask(world(), people.operator, put(apiVersion), { body: content });
    expect([answer.status, answer.json]).toMatchObject([status, { error: { code } }]);
  });

  test("is what it takes: a reader may not", async () => {
    expect((await ask(world(), people.engineer, put(), { body: body() })).status).toBe(403);
  });
});

test("permissions are the caller's own, per role entry, and may be none", async () => {
  const at = (id: string) => `GET ${authorization(id, "permissions")}?${version}`;
  const bot = await ask(smallWorld(), servicePrincipals.bot, at(subscriptions.fabrikam));
  expect((bot.json as { value: unknown[] }).value).toHaveLength(2);
  const none = await ask(smallWorld(), people.groupReader, at(subscriptions.adatum));
  expect(none.json).toEqual({ value: [] });
  const group = await ask(
    smallWorld(),
    people.groupReader,
    `GET /subscriptions/${subscriptions.adatum}/resourcegroups/rg-web/providers/Microsoft.Authorization/permissions?${version}`,
  );
  expect(group.json).toEqual({ value: [{ actions: ["*/read"], notActions: [], dataActions: [], notDataActions: [] }] });
});
