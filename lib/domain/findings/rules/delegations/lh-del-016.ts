import type { Definition } from "@/lib/domain/definition";
import type { Assessment } from "@/lib/domain/findings/engine/assessment";
import { cannotJudge, hit, type Hit } from "@/lib/domain/findings/judgement";
import type { DefinitionRule } from "@/lib/domain/findings/rule";
import { linesOf } from "@/lib/domain/findings/subject";
import type { RoleId, TenantId } from "@/lib/domain/ids";
import { cited } from "../cited";
import { deleteRole } from "../known-roles";
import { canWrite } from "../tiers";

export const widePlan: DefinitionRule = {
  id: "LH-DEL-016",
  severity: "high",
  title: "Marketplace plan gives every customer the same far-reaching access",
  why: "A public plan gives the same people the same rights at whoever buys it, unseen by us: one group taken over reaches all of them, and no customer can be given less.",
  how: "The offer is a Marketplace plan with a role that changes things, permanent or eligible, other than the Registration assignment Delete Role. Azure does not tell a public plan from a private one: what several customers signed counts as public, whatever its version; of a plan that one customer signed it cannot be judged.",
  fix: "Keep public plans to Reader, and give more by a private plan or a template for each customer.",
  toCustomer:
    "We will keep the public plan to Reader, and offer you what more our work needs by a private plan or a template.",
  sources: [cited.securityPractices, cited.marketplaceOffers],
  on: "definition",
  judge(definition, assessment): Iterable<Hit> {
    const key = planOf(definition);
    if (!key) return [];
    const { isWide, unknown } = widthOf(definition, assessment);
    if (!isWide) return unknown ? [cannotJudge({ kind: "unknownRole", about: unknown })] : [];
    if ((customersByPlan(assessment).get(key)?.size ?? 0) > 1) return [hit({ kind: "definition", definition })];
    return [
      cannotJudge({
        kind: "unread",
        what: "Whether a Marketplace plan is public",
        fix: "Look at the plan's availability in Partner Center; Azure's own services do not tell it.",
        about: definition.id,
        isNeverRead: true,
      }),
    ];
  },
  facts(subject, assessment) {
    const plan = subject.kind === "definition" ? subject.definition.plan : undefined;
    if (subject.kind !== "definition" || !plan) return [];
    const customers = customersByPlan(assessment).get(planOf(subject.definition) ?? "")?.size ?? 0;
    return [
      { label: "plan", value: [plan.publisher, plan.product, plan.name, plan.version].join(".") },
      { label: "customers", value: String(customers) },
    ];
  },
};

const planOf = ({ plan }: Definition) => plan && [plan.publisher, plan.product, plan.name].join(".").toLowerCase();

function widthOf(definition: Definition, { role: roleOf }: Assessment) {
  let unknown: RoleId | undefined;
  for (const { authorization } of linesOf(definition)) {
    if (authorization.role === deleteRole) continue;
    const role = roleOf(authorization.role);
    if (!role) unknown ??= authorization.role;
    else if (canWrite(role)) return { isWide: true, unknown: undefined };
  }
  return { isWide: false, unknown };
}

const known = new WeakMap<Assessment, ReadonlyMap<string, ReadonlySet<TenantId>>>();

function customersByPlan(assessment: Assessment): ReadonlyMap<string, ReadonlySet<TenantId>> {
  let plans = known.get(assessment);
  if (!plans) known.set(assessment, (plans = countCustomers(assessment)));
  return plans;
}

function countCustomers({ delegations }: Assessment): ReadonlyMap<string, ReadonlySet<TenantId>> {
  const plans = new Map<string, Set<TenantId>>();
  for (const { definition, customer } of delegations) {
    const key = definition && planOf(definition);
    if (!key) continue;
    const customers = plans.get(key);
    if (customers) customers.add(customer);
    else plans.set(key, new Set([customer]));
  }
  return plans;
}
