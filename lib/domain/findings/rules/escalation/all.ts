import type { Rule } from "@/lib/domain/findings/rule";
import { identityTakeover } from "./lh-esc-001";
import { standingFederation } from "./lh-esc-002";
import { rolesForOwnIdentity } from "./lh-esc-003";
import { nothingToAssign } from "./lh-esc-004";
import { peopleWhoAssign } from "./lh-esc-005";
import { standingPolicy } from "./lh-esc-006";
import { standingVaultAccess } from "./lh-esc-007";
import { standingSilence } from "./lh-esc-009";
import { standingNoRecovery } from "./lh-esc-010";
import { standingDelegating } from "./lh-esc-011";
import { standingDatabaseAdmin } from "./lh-esc-012";

/** In the order of their ids. */
export const escalationRules: readonly Rule[] = [
  identityTakeover,
  standingFederation,
  rolesForOwnIdentity,
  nothingToAssign,
  peopleWhoAssign,
  standingPolicy,
  standingVaultAccess,
  standingSilence,
  standingNoRecovery,
  standingDelegating,
  standingDatabaseAdmin,
];
