import type { Source } from "../rule";

const lighthouse = (title: string, path: string): Source => ({
  title: `Azure Lighthouse: ${title}`,
  href: `https://learn.microsoft.com/azure/lighthouse/${path}`,
});

/** What rules cite, by the keys that they use. */
export const cited = {
  viewCustomers: lighthouse("View and manage customers", "how-to/view-manage-customers"),
  viewProviders: lighthouse("View and manage service providers", "how-to/view-manage-service-providers"),
  monitorChanges: lighthouse("Monitor delegation changes", "how-to/monitor-delegation-changes"),
  removeDelegation: lighthouse("Remove access to a delegation", "how-to/remove-delegation"),
  updateDelegation: lighthouse("Update a delegation", "how-to/update-delegation"),
  eligibleAuthorizations: lighthouse("Create eligible authorizations", "how-to/create-eligible-authorizations"),
  onboard: lighthouse("Onboard a customer", "how-to/onboard-customer"),
  tenantsUsersRoles: lighthouse("Tenants, users, and roles", "concepts/tenants-users-roles"),
  securityPractices: lighthouse("Recommended security practices", "concepts/recommended-security-practices"),
  crossTenant: lighthouse("Cross-tenant management experiences", "concepts/cross-tenant-management-experience"),
  marketplaceOffers: lighthouse("Publish managed service offers", "how-to/publish-managed-services-offers"),
  cloudSolutionProvider: lighthouse("Cloud Solution Provider considerations", "concepts/cloud-solution-provider"),
  privilegedIam: {
    title: "AzurePrivilegedIAM: classification and attack paths",
    href: "https://github.com/Cloud-Architekt/AzurePrivilegedIAM",
  },
  hackTricks: {
    title: "HackTricks Cloud: Azure privilege escalation",
    href: "https://cloud.hacktricks.wiki/en/pentesting-cloud/azure-security/az-privilege-escalation/index.html",
  },
  bloodHound: {
    title: "BloodHound: edges of Azure",
    href: "https://bloodhound.specterops.io/resources/edges/overview",
  },
  threatMatrix: {
    title: "Azure Threat Research Matrix",
    href: "https://microsoft.github.io/Azure-Threat-Research-Matrix/",
  },
  azTier: { title: "Azure administrative tiering (AzTier)", href: "https://github.com/emiliensocchi/azure-tiering" },
  armReference: {
    title: "Managed Services REST API, version 2022-10-01",
    href: "https://learn.microsoft.com/rest/api/managedservices/registration-definitions/create-or-update?view=rest-managedservices-2022-10-01",
  },
  roleList: { title: "Azure's list of built-in roles, as read" },
  ours: { title: "Fresnel's own judgement" },
} as const satisfies Record<string, Source>;
