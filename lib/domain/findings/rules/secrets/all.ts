import type { Rule } from "@/lib/domain/findings/rule";
import { standingSecrets } from "./lh-sec-001";
/** In the order of their ids. */
export const secretRules: readonly Rule[] = [standingSecrets];
