import { isConclusive } from "@/lib/domain/coverage";
import { customerNames } from "@/lib/domain/customer-name";
import { blindWords } from "@/lib/domain/findings/blind";
import { assess } from "@/lib/domain/findings/engine/assess";
import { prepare, type Assessment } from "@/lib/domain/findings/engine/assessment";
import { customersAffected, delegationsAffected, principalOf, roleOf } from "@/lib/domain/findings/evidence/affected";
import { adviceOf } from "@/lib/domain/findings/evidence/advice";
import { messageOf } from "@/lib/domain/findings/evidence/message";
import { fingerprintOf, subjectsOf, type Finding } from "@/lib/domain/findings/finding";
import type { Policy } from "@/lib/domain/findings/policy/policy";
import { withReasons } from "@/lib/domain/findings/reasons";
import type { Rule } from "@/lib/domain/findings/rule";
import { severityRank, type Severity } from "@/lib/domain/findings/severity";
import { knownOperations } from "@/lib/domain/roles/effective-operations";
import { scopePath } from "@/lib/domain/scope";
import type { InventoryFile } from "@/lib/inventory-file/inventory-file";

type Named = Readonly<{ id: string; name: string | null }>;

/** A finding as it is printed; its fields are what programs rely on. null: it is not about one. */
export type FindingRow = Readonly<{
  rule: Rule;
  severity: Severity;
  message: string;
  fingerprint: string;
  /** The first hundred of so many, and so for the scopes: one group may hold something everywhere. */
  customers: readonly Named[];
  customerCount: number;
  scopes: readonly string[];
  scopeCount: number;
  offers: readonly string[];
  principal: Named | null;
  role: Named | null;
  access: "standing" | "eligible" | null;
  fix: string;
}>;

/** `isBeyond`: nothing that Fresnel reads tells it, so no inventory ever will. */
export type Blank = Readonly<{
  rule: Rule | undefined;
  why: string;
  fix: string;
  about: readonly string[];
  isBeyond: boolean;
}>;

export type Judged = Readonly<{
  rules: readonly Rule[];
  findings: readonly FindingRow[];
  cannotJudge: readonly Blank[];
}>;

// National clouds know no eligible authorizations.
const national = new Set(["AzureUSGovernment", "AzureChinaCloud"]);

/** All that the rules say of an inventory, worst first. */
export function judge(file: InventoryFile, policy: Policy): Judged {
  const { inventory, directory, tenant, roleAssignments, identities, operations, cloud, collectedAt } = file;
  const assessment = prepare({
    inventory,
    directory,
    tenant: tenant?.facts,
    roleAssignments: roleAssignments && [...roleAssignments.assignments.values()],
    identities: identities?.identities,
    operations: operations && knownOperations(operations),
    policy,
    hasEligible: !national.has(cloud),
    now: collectedAt,
  });
  const { findings, unjudged } = assess(assessment);
  const toRow = rowsOf(assessment);
  const blanks = unjudged.map(({ rule, because, about }): Blank => ({
    rule,
    ...blindWords(because),
    about: [...about].sort(),
    isBeyond: because.kind === "unread" && because.isNeverRead === true,
  }));
  return {
    rules: assessment.rules.map(({ rule }) => rule),
    findings: findings.map(toRow).sort((one, other) => severityRank(other.severity) - severityRank(one.severity)),
    cannotJudge: isConclusive(inventory.coverage) ? blanks : [unknownDelegations, ...blanks],
  };
}

const unknownDelegations: Blank = {
  rule: undefined,
  why: "The list of delegations is not known to be complete.",
  fix: "Collect the inventory again, and see what it could not read.",
  about: [],
  isBeyond: false,
};

const mostNamed = 100;

function rowsOf(assessment: Assessment): (finding: Finding) => FindingRow {
  const nameOf = customerNames(assessment.inventory);
  return (finding) => {
    const { rule, severity, subject } = finding;
    const [principal, role] = [principalOf(finding), roleOf(finding)];
    const who = principal && assessment.principal(principal);
    const delegations = delegationsAffected(finding, assessment);
    const customers = customersAffected(finding, assessment);
    const scopes = [...new Set(delegations.map(({ scope }) => scopePath(scope)))];
    const definitions = subjectsOf(finding).flatMap((one) => ("definition" in one ? [one.definition] : []));
    const offers = definitions.length > 0 ? definitions : delegations.flatMap(({ definition }) => definition ?? []);
    return {
      rule,
      severity,
      message: withReasons(messageOf(finding, assessment), finding, assessment),
      fingerprint: fingerprintOf(finding),
      customers: customers.slice(0, mostNamed).map((id) => ({ id, name: nameOf(id).name ?? null })),
      customerCount: customers.length,
      scopes: scopes.slice(0, mostNamed),
      scopeCount: scopes.length,
      offers: [...new Set(offers.map(({ offer }) => offer))].slice(0, mostNamed),
      principal: who ? { id: who.id, name: who.state === "found" ? who.name : null } : null,
      role: role ? { id: role, name: assessment.role(role)?.name ?? null } : null,
      access: subject.kind === "authorization" ? subject.access : null,
      fix: adviceOf(finding, assessment),
    };
  };
}
