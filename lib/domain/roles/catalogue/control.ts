import type { Families } from "./family";

/** Operations that reach everything, because they give out roles or lend an identity that has some. */
export const controlOperations: Families = {
  "Microsoft.Authorization": {
    roleAssignment:
      "{roleAssignments,roleAssignmentScheduleRequests,roleEligibilityScheduleRequests,classicAdministrators}/write elevateAccess",
    roleDefinition: "roleDefinitions/write",
    policy:
      "{policyAssignments,policyDefinitions,policySetDefinitions}/write {policyDefinitions,policySetDefinitions}/versions/write",
  },
  // Azure's own roles write a star where the identity stands, and no operation has that name.
  "Microsoft.ManagedIdentity/userAssignedIdentities": {
    identity: "{,*/}assign",
    federation: "federatedIdentityCredentials/write",
  },
};
