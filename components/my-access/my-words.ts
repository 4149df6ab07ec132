import { reasonWords } from "@/components/access/reason-words";
import { durationWords } from "@/lib/domain/duration";
import type { MyGrant, MyPolicy, MyState } from "@/lib/domain/my-access/my-grant";
import type { Principal } from "@/lib/domain/principal";
import { formatShortId } from "@/lib/format";

export const roleText = ({ role }: Pick<MyGrant, "role">): string => role.name ?? role.id;

/** Why nobody can tell whose scope it is. */
export const unseenCustomer = ({ isReadable }: Pick<MyGrant, "isReadable">): string =>
  isReadable
    ? "Whose scope it is could not be read"
    : "No Reader here: the delegation itself cannot be seen, nor whose scope it is";

/** Who a principal is; where nobody may say, what the customer reads in its place. */
export const principalText = (principal: Principal, label: string | undefined): string =>
  principal.state === "found" ? principal.name : (label ?? formatShortId(principal.id));

export const approverText = ({ approvers }: MyPolicy): string =>
  approvers.map(({ principal, label }) => principalText(principal, label)).join(", ");

/** "4 h"; "45 min or 8 h" where offers differ. */
export const longestText = ({ longest }: MyPolicy): string => longest.map(durationWords).join(" or ");

const blocks: Readonly<Record<Extract<MyState, { kind: "blocked" }>["why"], string>> = {
  onlyApprover: "You are the only approver, and nobody approves their own request.",
  noApprover: "None of the approvers can decide: they are deleted, disabled or a group without members.",
  givesNothing: "It gives you nothing.",
};

/** What stands in the way, or what makes it uncertain; undefined where nothing is known to. */
export function obstacleOf({ state, reasons, kind, gives }: MyGrant): string | undefined {
  if (state.kind === "blocked")
    return (
      [...(state.why === "givesNothing" ? [] : [blocks[state.why]]), ...reasons.map(reasonWords)].join(" ") ||
      blocks[state.why]
    );
  if (state.kind === "portal" || state.kind === "unknown") return state.why;
  // Where PIM lists it or it is active, whatever was in doubt about groups is settled.
  if (kind === "standing" && gives === "cannotSee") return reasons.map(reasonWords).join(" ");
  return undefined;
}

/** The state in a few words, for exports and for those who do not see marks. */
export function stateText(grant: MyGrant): string {
  const { state, gives } = grant;
  switch (state.kind) {
    case "active":
      return state.activation.until === undefined
        ? "Active"
        : `Active until ${new Date(state.activation.until).toISOString()}`;
    case "asked":
      return state.request.stage === "waiting" ? "Waiting for approval" : "Being activated";
    case "ready":
    case "portal":
      return "Eligible";
    case "reading":
      return "Eligible, asking PIM";
    case "unknown":
      return "Eligible, state unknown";
    case "blocked":
      return grant.kind === "standing" ? "Standing, gives nothing" : "Eligible, blocked";
    case "standing":
      return gives === "cannotSee" ? "Standing, not certain" : "Standing";
  }
}
