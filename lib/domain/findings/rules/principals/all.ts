import type { Rule } from "@/lib/domain/findings/rule";
import { authorizationToUser } from "./lh-prn-001";
import { deletedPrincipal } from "./lh-prn-002";
import { unreadablePrincipal } from "./lh-prn-003";
import { disabledAccount } from "./lh-prn-004";
import { guestAccount } from "./lh-prn-005";
import { groupSize } from "./lh-prn-006";
import { groupEasilyJoined } from "./lh-prn-007";
import { notSecurityGroup } from "./lh-prn-008";
import { weakServicePrincipal } from "./lh-prn-009";
import { applicationInsteadOfServicePrincipal } from "./lh-prn-010";
import { misleadingLabel } from "./lh-prn-011";
import { tangledGroups } from "./lh-prn-012";
import { blastRadius } from "./lh-prn-013";
import { holderWithoutMfa } from "./lh-prn-014";

/** In the order of their ids. */
export const principalRules: readonly Rule[] = [
  authorizationToUser,
  deletedPrincipal,
  unreadablePrincipal,
  disabledAccount,
  guestAccount,
  groupSize,
  groupEasilyJoined,
  notSecurityGroup,
  weakServicePrincipal,
  applicationInsteadOfServicePrincipal,
  misleadingLabel,
  tangledGroups,
  blastRadius,
  holderWithoutMfa,
];
