import { eligible, type Offer, standing } from "../delegation-rows";
import { roleId } from "../roles";
import type { People } from "./people";

export type Offers = ReturnType<typeof writeOffers>;

const managedOperations = (version: string) => ({
  publisher: "relecloud",
  product: "managed-operations",
  name: "standard",
  version,
});

/** What Relecloud sells, from exemplary to regrettable. */
export function writeOffers(people: People) {
  const { ines, platform, leads, readers, operators, woodgrove, shift, security, serviceDesk } = people;
  const { patch, policy, deploy, tomas, aiko, deletedGroup } = people;
  const read = standing(readers, "Reader");
  const leave = standing(leads, "Managed Services Registration assignment Delete Role");
  const guarded = { mfa: true, longest: "PT4H", approvers: [leads] };
  const activate = eligible(platform, "Contributor", guarded);
  const advanced = [
    read,
    standing(platform, "Reader"),
    standing(operators, "Virtual Machine Contributor"),
    standing(operators, "Backup Contributor"),
    leave,
  ];
  const unguarded = [
    eligible(operators, "Contributor", { mfa: false, longest: "PT8H" }),
    eligible(patch, "Network Contributor", { mfa: false, longest: "PT8H" }),
  ];
  const repairable = [roleId("Contributor"), roleId("Log Analytics Contributor")];

  return {
    excellent: {
      name: "Relecloud Care Zero Standing",
      description: "Relecloud reads; every change is activated, approved and ends after four hours.",
      authorizations: [read, standing(platform, "Reader"), leave],
      // No more than the work takes, where others are offered Contributor.
      eligibleAuthorizations: [eligible(platform, "Virtual Machine Contributor", guarded)],
    },
    current: {
      name: "Relecloud Managed Operations",
      description: "Operations and policy remediation by Relecloud, bought in the Marketplace.",
      plan: managedOperations("2.5.0"),
      authorizations: [
        read,
        standing(platform, "Reader"),
        leave,
        standing(policy, "User Access Administrator", { delegatedRoleDefinitionIds: repairable }),
        standing(policy, "Resource Policy Contributor"),
      ],
      eligibleAuthorizations: [activate],
    },
    outdated: {
      name: "Relecloud Managed Operations",
      description: "Operations by Relecloud, bought in the Marketplace.",
      plan: managedOperations("2.4.0"),
      authorizations: [
        read,
        standing(operators, "Contributor", { principalIdDisplayName: "Relecloud Operators" }),
        standing(operators, "Log Analytics Contributor"),
        standing(tomas, "Managed Services Registration assignment Delete Role"),
        standing(patch, "Virtual Machine Contributor"),
        standing(policy, "User Access Administrator"),
      ],
      eligibleAuthorizations: [eligible(operators, "Contributor")],
    },
    advanced: {
      name: "Relecloud Care Advanced",
      description: "Day-to-day operations by Relecloud.",
      authorizations: advanced,
      eligibleAuthorizations: [activate, ...unguarded],
    },
    sandbox: {
      name: "Relecloud Care Advanced",
      description: "Day-to-day operations by Relecloud; in the sandbox nobody needs to be asked.",
      authorizations: advanced,
      eligibleAuthorizations: [eligible(platform, "Contributor", { mfa: true, longest: "PT8H" }), ...unguarded],
    },
    soleApprover: {
      name: "Relecloud Care Advanced",
      description: "Day-to-day operations by Relecloud.",
      authorizations: advanced,
      // Whoever is on call approves, and one of those who activate is on call: she cannot approve herself.
      eligibleAuthorizations: [
        eligible(platform, "Contributor", { mfa: true, longest: "PT4H", approvers: [ines] }),
        ...unguarded,
      ],
    },
    operate: {
      name: "Relecloud Care Operate",
      description: "Relecloud keeps servers and desktops running.",
      authorizations: [
        read,
        standing(operators, "Virtual Machine Contributor"),
        standing(operators, "Desktop Virtualization Contributor"),
        standing(operators, "Backup Contributor"),
        standing(operators, "Managed Identity Contributor"),
        standing(operators, "Managed Services Registration assignment Delete Role"),
        standing(patch, "Automation Contributor"),
      ],
    },
    dedicated: {
      name: "Relecloud Care Dedicated",
      description: "A team of Relecloud's own for Woodgrove Bank.",
      authorizations: [
        read,
        standing(woodgrove, "Reader"),
        standing(woodgrove, "Virtual Machine Contributor"),
        standing(woodgrove, "Managed Identity Operator"),
        standing(woodgrove, "Storage Account Contributor"),
        standing(tomas, "Contributor"),
        leave,
      ],
    },
    essential: {
      name: "Relecloud Care Essential",
      description: "Relecloud watches, and helps on request.",
      authorizations: [
        read,
        standing(operators, "Virtual Machine Contributor"),
        standing(serviceDesk, "Support Request Contributor"),
        leave,
      ],
    },
    watch: {
      name: "Relecloud Security Watch",
      description: "Relecloud's security operations, around the clock.",
      authorizations: [
        read,
        standing(security, "Microsoft Sentinel Contributor"),
        standing(security, "Microsoft Sentinel Automation Contributor"),
        standing(shift, "Microsoft Sentinel Responder"),
        standing(security, "Security Admin"),
        standing(security, "Security Reader"),
        standing(security, "Key Vault Contributor"),
        standing(security, "Monitoring Contributor"),
        leave,
      ],
    },
    adHoc: {
      name: "Offer 1",
      description: "",
      authorizations: [
        read,
        standing(woodgrove, "Reader"),
        standing(woodgrove, "SQL Server Contributor"),
        { principalId: woodgrove.id, roleDefinitionId: roleId("Website Contributor") },
        standing(aiko, "User Access Administrator", { delegatedRoleDefinitionIds: [roleId("Contributor")] }),
        standing(deletedGroup, "Contributor"),
      ],
      eligibleAuthorizations: [
        eligible(woodgrove, "Logic App Contributor", { mfa: true, longest: "PT45M", approvers: [woodgrove] }),
      ],
    },
    pipeline: {
      name: "Relecloud Deploy Pipeline",
      description: "Releases of the web shop by Relecloud.",
      authorizations: [
        standing(deploy, "Website Contributor"),
        standing(operators, "Website Contributor"),
        standing(operators, "Azure Kubernetes Service Cluster Admin Role"),
      ],
    },
    misaddressed: {
      name: "Relecloud Deploy Pipeline",
      description: "Releases of the web shop by Relecloud.",
      authorizations: [
        // The application's id instead of the service principal's: Azure refuses the assignment.
        standing({ id: deploy.appId, displayName: deploy.displayName }, "Website Contributor"),
        standing(operators, "Website Contributor"),
        standing(operators, "Azure Kubernetes Service Cluster Admin Role"),
      ],
    },
    waiting: {
      name: "Relecloud Managed Security",
      description: "Security operations by Relecloud, bought in the Marketplace.",
      plan: { publisher: "relecloud", product: "managed-security", name: "soc", version: "1.2.0" },
      authorizations: [read, standing(security, "Microsoft Sentinel Responder"), leave],
    },
  } satisfies Record<string, Offer>;
}
