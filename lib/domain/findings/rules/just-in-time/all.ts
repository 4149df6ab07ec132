import type { Rule } from "@/lib/domain/findings/rule";
import { eligibleWithoutMfa } from "./lh-jit-003";
/** In the order of their ids. */
export const justInTimeRules: readonly Rule[] = [eligibleWithoutMfa];
