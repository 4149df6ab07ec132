import { describe, expect, test } from "vitest";
import { ask, origin, secondsLater } from "../ask";
import {
  assignments,
  definitions,
  groups,
  people,
  roles,
  servicePrincipals,
  smallWorld,
  subscriptions,
  tenants,
} from "../small-world";

const version = "api-version=2022-10-01";
const fresh = "12345678-0000-4000-8000-000000000000";
const services = (id: string, rest: string) => `/subscriptions/${id}/providers/Microsoft.ManagedServices/${rest}`;
const definition = (id = subscriptions.fabrikam, name = fresh) =>
  services(id, `registrationDefinitions/${name}?${version}`);
const assignment = (id = subscriptions.fabrikam, name = fresh) =>
  services(id, `registrationAssignments/${name}?${version}`);
const fabrikamDelegation = assignment(subscriptions.fabrikam, assignments.fabrikam);
const offer = (more: object = {}) => ({
  properties: {
    registrationDefinitionName: "Care",
    description: "Day-to-day operations",
    managedByTenantId: tenants.msp,
    authorizations: [
      { principalId: groups.engineers, principalIdDisplayName: "Engineers", roleDefinitionId: roles.reader },
    ],
    ...more,
  },
});
const delegate = (id: string) => ({ properties: { registrationDefinitionId: id } });
const ofFresh = delegate(services(subscriptions.fabrikam, `registrationDefinitions/${fresh}`));

describe("onboarding, as an Admin Agent in the customer's tenant", () => {
  test("creates a definition, delegates by it, and access begins when provisioning has succeeded", async () => {
    const world = smallWorld();
    const offered = await ask(world, people.agent, `PUT ${definition()}`, { body: offer() });
    expect([offered.status, offered.json]).toMatchObject([
      201,
      {
        id: services(subscriptions.fabrikam, `registrationDefinitions/${fresh}`),
        systemData: { createdBy: "agnes@msp.example", createdByType: "User", createdAt: "2026-11-20T12:00:00.000Z" },
        properties: {
          manageeTenantId: tenants.fabrikam,
          manageeTenantName: "Fabrikam",
          managedByTenantName: "MSP",
          provisioningState: "Succeeded",
        },
      },
    ]);

    const started = await ask(world, people.agent, `PUT ${assignment()}`, { body: ofFresh });
    expect([started.status, started.json]).toMatchObject([201, { properties: { provisioningState: "Accepted" } }]);
    const statusUrl = started.headers.get("Azure-AsyncOperation") ?? "";
    expect(
      statusUrl.startsWith(
        `${origin}/subscriptions/${subscriptions.fabrikam}/providers/Microsoft.ManagedServices/operationStatuses/`,
      ),
    ).toBe(true);
    expect(started.headers.get("Retry-After")).toBe("1");

    const poll = async (seconds: number) => {
      const { status, json } = await ask(world, people.agent, `GET ${statusUrl}`, { now: secondsLater(seconds) });
      const row = await ask(world, people.agent, `GET ${assignment()}`, { now: secondsLater(seconds) });
      const { provisioningState } = (row.json as { properties: { provisioningState: string } }).properties;
      const seen = await ask(world, people.engineer, "GET /subscriptions?api-version=2022-12-01", {
        now: secondsLater(seconds),
      });
      return [
        status,
        (json as { status: string }).status,
        provisioningState,
        JSON.stringify(seen.json).includes(subscriptions.fabrikam),
      ];
    };
    expect(await poll(1)).toEqual([200, "InProgress", "Accepted", false]);
    expect(await poll(3)).toEqual([200, "InProgress", "Creating", false]);
    expect(await poll(5)).toEqual([200, "Succeeded", "Succeeded", true]);
  });

  test("takes as long as the world says", async () => {
    const world = smallWorld({ operationSeconds: 60 });
    await ask(world, people.agent, `PUT ${definition()}`, { body: offer() });
    const { headers } = await ask(world, people.agent, `PUT ${assignment()}`, { body: ofFresh });
    expect(headers.get("Retry-After")).toBe("12");
    const at = async (seconds: number) =>
      (
        await ask(world, people.agent, `GET ${headers.get("Azure-AsyncOperation") ?? ""}`, {
          now: secondsLater(seconds),
        })
      ).json;
    expect(await at(59)).toMatchObject({ status: "InProgress", percentComplete: 98 });
    expect(await at(60)).toMatchObject({ status: "Succeeded", percentComplete: 100 });
  });

  test("names the managing tenant on the subscription, once", async () => {
    const world = smallWorld();
    const body = offer({ managedByTenantId: tenants.otherMsp });
    await ask(world, people.agent, `PUT ${definition()}`, { body });
    await ask(world, people.agent, `PUT ${assignment()}`, { body: ofFresh });
    const { json } = await ask(
      world,
      people.agent,
      `GET /subscriptions/${subscriptions.fabrikam}?api-version=2022-12-01`,
      { now: secondsLater(9) },
    );
    expect(json).toMatchObject({ managedByTenants: [{ tenantId: tenants.msp }, { tenantId: tenants.otherMsp }] });
  });

  test("replaces the authorizations of an offer that is written again", async () => {
    const world = smallWorld();
    const line = definition(subscriptions.fabrikam, definitions.fabrikam);
    const before = await ask(world, people.engineer, `GET ${fabrikamDelegation}`);
    expect(before.status).toBe(404);
    expect((await ask(world, people.agent, `PUT ${line}`, { body: offer() })).status).toBe(200);
    expect((await ask(world, people.engineer, `GET ${fabrikamDelegation}`)).status).toBe(200);
    expect((await ask(world, people.admin, `GET ${fabrikamDelegation}`)).status).toBe(404);
  });

  test("changes nothing when the same is assigned under the same name again", async () => {
    const body = delegate(services(subscriptions.fabrikam, `registrationDefinitions/${definitions.fabrikam}`));
    const again = await ask(smallWorld(), people.agent, `PUT ${fabrikamDelegation}`, { body });
    expect([again.status, again.headers.get("Azure-AsyncOperation")]).toEqual([200, null]);
  });
});

describe("ending a delegation", () => {
  test("takes the delete role, answers 202, and can be followed by who has lost all access", async () => {
    const world = smallWorld();
    const ended = await ask(world, people.admin, `DELETE ${fabrikamDelegation}`);
    expect([ended.status, ended.json]).toEqual([202, undefined]);
    const location = ended.headers.get("Location") ?? "";
    const poll = (seconds: number, person = people.admin) =>
      ask(world, person, `GET ${location}`, { now: secondsLater(seconds) });

    const running = await poll(1);
    expect([running.status, running.headers.get("Location"), running.json]).toMatchObject([
      202,
      location,
      { status: "InProgress" },
    ]);
    expect((await ask(world, people.agent, `GET ${fabrikamDelegation}`)).json).toMatchObject({
      properties: { provisioningState: "Deleting" },
    });
    const done = await poll(5);
    expect([done.status, done.json]).toMatchObject([200, { status: "Succeeded" }]);

    const now = secondsLater(6);
    // Nothing of the subscription is delegated any more, so even its existence is another tenant's business.
    expect((await ask(world, people.admin, `GET ${fabrikamDelegation}`, { now })).json).toMatchObject({
      error: { code: "InvalidAuthenticationTokenTenant" },
    });
    expect((await ask(world, people.agent, `GET ${fabrikamDelegation}`, { now })).json).toMatchObject({
      error: { code: "ResourceNotFound" },
    });
    expect((await ask(world, people.agent, `DELETE ${fabrikamDelegation}`, { now })).status).toBe(204);
    const { json } = await ask(
      world,
      people.agent,
      `GET /subscriptions/${subscriptions.fabrikam}?api-version=2022-12-01`,
      { now },
    );
    expect(json).toMatchObject({ managedByTenants: [] });
    expect((await poll(6, people.engineer)).status).toBe(401);
  });

  test("leaves the definition, which can then be deleted without waiting", async () => {
    const world = smallWorld();
    const line = `DELETE ${definition(subscriptions.fabrikam, definitions.fabrikam)}`;
    expect((await ask(world, people.agent, line)).status).toBe(409);
    await ask(world, people.agent, `DELETE ${fabrikamDelegation}`);
    const now = secondsLater(9);
    expect((await ask(world, people.agent, line, { now })).status).toBe(200);
    expect((await ask(world, people.agent, line, { now })).status).toBe(204);
  });

  test("cannot be overtaken by writing it again, and overtakes what is being created", async () => {
    const world = smallWorld();
    await ask(world, people.agent, `DELETE ${fabrikamDelegation}`);
    const body = delegate(services(subscriptions.fabrikam, `registrationDefinitions/${definitions.fabrikam}`));
    expect((await ask(world, people.agent, `PUT ${fabrikamDelegation}`, { body })).status).toBe(409);

    const other = smallWorld();
    await ask(other, people.agent, `PUT ${definition()}`, { body: offer() });
    await ask(other, people.agent, `PUT ${assignment()}`, { body: ofFresh });
    await ask(other, people.agent, `DELETE ${assignment()}`, { now: secondsLater(4) });
    const later = await ask(other, people.agent, `GET ${assignment()}`, { now: secondsLater(6) });
    expect(later.json).toMatchObject({ properties: { provisioningState: "Deleting" } });
    expect((await ask(other, people.agent, `GET ${assignment()}`, { now: secondsLater(9) })).status).toBe(404);
  });
});

describe("who may onboard", () => {
  test.each([
    [
      "a provider's Contributor may not offer",
      people.operator,
      definition(subscriptions.contoso),
      offer(),
      403,
      "InsufficientPrivilegesForManagedServiceResource",
    ],
    [
      "nor delegate",
      people.operator,
      assignment(subscriptions.contoso),
      ofFresh,
      403,
      "InsufficientPrivilegesForManagedServiceResource",
    ],
    [
      "a reader is refused before that",
      people.engineer,
      definition(subscriptions.contoso),
      offer(),
      403,
      "AuthorizationFailed",
    ],
    [
      "nobody delegates to their own tenant",
      people.admin,
      definition(subscriptions.own),
      offer(),
      409,
      "MissingSubscriptionRegistration",
    ],
  ])("%s", async (_, person, path, body, status, code) => {
    const answer = await ask(smallWorld(), person, `PUT ${path}`, { body });
    expect([answer.status, answer.json]).toMatchObject([status, { error: { code } }]);
  });

  test("a subscription must be registered for the namespace first", async () => {
    const world = smallWorld();
    const provider = `/subscriptions/${subscriptions.own}/providers/Microsoft.ManagedServices`;
    const state = async () => (await ask(world, people.admin, `GET ${provider}?api-version=2021-04-01`)).json;
    expect(await state()).toMatchObject({ registrationState: "NotRegistered" });
    await ask(world, people.admin, `POST ${provider}/register?api-version=2021-04-01`);
    expect(await state()).toMatchObject({ registrationState: "Registered" });
    const elsewhere = offer({ managedByTenantId: tenants.otherMsp });
    expect((await ask(world, people.admin, `PUT ${definition(subscriptions.own)}`, { body: elsewhere })).status).toBe(
      201,
    );
    const unregister = await ask(world, people.admin, `POST ${provider}/unregister?api-version=2021-04-01`);
    expect(unregister.json).toMatchObject({ error: { code: "ResourcesStillInUse" } });
  });
});

describe("a definition is refused", () => {
  const reader = { principalId: people.admin, roleDefinitionId: roles.reader };
  const one = (more: object) => offer({ authorizations: [{ ...reader, ...more }] });
  const eligible = (...items: object[]) =>
    offer({
      authorizations: [reader],
      eligibleAuthorizations: items.map((item) => ({ ...reader, roleDefinitionId: roles.contributor, ...item })),
    });
  const policy = (more: object) => eligible({ justInTimeAccessPolicy: { multiFactorAuthProvider: "Azure", ...more } });
  const uaa = roles.userAccessAdministrator;
  const code = "InvalidRegistrationDefinitionCreateRequest";

  test.each<[string, unknown, string, string]>([
    [
      "for the customer's own tenant",
      offer({ managedByTenantId: tenants.fabrikam }),
      code,
      `not allowed to use the '${tenants.fabrikam}' as ManagedByTenantId`,
    ],
    [
      "without a managing tenant",
      offer({ managedByTenantId: undefined }),
      "InvalidRequestContent",
      "managedByTenantId",
    ],
    ["for a tenant that is no GUID", offer({ managedByTenantId: "msp" }), code, "must be a valid Guid"],
    [
      "without authorizations",
      offer({ authorizations: undefined }),
      "InvalidRequestContent",
      "Required property 'authorizations' not found in JSON. Path 'properties'",
    ],
    ["without properties", {}, "InvalidRequestContent", "Required property 'properties'"],
    ["when authorizations are no list", offer({ authorizations: {} }), "InvalidRequestContent", "An array is expected"],
    [
      "when a principal is no GUID",
      one({ principalId: "engineers" }),
      "InvalidRequestContent",
      "The PrincipalId 'engineers' must be a valid Guid.",
    ],
    [
      "when a role is a path",
      one({ roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${roles.reader}` }),
      "InvalidRequestContent",
      "The RoleDefinitionId",
    ],
    ["with Owner", one({ roleDefinitionId: roles.owner }), code, "because of restricted actions"],
    [
      "with a role that writes role assignments",
      one({ roleDefinitionId: roles.accessControlAdministrator }),
      code,
      "because of restricted actions",
    ],
    [
      "with data actions",
      one({ roleDefinitionId: roles.logAnalyticsContributor }),
      code,
      "with data actions not allowed",
    ],
    [
      "with notDataActions",
      one({ roleDefinitionId: roles.inferenceOperator }),
      code,
      "without any data and notData actions",
    ],
    ["with a custom role", one({ roleDefinitionId: roles.custom }), code, "Only built in role definitions"],
    ["with an unknown role", one({ roleDefinitionId: fresh }), code, "Only built in role definitions"],
    [
      "with User Access Administrator alone",
      one({ roleDefinitionId: uaa }),
      code,
      "requires 'delegatedRoleDefinitionIds'",
    ],
    [
      "when that may give Owner",
      one({ roleDefinitionId: uaa, delegatedRoleDefinitionIds: [roles.owner] }),
      code,
      "restricted actions",
    ],
    [
      "when that may give itself",
      one({ roleDefinitionId: uaa, delegatedRoleDefinitionIds: [uaa] }),
      code,
      "restricted actions",
    ],
    [
      "when that may give data actions",
      one({ roleDefinitionId: uaa, delegatedRoleDefinitionIds: [roles.logAnalyticsContributor] }),
      code,
      "data actions",
    ],
    [
      "when a reader may give roles",
      one({ delegatedRoleDefinitionIds: [roles.contributor] }),
      code,
      "is only allowed with the role definition",
    ],
    ["with the same grant twice", offer({ authorizations: [reader, reader] }), code, "more than once"],
    [
      "with Owner as eligible",
      eligible({ roleDefinitionId: roles.owner }),
      code,
      `Restricted role definitions are '${roles.owner};${uaa}'`,
    ],
    [
      "with User Access Administrator as eligible",
      eligible({ roleDefinitionId: uaa }),
      code,
      "restricted for eligible authorization",
    ],
    [
      "with data actions as eligible",
      eligible({ roleDefinitionId: roles.logAnalyticsContributor }),
      code,
      "data actions",
    ],
    [
      "with delegated roles as eligible",
      eligible({ delegatedRoleDefinitionIds: [] }),
      code,
      "not allowed for eligible authorizations",
    ],
    [
      "when an eligible service principal holds it",
      eligible({ principalId: servicePrincipals.bot }),
      code,
      "type ServicePrincipal",
    ],
    [
      "when a service principal approves",
      policy({ managedByTenantApprovers: [{ principalId: servicePrincipals.bot }] }),
      code,
      "type ServicePrincipal",
    ],
    [
      "when the eligible cannot read permanently",
      eligible({ principalId: people.onCall }),
      code,
      "needs a permanent authorization with Reader access",
    ],
    ["for 20 minutes", policy({ maximumActivationDuration: "PT20M" }), code, "between 30 minutes and 8 hours"],
    ["for nine hours", policy({ maximumActivationDuration: "PT9H" }), code, "between 30 minutes and 8 hours"],
    ["for a day", policy({ maximumActivationDuration: "P1D" }), code, "between 30 minutes and 8 hours"],
    ["with another kind of MFA", policy({ multiFactorAuthProvider: "Okta" }), code, "MultiFactorAuthProvider 'Okta'"],
    [
      "with eleven approvers",
      policy({ managedByTenantApprovers: Array.from({ length: 11 }, () => ({ principalId: people.admin })) }),
      code,
      "No more than 10 approvers",
    ],
    [
      "when one role has two policies",
      offer({
        authorizations: [reader, { ...reader, principalId: people.onCall }],
        eligibleAuthorizations: [
          { principalId: people.admin, roleDefinitionId: roles.contributor },
          {
            principalId: people.onCall,
            roleDefinitionId: roles.contributor,
            justInTimeAccessPolicy: { multiFactorAuthProvider: "Azure" },
          },
        ],
      }),
      code,
      "must have the same just-in-time access policy",
    ],
    [
      "with half a plan",
      { ...offer(), plan: { name: "gold", publisher: "msp", product: "care" } },
      "InvalidRequestContent",
      "Required property 'version' not found in JSON. Path 'plan'",
    ],
    ["that is not JSON", "{ not json", "InvalidRequestContent", "could not be deserialized"],
    ["that is empty", "", "MissingRequestBody", ""],
  ])("%s", async (_, body, expected, message) => {
    const world = smallWorld();
    const answer = await ask(world, people.agent, `PUT ${definition()}`, { body });
    expect([answer.status, answer.json]).toMatchObject([
      400,
      { error: { code: expected, message: expect.stringContaining(message) as string } },
    ]);
    expect(world.version).toBe(smallWorld().version);
  });

  test("at a resource group, and under a name that is no GUID", async () => {
    const world = smallWorld();
    const group = `/subscriptions/${subscriptions.fabrikam}/resourceGroups/rg`;
    world.resourceGroups.set(group.toLowerCase(), {
      id: group,
      name: "rg",
      subscriptionId: subscriptions.fabrikam,
      location: "x",
      managedBy: null,
      tags: {},
    });
    const path = definition().replace(`/subscriptions/${subscriptions.fabrikam}`, group);
    const code = "InvalidRegistrationDefinitionUri";
    const message = `The registration definition request scope '${group}' should be '/subscriptions/<subscriptionId>'.`;
    expect((await ask(world, people.agent, `PUT ${path}`, { body: offer() })).json).toEqual({
      error: { code, message },
    });
    expect(
      (await ask(world, people.agent, `PUT ${definition(subscriptions.fabrikam, "mine")}`, { body: offer() })).json,
    ).toMatchObject({ error: { code } });
  });

  test("when it changes hands, or speaks of eligibility to an old version", async () => {
    const moved = await ask(
      smallWorld(),
      people.agent,
      `PUT ${definition(subscriptions.fabrikam, definitions.fabrikam)}`,
      { body: offer({ managedByTenantId: tenants.otherMsp }) },
    );
    expect(moved.json).toMatchObject({
      error: { code, message: expect.stringContaining("cannot be changed") as string },
    });
    const old = await ask(smallWorld(), people.agent, `PUT ${definition().replace("2022-10-01", "2019-09-01")}`, {
      body: eligible({}),
    });
    expect(old.json).toMatchObject({ error: { message: expect.stringContaining("2020-02-01-preview") as string } });
  });

  test("and taken when all is in order", async () => {
    const body = {
      ...eligible({
        justInTimeAccessPolicy: {
          multiFactorAuthProvider: "Azure",
          maximumActivationDuration: "PT30M",
          managedByTenantApprovers: [{ principalId: people.operator }],
        },
      }),
      plan: { name: "gold", publisher: "msp", product: "care", version: "1.2.0" },
    };
    const { status, json } = await ask(smallWorld(), people.agent, `PUT ${definition()}`, { body });
    expect([status, json]).toMatchObject([201, body]);
    const assigner = one({ roleDefinitionId: uaa, delegatedRoleDefinitionIds: [roles.contributor] });
    expect((await ask(smallWorld(), people.agent, `PUT ${definition()}`, { body: assigner })).status).toBe(201);
  });
});

describe("an assignment is refused", () => {
  const names = (principalId: string) => offer({ authorizations: [{ principalId, roleDefinitionId: roles.reader }] });

  test.each([
    [
      "twice at one scope",
      offer(),
      delegate(services(subscriptions.fabrikam, `registrationDefinitions/${definitions.fabrikam}`)),
      "Another registration assignment present at this scope",
    ],
    ["of a bare GUID", offer(), delegate(fresh), "was not found"],
    [
      "of another subscription's definition",
      offer(),
      delegate(services(subscriptions.contoso, `registrationDefinitions/${definitions.contoso}`)),
      "was not found",
    ],
    ["of nothing", offer(), { properties: {} }, "Required property 'registrationDefinitionId'"],
    [
      "to an application's id",
      names(servicePrincipals.botApp),
      ofFresh,
      "Principals of type Application cannot validly be used in role assignments.",
    ],
    ["to a Microsoft 365 group", names(groups.office), ofFresh, "is not a security group"],
    ["to nobody", names(fresh), ofFresh, "does not exist in the directory"],
  ])("%s", async (_, offered, body, message) => {
    const world = smallWorld();
    expect((await ask(world, people.agent, `PUT ${definition()}`, { body: offered })).status).toBe(201);
    const answer = await ask(world, people.agent, `PUT ${assignment()}`, { body });
    expect([answer.status, answer.json]).toMatchObject([
      400,
      { error: { message: expect.stringContaining(message) as string } },
    ]);
  });

  test("under a name that is no GUID", async () => {
    const answer = await ask(smallWorld(), people.agent, `PUT ${assignment(subscriptions.fabrikam, "mine")}`, {
      body: ofFresh,
    });
    expect(answer.status).toBe(400);
  });
});
