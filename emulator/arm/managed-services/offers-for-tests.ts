import { assignments, groups, roles, subscriptions, tenants } from "../small-world-ids";

export const version = "api-version=2022-10-01";
export const fresh = "12345678-0000-4000-8000-000000000000";
export const services = (id: string, rest: string) =>
  `/subscriptions/${id}/providers/Microsoft.ManagedServices/${rest}`;
export const definition = (id = subscriptions.fabrikam, name = fresh) =>
  services(id, `registrationDefinitions/${name}?${version}`);
export const assignment = (id = subscriptions.fabrikam, name = fresh) =>
  services(id, `registrationAssignments/${name}?${version}`);
export const fabrikamDelegation = assignment(subscriptions.fabrikam, assignments.fabrikam);
export const offer = (more: object = {}) => ({
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
export const delegate = (id: string) => ({ properties: { registrationDefinitionId: id } });
export const ofFresh = delegate(services(subscriptions.fabrikam, `registrationDefinitions/${fresh}`));
