import type { Reason } from "@/lib/domain/access/answer";

/** Why a grant gives nothing, or why that cannot be told, in one sentence. */
export function reasonWords(reason: Reason): string {
  switch (reason.why) {
    case "microsoft365Group":
      return "A Microsoft 365 group carries no Azure roles; Lighthouse needs a security group.";
    case "distributionGroup":
      return "A distribution list carries no Azure roles; Lighthouse needs a security group.";
    case "deleted":
      return "The principal is deleted.";
    case "disabled":
      return "The account is disabled.";
    case "cannotActivate":
      return "A service principal cannot activate an eligible role.";
    case "delegationState":
      return `The delegation is ${reason.state === "unknown" ? "in an unknown state" : reason.state}, not Succeeded.`;
    case "subscriptionOurs":
      return "The subscription moved into our own tenant, where its delegation no longer counts.";
    case "unknownGroupType":
      return "Whether the group is a security group could not be read.";
    case "unknownPrincipal":
      return "The principal was not found in our directory; it may be deleted, or live in the customer's tenant.";
    case "unknownState":
      return "Azure reports a state of the delegation that Fresnel does not know.";
  }
}

const short: Readonly<Record<Exclude<Reason["why"], "delegationState">, string>> = {
  microsoft365Group: "Microsoft 365 group",
  distributionGroup: "distribution list",
  deleted: "deleted",
  disabled: "disabled",
  cannotActivate: "cannot activate",
  subscriptionOurs: "subscription is ours",
  unknownGroupType: "group type unknown",
  unknownPrincipal: "not in our directory",
  unknownState: "state unknown",
};

/** The same for a cell. */
export const shortReason = (reason: Reason): string =>
  reason.why === "delegationState" ? `delegation ${reason.state}` : short[reason.why];
