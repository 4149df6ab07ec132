import type { Rule, RuleId } from "@/lib/domain/findings/rule";
import { rules } from "@/lib/domain/findings/rules";

// What they ask about is in no template: resources, members and accounts, other customers, what became of a delegation.
const beyond: ReadonlySet<string> = new Set<RuleId>([
  "LH-EXE-002",
  "LH-JIT-002",
  "LH-PRN-004",
  "LH-PRN-005",
  "LH-PRN-006",
  "LH-PRN-007",
  "LH-PRN-009",
  "LH-PRN-012",
  "LH-PRN-013",
  "LH-PRN-014",
  "LH-DEL-009",
  "LH-DEL-010",
  "LH-DEL-011",
  "LH-DEL-014",
  "LH-PLT-001",
]);

/** The rules that a template answers, alone or with a directory beside it. */
export const templateRules: readonly Rule[] = rules.filter(({ id }) => !beyond.has(id));

/** Rules that find what is missing: they have no answer where a line cannot be read. */
export const absenceRules: ReadonlySet<string> = new Set<RuleId>(["LH-DEL-001", "LH-DEL-004", "LH-JIT-008"]);

/** Rules that compare what has to be activated: lines that give a role at once have no part in it. */
export const eligibleRules: ReadonlySet<string> = new Set<RuleId>(["LH-JIT-007"]);

/** Where in a line a finding shows, if not at the line's role. */
export const partOf: Readonly<Record<string, string | undefined>> = {
  "LH-JIT-003": "justInTimeAccessPolicy.multiFactorAuthProvider",
  "LH-JIT-004": "justInTimeAccessPolicy.managedByTenantApprovers",
  "LH-JIT-005": "justInTimeAccessPolicy.managedByTenantApprovers",
  "LH-JIT-006": "justInTimeAccessPolicy.maximumActivationDuration",
  "LH-JIT-008": "principalId",
  "LH-ESC-003": "delegatedRoleDefinitionIds",
  "LH-ESC-004": "delegatedRoleDefinitionIds",
  "LH-PRN-001": "principalId",
  "LH-PRN-011": "principalIdDisplayName",
};

/** The parts of a line that decide a rule; of one that only deployment tells, nothing is to be believed. */
export const decidedBy: Readonly<Record<string, readonly string[] | undefined>> = {
  "LH-SEC-002": [
    "justInTimeAccessPolicy",
    "multiFactorAuthProvider",
    "maximumActivationDuration",
    "managedByTenantApprovers",
  ],
  "LH-JIT-003": ["justInTimeAccessPolicy", "multiFactorAuthProvider"],
  "LH-JIT-004": ["justInTimeAccessPolicy", "managedByTenantApprovers"],
  "LH-JIT-005": ["justInTimeAccessPolicy", "managedByTenantApprovers"],
  "LH-JIT-006": ["justInTimeAccessPolicy", "maximumActivationDuration"],
  "LH-JIT-007": [
    "justInTimeAccessPolicy",
    "multiFactorAuthProvider",
    "maximumActivationDuration",
    "managedByTenantApprovers",
  ],
  "LH-ESC-003": ["delegatedRoleDefinitionIds"],
  "LH-ESC-004": ["delegatedRoleDefinitionIds"],
};
