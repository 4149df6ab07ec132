import type { NamespaceText } from "./notation";

/** Namespaces that manage access, deployments and security; `notation.ts` says how a line is read. */
export const platform: readonly NamespaceText[] = [
  {
    name: "Microsoft.Authorization",
    displayName: "Microsoft Authorization",
    types: `
      . - elevateAccess
      locks rwd
      roleAssignments rwd
      roleAssignmentScheduleRequests rw cancel
      roleAssignmentSchedules r
      roleAssignmentScheduleInstances r
      roleDefinitions rwd
      roleEligibilityScheduleRequests rw cancel
      roleEligibilitySchedules r
      roleEligibilityScheduleInstances r
      policyAssignments rwd
      policyDefinitions rwd
      policyExemptions rwd
      policySetDefinitions rwd
      denyAssignments r
      permissions r
      classicAdministrators r
      providerOperations r
      operations r`,
  },
  {
    name: "Microsoft.ManagedIdentity",
    displayName: "Microsoft Managed Identity",
    types: `
      userAssignedIdentities rwd assign listAssociatedResources revokeTokens
      userAssignedIdentities/federatedIdentityCredentials rwd`,
  },
  {
    name: "Microsoft.ManagedServices",
    displayName: "Microsoft Managed Services",
    types: `
      registrationDefinitions rwd
      registrationAssignments rwd
      marketplaceRegistrationDefinitions r
      operationStatuses r
      operations r
      . - register unregister`,
  },
  {
    name: "Microsoft.Resources",
    displayName: "Microsoft Resource Manager",
    types: `
      deployments rwd cancel exportTemplate validate whatIf
      deploymentScripts rwd
      subscriptions r
      subscriptions/resourceGroups rwd
      subscriptions/resources r
      tags rwd
      tenants r
      providers r`,
  },
  {
    name: "Microsoft.Security",
    displayName: "Microsoft Security",
    types: `
      pricings rwd
      assessments rw
      securityContacts rwd
      locations/jitNetworkAccessPolicies rwd`,
  },
  {
    name: "Microsoft.SecurityInsights",
    displayName: "Microsoft Security Insights",
    types: `
      incidents rwd createTeam runPlaybook
      incidents/comments rwd
      alertRules rwd
      automationRules rwd
      dataConnectors rwd
      watchlists rwd
      threatintelligence rwd bulkDelete bulkTag createIndicator query queryIndicators`,
  },
  {
    name: "Microsoft.Support",
    displayName: "Microsoft Support",
    types: `
      . - addCommunication checkNameAvailability classifyServices createSupportTicket lookUpResourceId register
      supportTickets rw
      services r classifyProblems
      services/problemClassifications r
      operations r
      communications rw`,
  },
];
