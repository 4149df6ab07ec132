import type { ArmId, PrincipalId, RoleId, SubscriptionId, TenantId } from "@/lib/domain/ids";
import type { Assessment } from "../engine/assessment";
import { customersThrough } from "../evidence/affected";
import type { Unjudged } from "../finding";
import { severities, type Severity } from "../severity";
import type { Subject } from "../subject";

/** Severities of which "none" may not be said: rules that find them had no answer. */
export type Untold = Readonly<{
  anywhere: ReadonlySet<Severity>;
  at: (customer: TenantId) => ReadonlySet<Severity>;
}>;

/** Step by step. What no source of ours ever tells is left out: it is so for everybody, and stands with its rule. */
export function* untoldIn(unjudged: readonly Unjudged[], assessment: Assessment): Generator<void, Untold> {
  const anywhere = new Set<Severity>();
  const everyone = new Set<Severity>();
  const byCustomer = new Map<TenantId, Set<Severity>>();
  const given = new Map(assessment.rules.map(({ rule, severity }) => [rule, severity ?? rule.severity]));
  for (const { rule, because, about } of unjudged) {
    if (because.kind === "unread" && because.isNeverRead) continue;
    const untold = rule ? [given.get(rule) ?? rule.severity] : severities;
    addTo(anywhere, untold);
    if (because.kind === "unread" && because.isOurTenants) continue;
    if (about.size === 0) addTo(everyone, untold);
    for (const id of about) {
      for (const customer of customersOf(id, assessment)) {
        let own = byCustomer.get(customer);
        if (!own) byCustomer.set(customer, (own = new Set()));
        addTo(own, untold);
      }
      yield;
    }
  }
  for (const own of byCustomer.values()) addTo(own, everyone);
  return { anywhere, at: (customer) => byCustomer.get(customer) ?? everyone };
}

function addTo(found: Set<Severity>, more: Iterable<Severity>): void {
  for (const severity of more) found.add(severity);
}

/** What could not be judged of one customer, step by step; what never is, and what concerns us alone, is left out. */
export function* unjudgedAt(
  customer: TenantId,
  unjudged: readonly Unjudged[],
  assessment: Assessment,
): Generator<void, readonly Unjudged[]> {
  const found: Unjudged[] = [];
  for (const one of unjudged) {
    if (isNobodys(one)) continue;
    if (one.about.size === 0) found.push(one);
    else {
      const about = new Set<string>();
      for (const id of one.about) {
        if (customersOf(id, assessment).includes(customer)) about.add(id);
        yield;
      }
      if (about.size > 0) found.push({ ...one, about });
    }
  }
  return found;
}

const isNobodys = ({ because }: Unjudged): boolean =>
  because.kind === "unread" && (because.isNeverRead === true || because.isOurTenants === true);

/** Whom it concerns that something about an id could not be judged. */
function customersOf(id: string, assessment: Assessment): readonly TenantId[] {
  const { delegations, definitions, subscriptions } = assessment.inventory;
  const delegation = delegations.get(id as ArmId);
  if (delegation) return [delegation.customer];
  const definition = definitions.get(id as ArmId);
  const owner = subscriptions.get(id as SubscriptionId)?.tenant;
  const subjects: readonly Subject[] = definition
    ? [{ kind: "definition", definition }]
    : [
        { kind: "subscription", subscription: id as SubscriptionId },
        { kind: "role", role: id as RoleId },
        { kind: "principal", principal: id as PrincipalId },
      ];
  const found = subjects.flatMap((subject) => customersThrough(subject, assessment));
  return owner ? [...found, owner] : found;
}
