import type { Rule } from "@/lib/domain/findings/rule";
import { authorizationToUser } from "./lh-prn-001";
/** In the order of their ids. */
export const principalRules: readonly Rule[] = [authorizationToUser];
