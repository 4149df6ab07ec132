import type { Membership } from "../directory";
import type { PrincipalId } from "../ids";

/** Those members that are certain, whether or not there are more. */
export const seenMembers = (membership: Membership): readonly PrincipalId[] =>
  membership.state === "read" ? membership.members : (membership.known ?? []);
