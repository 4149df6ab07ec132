import type { Rule } from "@/lib/domain/findings/rule";
import { standingPrivilege } from "./lh-jit-001";
import { justInTimeByMembership } from "./lh-jit-002";
import { eligibleWithoutMfa } from "./lh-jit-003";
import { eligibleWithoutApprovers } from "./lh-jit-004";
import { soleApprover } from "./lh-jit-005";
import { longActivation } from "./lh-jit-006";
import { differingPolicies } from "./lh-jit-007";
import { eligibleWithoutReader } from "./lh-jit-008";
import { invalidEligible } from "./lh-jit-009";
import { pointlessEligible } from "./lh-jit-010";

/** In the order of their ids. */
export const justInTimeRules: readonly Rule[] = [
  standingPrivilege,
  justInTimeByMembership,
  eligibleWithoutMfa,
  eligibleWithoutApprovers,
  soleApprover,
  longActivation,
  differingPolicies,
  eligibleWithoutReader,
  invalidEligible,
  pointlessEligible,
];
