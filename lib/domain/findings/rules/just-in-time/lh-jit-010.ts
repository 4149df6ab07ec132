import type { Definition } from "@/lib/domain/definition";
import type { Delegation } from "@/lib/domain/delegation";
import type { Assessment } from "@/lib/domain/findings/engine/assessment";
import { hit, type Hit } from "@/lib/domain/findings/judgement";
import type { EstateRule } from "@/lib/domain/findings/rule";
import type { Subject } from "@/lib/domain/findings/subject";
import { cited } from "../cited";
import { readerRole } from "../known-roles";
import { delegationsAt, scopeGroups } from "@/lib/domain/findings/questions/scope-groups";

export const pointlessEligible: EstateRule = {
  id: "LH-JIT-010",
  severity: "medium",
  title: "Role held both permanently and eligibly",
  why: "The permanent authorization gives at once what the eligible one asks MFA and approval for: the control looks as if it were there, and is not.",
  how: "On one scope the same principal has the same role in a permanent and in an eligible authorization, of one offer or of two.",
  fix: "Remove the permanent authorization, and leave Reader in its place.",
  sources: [cited.ours, cited.eligibleAuthorizations],
  on: "estate",
  *find(assessment): Iterable<Hit> {
    for (const delegations of scopeGroups(assessment)) {
      const [first] = delegations;
      if (first) for (const held of heldTwice(delegations)) yield hit({ kind: "grant", ...held, scope: first.scope });
    }
  },
  facts: (subject, assessment) =>
    placesOf(subject, assessment).map((definition) => ({ label: "offer", value: { kind: "definition", definition } })),
  mend(subject, assessment) {
    if (subject.kind !== "grant") return undefined;
    const isHeld = (one: { principal: string; role: string }) =>
      one.principal === subject.principal && one.role === subject.role;
    const definition = placesOf(subject, assessment).find(({ authorizations }) => authorizations.some(isHeld));
    if (!definition) return undefined;
    const left = definition.authorizations.filter((one) => !isHeld(one));
    const label = definition.authorizations.find(isHeld)?.label;
    const reader = { principal: subject.principal, label, role: readerRole, delegatedRoles: [] };
    return {
      definition,
      before: definition,
      after: {
        authorizations: left.some(({ principal }) => principal === subject.principal) ? left : [...left, reader],
        eligibleAuthorizations: definition.eligibleAuthorizations,
      },
      missing: [],
    };
  },
};

type Held = Pick<Definition["authorizations"][number], "principal" | "role">;

function heldTwice(delegations: readonly Delegation[]): Iterable<Held> {
  const definitions = delegations.flatMap(({ definition }) => definition ?? []);
  if (definitions.every(({ eligibleAuthorizations }) => eligibleAuthorizations.length === 0)) return [];
  const standing = new Set(definitions.flatMap(({ authorizations }) => authorizations.map(keyOf)));
  const twice = new Map<string, Held>();
  for (const { eligibleAuthorizations } of definitions)
    for (const { principal, role } of eligibleAuthorizations) {
      const key = keyOf({ principal, role });
      if (standing.has(key)) twice.set(key, { principal, role });
    }
  return twice.values();
}

const keyOf = ({ principal, role }: Held) => `${principal} ${role}`;

/** The offers at the scope that name the principal with the role. */
function placesOf(subject: Subject, assessment: Assessment): Definition[] {
  if (subject.kind !== "grant") return [];
  const { principal, role, scope } = subject;
  return delegationsAt(scope, assessment).flatMap(({ definition }) =>
    definition &&
    [...definition.authorizations, ...definition.eligibleAuthorizations].some(
      (one) => one.principal === principal && one.role === role,
    )
      ? definition
      : [],
  );
}
