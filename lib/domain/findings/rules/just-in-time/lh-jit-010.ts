import type { Definition } from "@/lib/domain/definition";
import type { Delegation } from "@/lib/domain/delegation";
import type { Assessment } from "@/lib/domain/findings/engine/assessment";
import { hit, type Hit } from "@/lib/domain/findings/judgement";
import type { EstateRule } from "@/lib/domain/findings/rule";
import type { Subject } from "@/lib/domain/findings/subject";
import { cited } from "../cited";
import { heldOnce } from "@/lib/domain/findings/fixes/held-once";
import { delegationsAt, scopeGroups } from "@/lib/domain/findings/questions/delegations-by";

export const pointlessEligible: EstateRule = {
  id: "LH-JIT-010",
  severity: "medium",
  title: "Role held both permanently and eligibly",
  why: "The permanent authorization gives at once what the eligible one asks MFA and approval for: the control looks as if it were there, and is not.",
  how: "On one scope the same principal has the same role in a permanent and in an eligible authorization, of one offer or of two.",
  fix: "Remove the permanent authorization, and leave Reader in its place. Where nobody can activate the role, or it is Reader itself, remove the eligible one.",
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
  mend: (subject, assessment) =>
    subject.kind === "grant" ? heldOnce(subject, placesOf(subject, assessment), assessment) : undefined,
};

type Held = Pick<Definition["authorizations"][number], "principal" | "role">;

function heldTwice(delegations: readonly Delegation[]): readonly Held[] {
  const definitions = delegations.flatMap(({ definition }) => definition ?? []);
  const twice: Held[] = [];
  for (const { eligibleAuthorizations } of definitions)
    for (const eligible of eligibleAuthorizations) {
      const isSame = (one: Held) => one.principal === eligible.principal && one.role === eligible.role;
      const isStanding = definitions.some(({ authorizations }) => authorizations.some(isSame));
      if (isStanding && !twice.some(isSame)) twice.push({ principal: eligible.principal, role: eligible.role });
    }
  return twice;
}

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
