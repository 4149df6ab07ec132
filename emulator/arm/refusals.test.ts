import { describe, test } from "vitest";
import { expectRefusal, type Row } from "./expect-refusal";
import { people, roles, subscriptions } from "./small-world-ids";

const { admin } = people;
const missing = "99999999-0000-4000-8000-000000000000";
const subs = "api-version=2022-12-01";
const groupVersion = "api-version=2021-04-01";
const auth = "api-version=2022-04-01";
const managed = "api-version=2022-10-01";
const at = (id: string) => `/subscriptions/${id}`;
const authorization = (id: string, type: string) => `${at(id)}/providers/Microsoft.Authorization/${type}`;
const services = (id: string, type: string) => `${at(id)}/providers/Microsoft.ManagedServices/${type}`;

describe("the front door", () => {
  test.each<Row>([
    [
      admin,
      "GET /subscriptions",
      400,
      "MissingApiVersionParameter",
      "The api-version query parameter (?api-version=) is required for all requests.",
    ],
    [admin, "GET /subscriptions?api-version=", 400, "MissingApiVersionParameter"],
    [
      admin,
      "GET /subscriptions?api-version=latest",
      400,
      "InvalidApiVersionParameter",
      "The api-version 'latest' is invalid.",
    ],
    [
      admin,
      "GET /subscriptions?api-version=1999-01-01",
      400,
      "InvalidApiVersionParameter",
      "The supported versions are '2022-12-01,",
    ],
    [
      admin,
      `GET ${services(subscriptions.contoso, "registrationAssignments")}?api-version=2022-12-01`,
      400,
      "NoRegisteredProviderFound",
      "API version '2022-12-01' for type 'registrationAssignments'",
    ],
    [
      admin,
      `GET ${services(subscriptions.contoso, "registrations")}?${managed}`,
      404,
      "InvalidResourceType",
      "The resource type 'registrations' could not be found in the namespace 'Microsoft.ManagedServices' for api version '2022-10-01'.",
    ],
    [
      admin,
      `GET ${at(subscriptions.contoso)}/providers/Microsoft.ManagedService/x?${managed}`,
      404,
      "InvalidResourceNamespace",
    ],
    [admin, `GET ${at(subscriptions.contoso)}/nothing?${subs}`, 404, "InvalidResourceType"],
    [admin, `GET /?${subs}`, 404, "MissingSubscription"],
    [admin, `GET /nothing/at/all?${subs}`, 404, "MissingSubscription"],
    [admin, `GET /subscriptions/%E0%A4%A?${subs}`, 400, "BadRequest"],
    [admin, `POST /subscriptions?${subs}`, 405, "MethodNotAllowed", "does not support http method 'POST'"],
    [admin, `DELETE /tenants?${subs}`, 405, "MethodNotAllowed"],
    [admin, `GET /providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01`, 405, "MethodNotAllowed"],
    [admin, `POST /providers/Microsoft.ResourceGraph/resources`, 400, "MissingApiVersionParameter"],
    [
      admin,
      `POST /providers/Microsoft.ResourceGraph/resources?api-version=2030-01-01`,
      400,
      "NoRegisteredProviderFound",
    ],
    [admin, `GET /subscriptions?${subs}&$skiptoken=abc`, 400, "InvalidSkipToken"],
  ])("%s %s → %i %s", expectRefusal);
});

describe("what is not implemented is named", () => {
  test.each<Row>([
    [
      admin,
      `GET /providers/Microsoft.Authorization/operations?${auth}`,
      501,
      "NotImplemented",
      "Microsoft.Authorization/operations",
    ],
    [
      admin,
      `GET ${authorization(subscriptions.contoso, "roleEligibilityScheduleRequests")}?api-version=2020-10-01`,
      501,
      "NotImplemented",
      "roleEligibilityScheduleRequests",
    ],
    [
      admin,
      `GET /providers/Microsoft.ResourceGraph/operations?api-version=2022-10-01`,
      501,
      "NotImplemented",
      "Microsoft.ResourceGraph/operations",
    ],
    [admin, `PUT /providers/Microsoft.Authorization/roleDefinitions/${missing}?${auth}`, 501, "NotImplemented", "PUT"],
    [
      admin,
      `DELETE ${authorization(subscriptions.own, `roleDefinitions/${roles.custom}`)}?${auth}`,
      501,
      "NotImplemented",
      "DELETE",
    ],
    [admin, `GET ${at(subscriptions.own)}/locations?${subs}`, 501, "NotImplemented", "locations"],
    [
      admin,
      `GET ${at(subscriptions.own)}/providers/Microsoft.Compute/virtualMachines?api-version=2024-03-01`,
      501,
      "NotImplemented",
      "Microsoft.Compute/virtualMachines",
    ],
    [
      admin,
      `GET /providers/Microsoft.Management/managementGroups?api-version=2020-05-01`,
      501,
      "NotImplemented",
      "managementGroups",
    ],
    [
      admin,
      `GET /providers/Microsoft.Management/managementGroups/x/providers/Microsoft.Authorization/roleAssignments?${auth}`,
      501,
      "NotImplemented",
      "roleAssignments",
    ],
    [
      admin,
      `DELETE ${at(subscriptions.own)}/resourceGroups/rg-shared?${groupVersion}`,
      501,
      "NotImplemented",
      "resourceGroups",
    ],
  ])("%s %s → %i %s", expectRefusal);
});

describe("filters", () => {
  test.each<Row>([
    [
      admin,
      `GET ${authorization(subscriptions.own, "roleAssignments")}?${auth}&$filter=principalId eq ${people.admin}`,
      400,
      "UnsupportedQuery",
      "Supported filters are either 'atScope()' or 'principalId eq '{value}' or assignedTo('{value}')'.",
    ],
    [
      admin,
      `GET ${authorization(subscriptions.own, "roleAssignments")}?${auth}&$filter=roleName eq 'Reader'`,
      400,
      "UnsupportedQuery",
    ],
    [
      admin,
      `GET ${authorization(subscriptions.own, "roleAssignments")}?${auth}&$filter=atScope() and principalId eq '${admin}'`,
      400,
      "UnsupportedQuery",
    ],
    [admin, `GET ${authorization(subscriptions.own, "roleAssignments")}?${auth}&$filter=`, 400, "UnsupportedQuery"],
    [
      admin,
      `GET /providers/Microsoft.Authorization/roleAssignments?${auth}`,
      400,
      "BadRequest",
      "not allowed without any filters",
    ],
    [
      admin,
      `GET /providers/Microsoft.Authorization/roleDefinitions?${auth}&$filter=roleName ne 'x'`,
      400,
      "UnsupportedQuery",
    ],
    [
      admin,
      `GET /providers/Microsoft.Authorization/roleDefinitions?${auth}&$filter=atScope()`,
      400,
      "UnsupportedQuery",
    ],
    [
      admin,
      `GET ${services(subscriptions.contoso, "registrationAssignments")}?${managed}&$filter=manageeTenantId eq 'x'`,
      400,
      "InvalidFilter",
    ],
    [
      admin,
      `GET ${services(subscriptions.contoso, "registrationDefinitions")}?${managed}&$filter=managedByTenantId eq 'x' or 1`,
      400,
      "InvalidFilter",
    ],
    [
      admin,
      `GET ${services(subscriptions.contoso, "registrationAssignments")}?${managed}&$expandRegistrationDefinition=yes`,
      400,
      "InvalidQueryParameter",
    ],
    [
      admin,
      `GET /providers/Microsoft.ManagedServices/marketplaceRegistrationDefinitions?${managed}&$filter=publisher eq 'msp'`,
      400,
      "InvalidFilter",
    ],
    [
      admin,
      `GET ${at(subscriptions.own)}/resourceGroups?${groupVersion}&$filter=location eq 'x'`,
      400,
      "InvalidFilterInQueryString",
    ],
  ])("%s %s → %i %s", expectRefusal);
});
