import type { Definition } from "@/lib/domain/definition";
import type { Delegation } from "@/lib/domain/delegation";
import type { Assessment } from "@/lib/domain/findings/engine/assessment";
import { hit, type Hit } from "@/lib/domain/findings/judgement";
import { scopeGroups, delegationsAt } from "@/lib/domain/findings/questions/delegations-by";
import type { EstateRule } from "@/lib/domain/findings/rule";
import { linesOf, type Subject } from "@/lib/domain/findings/subject";
import { cited } from "../cited";

export const grantedTwice: EstateRule = {
  id: "LH-DEL-005",
  severity: "high",
  title: "Two offers give the same role to the same principal on one scope",
  why: "Azure may take the access of both away when one of the delegations is removed: cleaning up locks out people who should have stayed.",
  how: "Two definitions are attached to the same scope, and both name the same principal with the same role, permanent or eligible.",
  fix: "Bring both offers into one, deploy it, and only then remove the other; look at once whether the access is still there.",
  toCustomer:
    "We will bring both offers into one and send it to you; please remove the old ones only once it is deployed.",
  sources: [cited.removeDelegation, cited.updateDelegation],
  on: "estate",
  *find(assessment): Iterable<Hit> {
    for (const delegations of scopeGroups(assessment)) {
      const [first] = delegations;
      if (first && delegations.length > 1)
        for (const held of heldByTwo(delegations)) yield hit({ kind: "grant", ...held, scope: first.scope });
    }
  },
  facts: (subject, assessment) =>
    offersOf(subject, assessment).map((definition) => ({ label: "offer", value: { kind: "definition", definition } })),
};

type Held = Pick<Definition["authorizations"][number], "principal" | "role">;

const definitionsIn = (delegations: readonly Delegation[]) =>
  new Set(delegations.flatMap(({ definition }) => definition ?? []));

const heldIn = (definition: Definition): ReadonlyMap<string, Held> =>
  new Map(
    linesOf(definition).map(({ authorization: { principal, role } }) => [`${principal} ${role}`, { principal, role }]),
  );

function heldByTwo(delegations: readonly Delegation[]): Iterable<Held> {
  const once = new Set<string>();
  const twice = new Map<string, Held>();
  for (const definition of definitionsIn(delegations))
    for (const [key, held] of heldIn(definition))
      if (once.has(key)) twice.set(key, held);
      else once.add(key);
  return twice.values();
}

function offersOf(subject: Subject, assessment: Assessment): Definition[] {
  if (subject.kind !== "grant") return [];
  const { principal, role, scope } = subject;
  return [...definitionsIn(delegationsAt(scope, assessment))].filter((one) => heldIn(one).has(`${principal} ${role}`));
}
