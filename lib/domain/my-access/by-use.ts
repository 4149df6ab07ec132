import type { MyGrant } from "./my-grant";

/** What somebody can do with a grant, in a few words that people filter by. */
export type Use =
  | "Active"
  | "Requested"
  | "Can activate now"
  | "Needs approver"
  | "In the portal"
  | "Cannot see"
  | "Blocked"
  | "Standing";

const uses: readonly Use[] = [
  "Active",
  "Requested",
  "Can activate now",
  "Needs approver",
  "In the portal",
  "Cannot see",
  "Blocked",
  "Standing",
];

export function usageOf({ state, policy, kind }: MyGrant): Use {
  switch (state.kind) {
    case "active":
      return "Active";
    case "asked":
      return "Requested";
    case "ready":
      return policy && policy.approvers.length > 0 ? "Needs approver" : "Can activate now";
    case "portal":
      return "In the portal";
    case "reading":
    case "unknown":
      return "Cannot see";
    case "blocked":
      return "Blocked";
    case "standing":
      return kind === "standing" ? "Standing" : "Cannot see";
  }
}

/** The place of a grant among the others: what runs out first, then what can be done, then what is there anyway. */
export const rankOfUse = (grant: MyGrant): number =>
  uses.indexOf(usageOf(grant)) + (grant.state.kind === "blocked" && grant.kind === "standing" ? 2 : 0);

const ends = ({ state }: MyGrant): number => (state.kind === "active" ? (state.activation.until ?? Infinity) : 0);
// Customers without a name come last.
const names = ({ customerName, customer, scopeName }: MyGrant) =>
  `${customerName ?? `\uffff${customer ?? ""}`}\0${scopeName}`;

/** Sorted by use; what is alike by customer and scope, the stronger role first. */
export const byUse = (grants: readonly MyGrant[]): MyGrant[] =>
  grants
    .map((grant) => ({ grant, rank: rankOfUse(grant), ends: ends(grant), names: names(grant) }))
    .sort(
      (one, other) =>
        one.rank - other.rank ||
        (one.ends === other.ends ? 0 : one.ends - other.ends) ||
        (one.names === other.names ? 0 : one.names < other.names ? -1 : 1) ||
        (other.grant.level ?? 0) - (one.grant.level ?? 0),
    )
    .map(({ grant }) => grant);
