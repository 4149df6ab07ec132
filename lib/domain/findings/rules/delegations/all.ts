import type { Rule } from "@/lib/domain/findings/rule";
import { deleteRoleMissing } from "./lh-del-001";
/** In the order of their ids. */
export const delegationRules: readonly Rule[] = [deleteRoleMissing];
