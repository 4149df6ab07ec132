import type { Rule } from "@/lib/domain/findings/rule";
import { monitoringReaderAtRoot } from "./lh-plt-001";

/** In the order of their ids. */
export const platformRules: readonly Rule[] = [monitoringReaderAtRoot];
