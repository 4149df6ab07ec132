import type { Authorization, EligibleAuthorization } from "../../world";
import { eligible, type Offer, publish, standing } from "../delegation-rows";
import type { Principal } from "../directory-rows";
import type { Ground } from "../ground";
import { roleId } from "../roles";
import type { Directory } from "./directory";
import { regionName, regions } from "./words";

type Entry = { standing: Authorization } | { eligible: EligibleAuthorization };

/** Offers of one provider with a template per region and tier, and a Marketplace offer per region in three versions. */
export type Catalogue = {
  /** A template of exactly so many authorizations; a dedicated team takes the operators' place. */
  template(region: number, entries: number, team?: { name: string; group: Principal }): Offer;
  marketplace(region: number, age: 0 | 1 | 2): Offer;
  smallest: number;
  largest: number;
};

export function writeCatalogue(ground: Ground, directory: Directory, usual: number): Catalogue {
  const known = new Map<string, Offer>();
  const once = (key: string, write: () => Offer) => {
    const found = known.get(key) ?? write();
    known.set(key, found);
    return found;
  };
  const [smallest, largest] = [4, 18];
  const versions = ["2.5.0", "2.4.0", "2.3.1"];

  const template: Catalogue["template"] = (region, entries, team) =>
    once(`${region} ${entries} ${team?.name ?? ""}`, () => ({
      name: team
        ? `Relecloud Dedicated for ${team.name}`
        : `Relecloud Care ${tier(entries, usual)} ${regionName(region)}`,
      description: team ? `A team of Relecloud's own for ${team.name}.` : "Operations by Relecloud.",
      ...gather(entriesOf(directory, region, team?.group).slice(0, entries)),
    }));
  const marketplace: Catalogue["marketplace"] = (region, age) =>
    once(`plan ${region} ${age}`, () => {
      const plan = { publisher: "relecloud", product: `managed-operations-${regions[region]}`, name: "standard" };
      const name = `Relecloud Managed Operations ${regionName(region)}`;
      // Each version asked for one authorization more than the one before.
      const count = Math.max(smallest, Math.round(usual) - age);
      const offer = {
        name,
        description: "Operations by Relecloud, bought in the Marketplace.",
        plan: { ...plan, version: versions[age] ?? "" },
        ...gather(entriesOf(directory, region).slice(0, count)),
      };
      publish(ground, offer, name, "Standard");
      return offer;
    });
  directory.byRegion.forEach((_, region) => ([2, 1, 0] as const).forEach((age) => marketplace(region, age)));
  return { template, marketplace, smallest, largest };
}

const tier = (entries: number, usual: number) =>
  entries < usual - 1 ? "Essential" : entries < usual + 2 ? "Advanced" : "Complete";

function gather(entries: readonly Entry[]): Pick<Offer, "authorizations" | "eligibleAuthorizations"> {
  const authorizations = entries.flatMap((entry) => ("standing" in entry ? [entry.standing] : []));
  const eligibleAuthorizations = entries.flatMap((entry) => ("eligible" in entry ? [entry.eligible] : []));
  return eligibleAuthorizations.length > 0 ? { authorizations, eligibleAuthorizations } : { authorizations };
}

/** All that an offer could ask for in a region: the first four are in every offer, the rest follow by size. */
function entriesOf(directory: Directory, region: number, team?: Principal): Entry[] {
  const { readers, leads, oncall, byRegion, servicePrincipals, serviceDesk } = directory;
  const groups = byRegion[region];
  if (!groups) throw new Error(`There is no region ${region}.`);
  const { platform, security, data, network } = groups;
  const operators = team ?? groups.operators;
  const [patching = readers, policy = readers] = servicePrincipals.slice(region * 5, region * 5 + 2);
  const stands = (principal: Principal, role: string, more?: Partial<Authorization>): Entry => ({
    standing: standing(principal, role, more),
  });
  const activates = (principal: Principal, role: string, longest = "PT4H"): Entry => ({
    eligible: eligible(principal, role, { mfa: true, longest, approvers: [leads] }),
  });
  const weak = (principal: Principal, role: string): Entry => ({ eligible: eligible(principal, role, { mfa: false }) });
  const delegatedRoleDefinitionIds = [roleId("Contributor"), roleId("Monitoring Contributor")];

  return [
    stands(readers, "Reader"),
    stands(leads, "Managed Services Registration assignment Delete Role"),
    stands(oncall, "Reader"),
    activates(oncall, "Contributor"),
    ...(team ? [stands(team, "Reader")] : []),
    stands(operators, "Virtual Machine Contributor"),
    stands(platform, "Reader"),
    activates(platform, "Contributor"),
    stands(operators, "Backup Contributor"),
    stands(policy, "User Access Administrator", { delegatedRoleDefinitionIds }),
    stands(policy, "Resource Policy Contributor"),
    stands(security, "Microsoft Sentinel Responder"),
    stands(network, "Reader"),
    weak(network, "Network Contributor"),
    stands(data, "SQL DB Contributor"),
    stands(patching, "Automation Contributor"),
    stands(security, "Security Reader"),
    stands(data, "Storage Account Contributor"),
    stands(serviceDesk, "Support Request Contributor"),
    stands(operators, "Website Contributor"),
  ];
}
