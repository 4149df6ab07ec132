import type { Rule } from "@/lib/domain/findings/rule";
import { deleteRoleMissing } from "./lh-del-001";
import { deleteRoleFragile } from "./lh-del-002";
import { deleteRoleWidespread } from "./lh-del-003";
import { readerMissing } from "./lh-del-004";
import { grantedTwice } from "./lh-del-005";
import { severalOffers } from "./lh-del-006";
import { notDelegable } from "./lh-del-007";
import { unfinished } from "./lh-del-009";
import { strangeManagingTenant } from "./lh-del-010";
import { transferred } from "./lh-del-011";
import { disabledSubscription } from "./lh-del-014";
import { namelessOffer } from "./lh-del-015";
import { widePlan } from "./lh-del-016";

/** In the order of their ids. */
export const delegationRules: readonly Rule[] = [
  deleteRoleMissing,
  deleteRoleFragile,
  deleteRoleWidespread,
  readerMissing,
  grantedTwice,
  severalOffers,
  notDelegable,
  unfinished,
  strangeManagingTenant,
  transferred,
  disabledSubscription,
  namelessOffer,
  widePlan,
];
