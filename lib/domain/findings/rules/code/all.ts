import type { Rule } from "@/lib/domain/findings/rule";

/** In the order of their ids. */
export const codeRules: readonly Rule[] = [];
