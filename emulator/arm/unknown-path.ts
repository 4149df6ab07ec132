import { Refusal } from "../call";
import { notImplemented } from "./errors";

/**
 * Types that Azure has and the emulator has not, or not at every scope (it knows no management groups). A type of
 * these namespaces that is not here does not exist.
 */
const types: Readonly<Record<string, readonly string[]>> = {
  "microsoft.authorization": [
    "accessReviewScheduleDefinitions",
    "classicAdministrators",
    "denyAssignments",
    "eligibleChildResources",
    "locks",
    "operations",
    "permissions",
    "policyAssignments",
    "policyDefinitions",
    "policyExemptions",
    "policySetDefinitions",
    "providerOperations",
    "roleAssignmentApprovals",
    "roleAssignmentScheduleInstances",
    "roleAssignmentScheduleRequests",
    "roleAssignmentSchedules",
    "roleAssignments",
    "roleDefinitions",
    "roleEligibilityScheduleInstances",
    "roleEligibilityScheduleRequests",
    "roleEligibilitySchedules",
    "roleManagementPolicies",
    "roleManagementPolicyAssignments",
  ],
  "microsoft.managedservices": [],
  "microsoft.resourcegraph": ["operations", "queries", "resourceChanges", "resourceChangeDetails", "resourcesHistory"],
};

/** Namespaces that Azure has and of which the emulator has nothing. */
const namespaces = new Set(
  [
    "Advisor",
    "Automation",
    "Billing",
    "Compute",
    "Consumption",
    "ContainerService",
    "CostManagement",
    "Features",
    "Insights",
    "KeyVault",
    "ManagedIdentity",
    "Management",
    "Marketplace",
    "Network",
    "OperationalInsights",
    "PolicyInsights",
    "RecoveryServices",
    "ResourceHealth",
    "Resources",
    "Security",
    "Solutions",
    "Sql",
    "Storage",
    "Subscription",
    "Support",
    "Web",
  ].map((name) => `microsoft.${name.toLowerCase()}`),
);

/** What Azure has right below a subscription or a tenant, of which the emulator has not all. */
const resourceTypes = ["locations", "providers", "resources", "tagNames", "checkZonePeers", "resourceGroups"];

const unknownType = (type: string, namespace: string, apiVersion: string) =>
  new Refusal(
    404,
    "InvalidResourceType",
    `The resource type '${type}' could not be found in the namespace '${namespace}' for api version '${apiVersion}'.`,
  );

/** Says of a path without a route whether Azure would not know it, or the emulator just has not got it. */
export function refuseUnknownPath(method: string, segments: readonly string[], apiVersion: string): Refusal {
  const provider = segments.findLastIndex((segment) => segment.toLowerCase() === "providers");
  const namespace = segments[provider + 1];
  if (provider < 0 || namespace === undefined) return refuseWithoutProvider(method, segments, apiVersion);

  const type = segments[provider + 2];
  const known = types[namespace.toLowerCase()];
  if (known) {
    const isKnown = type === undefined || known.some((name) => name.toLowerCase() === type.toLowerCase());
    return isKnown
      ? notImplemented(`${method} ${namespace}${type === undefined ? "" : `/${type}`}`)
      : unknownType(type, namespace, apiVersion);
  }
  if (namespaces.has(namespace.toLowerCase())) {
    return notImplemented(`${method} ${namespace}${type === undefined ? "" : `/${type}`}`);
  }
  return new Refusal(404, "InvalidResourceNamespace", `The resource namespace '${namespace}' is invalid.`);
}

function refuseWithoutProvider(method: string, segments: readonly string[], apiVersion: string): Refusal {
  const [root, , type] = segments;
  if (root?.toLowerCase() !== "subscriptions" || type === undefined) {
    return new Refusal(
      404,
      "MissingSubscription",
      "The request did not have a subscription or a valid tenant level resource provider.",
    );
  }
  return resourceTypes.some((name) => name.toLowerCase() === type.toLowerCase())
    ? notImplemented(`${method} Microsoft.Resources/subscriptions/${type}`)
    : unknownType(type, "Microsoft.Resources", apiVersion);
}
