import { refused, type Refused, type Stage } from "./request";

const v = "api-version=2022-10-01";
const unknown = "11111111-2222-4333-8444-555555555555";
const reader = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
const contributor = "b24988ac-6180-42a0-ab88-20f7382dd24c";

const at = ({ subscription }: Stage, provider: string) => `/subscriptions/${subscription}/providers/${provider}`;
const assignments = "Microsoft.ManagedServices/registrationAssignments";
const definitions = "Microsoft.ManagedServices/registrationDefinitions";

const versions: Refused[] = [
  refused("no api-version", () => ({ path: "/subscriptions" }), 400, "MissingApiVersionParameter"),
  refused(
    "an api-version that is none",
    () => ({ path: "/subscriptions?api-version=latest" }),
    400,
    "InvalidApiVersionParameter",
  ),
  refused(
    "an api-version of another time",
    (stage) => ({ path: `${at(stage, assignments)}?api-version=1999-01-01` }),
    400,
    "NoRegisteredProviderFound",
  ),
];

const places: Refused[] = [
  refused(
    "an unknown subscription",
    () => ({ path: `/subscriptions/${unknown}?api-version=2022-12-01` }),
    404,
    "SubscriptionNotFound",
  ),
  refused(
    "an unknown subscription's delegations",
    () => ({ path: `/subscriptions/${unknown}/providers/${assignments}?${v}` }),
    404,
    "SubscriptionNotFound",
  ),
  refused(
    "an unknown resource group's delegations",
    ({ subscription }) => ({
      path: `/subscriptions/${subscription}/resourceGroups/none/providers/${assignments}?${v}`,
    }),
    404,
    "ResourceGroupNotFound",
  ),
  refused(
    "an unknown provider",
    (stage) => ({ path: `${at(stage, "Contoso.Nothing/things")}?${v}` }),
    404,
    "InvalidResourceNamespace",
  ),
  refused(
    "an unknown type",
    (stage) => ({ path: `${at(stage, "Microsoft.ManagedServices/registrationSecrets")}?${v}` }),
    404,
    "InvalidResourceType",
  ),
  refused(
    "an unknown definition",
    (stage) => ({ path: `${at(stage, definitions)}/${unknown}?${v}` }),
    404,
    "ResourceNotFound",
  ),
  refused(
    "an unknown assignment",
    (stage) => ({ path: `${at(stage, assignments)}/${unknown}?${v}` }),
    404,
    "ResourceNotFound",
  ),
  refused(
    "an unknown role",
    (stage) => ({ path: `${at(stage, "Microsoft.Authorization/roleDefinitions")}/${unknown}?api-version=2022-04-01` }),
    404,
    "RoleDefinitionDoesNotExist",
  ),
];

const rights: Refused[] = [
  refused(
    "delegations, for a person without access",
    (stage) => ({ path: `${at(stage, assignments)}?${v}`, authorization: `Bearer ${stage.nobody}` }),
    404,
    "SubscriptionNotFound",
  ),
  refused(
    "ending a delegation without the right to",
    (stage) => ({
      path: `${at(stage, assignments)}/${unknown}?${v}`,
      method: "DELETE",
      authorization: `Bearer ${stage.nobody}`,
    }),
    404,
    "SubscriptionNotFound",
  ),
  refused(
    "assigning a role",
    (stage) => ({
      path: `${at(stage, "Microsoft.Authorization/roleAssignments")}/${unknown}?api-version=2022-04-01`,
      method: "PUT",
      body: {
        properties: {
          roleDefinitionId: `${at(stage, "Microsoft.Authorization/roleDefinitions")}/${reader}`,
          principalId: unknown,
        },
      },
    }),
    403,
    "AuthorizationFailed",
  ),
];

const queries: Refused[] = [
  refused(
    "a filter that is none, on role assignments",
    (stage) => ({
      path: `${at(stage, "Microsoft.Authorization/roleAssignments")}?api-version=2022-04-01&$filter=colour eq 'red'`,
    }),
    400,
    "UnsupportedQuery",
  ),
  refused(
    "all role assignments at the root",
    () => ({ path: "/providers/Microsoft.Authorization/roleAssignments?api-version=2022-04-01" }),
    400,
    "BadRequest",
  ),
  refused(
    "a filter that is none, on definitions",
    (stage) => ({ path: `${at(stage, definitions)}?${v}&$filter=startswith(name,'a')` }),
    400,
    "InvalidFilter",
  ),
  refused(
    "a skip token that was not given",
    () => ({ path: "/subscriptions?api-version=2022-12-01&$skiptoken=abc" }),
    400,
    "InvalidSkipToken",
  ),
  refused(
    "a method that a list does not take",
    (stage) => ({ path: `${at(stage, assignments)}?${v}`, body: {} }),
    405,
    "MethodNotAllowed",
  ),
  refused(
    "a path that cannot be decoded",
    () => ({ path: "/subscriptions/%E0%A4%A?api-version=2022-12-01" }),
    400,
    "BadRequest",
  ),
  refused("a path of nobody", () => ({ path: "/somewhere/else" }), 404, "NotFound"),
];

const pim = "api-version=2020-10-01";
const eligible = "Microsoft.Authorization/roleEligibilityScheduleInstances";

/** Mira approves activations and is eligible for none. */
const activating = (stage: Stage, properties: object = {}) => ({
  path: `${at(stage, "Microsoft.Authorization/roleAssignmentScheduleRequests")}/${unknown}?${pim}`,
  method: "PUT",
  body: {
    properties: {
      principalId: stage.description.personas.find(({ name }) => name.startsWith("Mira"))?.objectId,
      roleDefinitionId: `${at(stage, "Microsoft.Authorization/roleDefinitions")}/${contributor}`,
      requestType: "SelfActivate",
      justification: "ticket 4711",
      scheduleInfo: { expiration: { type: "AfterDuration", duration: "PT1H" } },
      ...properties,
    },
  },
});

const activations: Refused[] = [
  refused(
    "activating without being eligible",
    (stage) => activating(stage),
    400,
    "RoleAssignmentRequestPolicyValidationFailed",
  ),
  refused(
    "activating for somebody else",
    (stage) => activating(stage, { principalId: unknown }),
    403,
    "InsufficientPermissions",
  ),
  refused(
    "giving back what is not active",
    (stage) => activating(stage, { requestType: "SelfDeactivate" }),
    400,
    "RoleAssignmentDoesNotExist",
  ),
  refused(
    "activating for a duration that is none",
    (stage) => activating(stage, { scheduleInfo: { expiration: { type: "AfterDuration", duration: "an hour" } } }),
    400,
    "InvalidRoleAssignmentRequestSchedule",
  ),
  refused(
    "making somebody eligible",
    (stage) => activating(stage, { requestType: "AdminAssign" }),
    403,
    "AuthorizationFailed",
  ),
  refused(
    "everybody's eligibilities, for a person without access",
    (stage) => ({ path: `/providers/${eligible}?${pim}`, authorization: `Bearer ${stage.nobody}` }),
    403,
    "AuthorizationFailed",
  ),
  refused(
    "a filter that is none, on eligibilities",
    (stage) => ({ path: `${at(stage, eligible)}?${pim}&$filter=asApprover()` }),
    400,
    "InvalidFilter",
  ),
  refused(
    "eligibilities in another service's version",
    (stage) => ({ path: `${at(stage, eligible)}?api-version=2022-04-01` }),
    400,
    "NoRegisteredProviderFound",
  ),
  refused(
    "a request that nobody made",
    (stage) => ({ path: activating(stage).path }),
    404,
    "RoleAssignmentScheduleRequestNotFound",
  ),
  refused(
    "operations of a provider that is none",
    () => ({ path: "/providers/Microsoft.Authorization/providerOperations/Contoso.Nothing?api-version=2022-04-01" }),
    404,
    "ProviderNotFound",
  ),
];

export const refusedArm = [...versions, ...places, ...rights, ...queries, ...activations];
