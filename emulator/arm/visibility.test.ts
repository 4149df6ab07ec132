import { describe, expect, test } from "vitest";
import { ask } from "./ask";
import { expectRefusal, type Row } from "./expect-refusal";
import { smallWorld } from "./small-world";
import {
  assignments,
  definitions,
  groups,
  people,
  roleAssignments,
  roles,
  servicePrincipals,
  subscriptions,
  tenants,
} from "./small-world-ids";

const { admin, agent, engineer, groupReader, nobody, operator } = people;
const missing = "99999999-0000-4000-8000-000000000000";
const subs = "api-version=2022-12-01";
const groupVersion = "api-version=2021-04-01";
const auth = "api-version=2022-04-01";
const managed = "api-version=2022-10-01";
const at = (id: string) => `/subscriptions/${id}`;
const authorization = (id: string, type: string) => `${at(id)}/providers/Microsoft.Authorization/${type}`;
const services = (id: string, type: string) => `${at(id)}/providers/Microsoft.ManagedServices/${type}`;
const web = `${at(subscriptions.adatum)}/resourceGroups/rg-web`;
const contosoDelegation = services(subscriptions.contoso, `registrationAssignments/${assignments.contoso}`);
const failed = (action: string, id: string) =>
  `with object id '${id}' does not have authorization to perform action '${action}' over scope`;

describe("who may see and do what", () => {
  test.each<Row>([
    [
      admin,
      `GET ${at(missing)}?${subs}`,
      404,
      "SubscriptionNotFound",
      `The subscription '${missing}' could not be found.`,
    ],
    [admin, `GET ${at("production")}?${subs}`, 400, "InvalidSubscriptionId"],
    [
      admin,
      `GET ${at(subscriptions.contosoSecond)}?${subs}`,
      401,
      "InvalidAuthenticationTokenTenant",
      `https://sts.windows.net/${tenants.contoso}/`,
    ],
    [
      admin,
      `GET ${at(subscriptions.northwind)}/resourceGroups?${groupVersion}`,
      401,
      "InvalidAuthenticationTokenTenant",
    ],
    [nobody, `GET ${at(subscriptions.contoso)}?${subs}`, 404, "SubscriptionNotFound"],
    [people.onCall, `GET ${contosoDelegation}?${managed}`, 404, "SubscriptionNotFound"],
    [nobody, `GET ${services(subscriptions.contoso, "registrations")}?${managed}`, 404, "SubscriptionNotFound"],
    [
      groupReader,
      `GET ${services(subscriptions.adatum, "registrationAssignments")}?${managed}`,
      403,
      "AuthorizationFailed",
      failed("Microsoft.ManagedServices/registrationAssignments/read", groupReader),
    ],
    [
      admin,
      `GET ${services(subscriptions.fabrikam, "registrationDefinitions")}?${managed}`,
      403,
      "AuthorizationFailed",
      failed("Microsoft.ManagedServices/registrationDefinitions/read", admin),
    ],
    [
      engineer,
      `DELETE ${contosoDelegation}?${managed}`,
      403,
      "AuthorizationFailed",
      failed("Microsoft.ManagedServices/registrationAssignments/delete", engineer),
    ],
    [
      engineer,
      `DELETE ${services(subscriptions.contoso, `registrationDefinitions/${definitions.contoso}`)}?${managed}`,
      403,
      "AuthorizationFailed",
    ],
    [
      engineer,
      `GET ${web}x?${groupVersion}`,
      403,
      "AuthorizationFailed",
      "rg-webx' or the scope is invalid. If access was recently granted, please refresh your credentials.",
    ],
    [admin, `GET ${at(subscriptions.fabrikam)}/resourceGroups?${groupVersion}`, 403, "AuthorizationFailed"],
    [
      admin,
      `GET ${at(subscriptions.own)}/resourceGroups/none?${groupVersion}`,
      404,
      "ResourceGroupNotFound",
      "Resource group 'none' could not be found.",
    ],
    [
      admin,
      `GET ${at(subscriptions.own)}/resourceGroups/none/providers/Microsoft.Authorization/permissions?${auth}`,
      404,
      "ResourceGroupNotFound",
    ],
    [
      admin,
      `GET ${services(subscriptions.contoso, `registrationAssignments/${missing}`)}?${managed}`,
      404,
      "ResourceNotFound",
      "Microsoft.ManagedServices/registrationAssignments",
    ],
    [
      admin,
      `GET ${services(subscriptions.contoso, `registrationDefinitions/${missing}`)}?${managed}`,
      404,
      "ResourceNotFound",
      "'<null>'",
    ],
    [
      admin,
      `GET ${web}/providers/Microsoft.ManagedServices/registrationAssignments/${missing}?${managed}`,
      404,
      "ResourceNotFound",
      "'rg-web'",
    ],
    [
      admin,
      `GET /providers/Microsoft.ManagedServices/marketplaceRegistrationDefinitions/nobody.at.all?${managed}`,
      404,
      "ResourceNotFound",
    ],
    [
      admin,
      `GET ${services(subscriptions.contoso, `operationStatuses/${missing}`)}?${managed}`,
      404,
      "OperationNotFound",
    ],
    [
      servicePrincipals.bot,
      `GET ${services(subscriptions.fabrikam, `operationStatuses/${missing}`)}?${managed}`,
      403,
      "AuthorizationFailed",
    ],
    [
      operator,
      `DELETE ${services(subscriptions.contoso, `registrationDefinitions/${definitions.contoso}`)}?${managed}`,
      409,
      "Conflict",
    ],
    [
      engineer,
      `GET /providers/Microsoft.Authorization/roleAssignments?${auth}&$filter=atScope()`,
      403,
      "AuthorizationFailed",
      "over scope '/'",
    ],
    [
      admin,
      `GET ${authorization(subscriptions.contoso, `roleAssignments/${roleAssignments.customersOwn}`)}?${auth}`,
      404,
      "RoleAssignmentNotFound",
    ],
    [
      admin,
      `DELETE ${authorization(subscriptions.contoso, `roleAssignments/${roleAssignments.identity}`)}?${auth}`,
      403,
      "AuthorizationFailed",
    ],
    [
      admin,
      `GET /providers/Microsoft.Authorization/roleDefinitions/${missing}?${auth}`,
      404,
      "RoleDefinitionDoesNotExist",
    ],
    [admin, `GET /providers/Microsoft.Authorization/roleDefinitions/reader?${auth}`, 400, "InvalidRoleDefinitionId"],
    [
      admin,
      `GET ${authorization(subscriptions.contoso, `roleDefinitions/${roles.custom}`)}?${auth}`,
      404,
      "RoleDefinitionDoesNotExist",
    ],
    [
      agent,
      `POST ${at(subscriptions.own)}/providers/Microsoft.ManagedServices/register?${groupVersion}`,
      404,
      "SubscriptionNotFound",
    ],
    [
      admin,
      `POST ${at(subscriptions.ownUnregistered)}/providers/Microsoft.ManagedServices/register?${groupVersion}`,
      403,
      "AuthorizationFailed",
    ],
  ])("%s %s → %i %s", expectRefusal);
});

test("a subscription that the world makes unreadable is listed, and refused at and below it", async () => {
  const world = smallWorld();
  world.faults.push({ service: "arm", match: { subscription: subscriptions.contoso }, effect: { kind: "unreadable" } });
  const listed = await ask(world, admin, `GET /subscriptions?${subs}`);
  expect(JSON.stringify(listed.json)).toContain(subscriptions.contoso);
  for (const path of [at(subscriptions.contoso), contosoDelegation]) {
    const answer = await ask(world, admin, `GET ${path}?${path === contosoDelegation ? managed : subs}`);
    expect([answer.status, answer.json]).toMatchObject([403, { error: { code: "AuthorizationFailed" } }]);
  }
  expect((await ask(world, admin, `GET ${web}?${groupVersion}`)).status).toBe(200);
});

test("groups that are gone leave nothing behind", async () => {
  const answer = await ask(smallWorld(), groups.deleted, `GET /subscriptions?${subs}`);
  expect(answer.json).toEqual({ value: [] });
});
