import type { Rule } from "@/lib/domain/findings/rule";
import { standingCode } from "./lh-exe-001";
import { codeBesideIdentities } from "./lh-exe-002";
import { standingAutomation } from "./lh-exe-003";
import { standingDesktops } from "./lh-exe-004";

/** In the order of their ids. */
export const codeRules: readonly Rule[] = [standingCode, codeBesideIdentities, standingAutomation, standingDesktops];
