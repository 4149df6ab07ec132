import type { Assessment } from "@/lib/domain/findings/engine/assessment";
import { cannotJudge, found } from "@/lib/domain/findings/judgement";
import type { PrincipalRule } from "@/lib/domain/findings/rule";
import { linesOf } from "@/lib/domain/findings/subject";
import type { PrincipalId, RoleId, TenantId } from "@/lib/domain/ids";
import { cited } from "../cited";
import { grantingTo } from "@/lib/domain/findings/questions/granting";
import { kindOf } from "@/lib/domain/findings/questions/kind-of";
import { peopleBehind, peopleIn } from "@/lib/domain/findings/questions/people-behind";
import { isPrivileged } from "../tiers";

export const blastRadius: PrincipalRule = {
  id: "LH-PRN-013",
  severity: "medium",
  title: "One group opens most customers in view to the same people",
  why: "A single account taken over, or a single wrong member, reaches all of these customers at once: no incident stays small.",
  how: "Through this group alone a person of it holds privileged roles, which hand out keys, run code or reach everything, at more than the policy's share (50 %) of the customers that you see. Nothing is found among fewer than five, which are often just those that one's own groups open. Customers at which the person has such a role by another way as well are not counted.",
  fix: "Make a group for each ring of customers, and name in an offer only the ring that works for the customer.",
  toCustomer:
    "We will make a group for each ring of customers, and send you an offer that names only the one that works for you.",
  sources: [cited.ours],
  on: "principal",
  of: "holders",
  judge(id, assessment) {
    const held = kindOf(id, assessment);
    if (!held.kind) return cannotJudge(held.blind);
    if (held.kind !== "group") return undefined;
    const { customers, unknown } = privilegeAt(id, assessment);
    const isTooMany = tooMany(assessment);
    if (!isTooMany(customers.size))
      return unknown.size > 0 && isTooMany(new Set([...customers, ...unknown.keys()]).size)
        ? cannotJudge({ kind: "unknownRole", about: [...unknown.values()][0]! })
        : undefined;
    if (exposedPeople(id, assessment).length > 0) return found();
    const { blind } = peopleBehind(id, assessment);
    return blind && cannotJudge(blind);
  },
  facts({ principal }, assessment) {
    const { size } = privilegeAt(principal, assessment).customers;
    const all = allCustomers(assessment);
    return [
      { label: "of the customers that you see", value: `${size} of ${all} (${Math.round((size / all) * 100)} %)` },
      { label: "people with no other way", value: String(exposedPeople(principal, assessment).length) },
    ];
  },
};

/** Customers at which a principal has a privileged role, and those at which it has a role that nobody tells of. */
type Privilege = Readonly<{ customers: ReadonlySet<TenantId>; unknown: ReadonlyMap<TenantId, RoleId> }>;
type Growing = { customers: Set<TenantId>; unknown: Map<TenantId, RoleId> };

const none: Privilege = { customers: new Set(), unknown: new Map() };
const known = new WeakMap<Assessment, ReadonlyMap<PrincipalId, Privilege>>();

function privilegeAt(principal: PrincipalId, assessment: Assessment): Privilege {
  let all = known.get(assessment);
  if (!all) known.set(assessment, (all = everyPrivilege(assessment)));
  return all.get(principal) ?? none;
}

function everyPrivilege({ definitions, delegationsOf, role: roleOf }: Assessment): ReadonlyMap<PrincipalId, Privilege> {
  const all = new Map<PrincipalId, Growing>();
  for (const definition of definitions) {
    const delegations = delegationsOf(definition);
    if (delegations.length === 0) continue;
    for (const { authorization } of linesOf(definition)) {
      const role = roleOf(authorization.role);
      if (role && !isPrivileged(role)) continue;
      let own = all.get(authorization.principal);
      if (!own) all.set(authorization.principal, (own = { customers: new Set(), unknown: new Map() }));
      for (const { customer } of delegations)
        if (role) own.customers.add(customer);
        else own.unknown.set(customer, authorization.role);
    }
  }
  return all;
}

const totals = new WeakMap<Assessment, number>();

function allCustomers(assessment: Assessment): number {
  let total = totals.get(assessment);
  if (total === undefined)
    totals.set(assessment, (total = new Set(assessment.delegations.map(({ customer }) => customer)).size));
  return total;
}

/** A share of fewer customers says little: whoever sees so few may see just those that their own groups open. */
const fewest = 5;

const tooMany = (assessment: Assessment) => (customers: number) =>
  customers >= 2 &&
  allCustomers(assessment) >= fewest &&
  customers * 100 > allCustomers(assessment) * assessment.policy.thresholds.customersThroughOneGroup;

/** People of the group who have that many customers through it and through nothing else. */
function exposedPeople(group: PrincipalId, assessment: Assessment): PrincipalId[] {
  const { customers } = privilegeAt(group, assessment);
  const isTooMany = tooMany(assessment);
  return peopleIn(peopleBehind(group, assessment).reached).filter((person) => {
    const others = grantingTo(person, assessment).filter((id) => id !== group);
    const elsewhere = others.map((id) => privilegeAt(id, assessment).customers);
    return isTooMany([...customers].filter((customer) => !elsewhere.some((set) => set.has(customer))).length);
  });
}
