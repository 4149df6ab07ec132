import { describe, expect, test } from "vitest";
import { ask } from "../ask";
import { smallWorld } from "../small-world";
import { definitions, groups, people, roles, servicePrincipals, subscriptions, tenants } from "../small-world-ids";
import { fresh, services, definition, assignment, offer, delegate, ofFresh } from "./offers-for-tests";

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
