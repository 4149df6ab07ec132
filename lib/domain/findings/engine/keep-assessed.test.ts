import { expect, test } from "vitest";
import type { Definition } from "@/lib/domain/definition";
import {
  aDirectory,
  aRoleAllowing,
  assessmentBy,
  eligible,
  offering,
  someone,
  standing,
  type Given,
} from "@/lib/domain/findings/example-findings";
import { hit } from "@/lib/domain/findings/judgement";
import type { DefinitionRule } from "@/lib/domain/findings/rule";
import { rules } from "@/lib/domain/findings/rules";
import { deleteRoleMissing } from "@/lib/domain/findings/rules/delegations/lh-del-001";
import { fingerprintOf } from "../finding";
import { assess, assessing, type Assessed } from "./assess";
import { keepAssessed, type Kept } from "./keep-assessed";

const role = aRoleAllowing("Microsoft.Storage/storageAccounts/listKeys/action");
const other = aRoleAllowing("Microsoft.Compute/virtualMachines/read");
const offers = [1, 2, 3].map((number) =>
  offering(number, { authorizations: [standing(role)], eligibleAuthorizations: [eligible(other, { mfa: false })] }),
);

/** Finds something in every definition, and counts how often it is asked. */
function counting() {
  const asked: Definition[] = [];
  const rule: DefinitionRule = {
    ...deleteRoleMissing,
    judge(definition) {
      asked.push(definition);
      return [hit({ kind: "definition", definition })];
    },
  };
  return { rule, asked };
}

function finished(work: Generator<void, Assessed>): Assessed {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

test("a definition of which nothing changed is not assessed again, one that is new is", () => {
  const { rule, asked } = counting();
  const kept = keepAssessed();
  const pass = (given: Given) => finished(assessing(assessmentBy(rule, { roles: [role, other], ...given }), { kept }));
  pass({ delegations: offers.slice(0, 2) });
  expect(asked).toHaveLength(2);
  const { findings } = pass({ delegations: offers });
  expect(asked).toHaveLength(3);
  expect(findings).toHaveLength(3);
});

test("another role, delegation, directory or object of the definition is a change", () => {
  const { rule, asked } = counting();
  const kept = keepAssessed();
  const pass = (given: Given) => {
    asked.length = 0;
    finished(assessing(assessmentBy(rule, { delegations: offers, roles: [role, other], ...given }), { kept }));
    return asked.length;
  };
  expect(pass({})).toBe(3);
  expect(pass({})).toBe(0);
  expect(pass({ roles: [{ ...role }, other] })).toBe(3);
  const [first, ...others] = offers;
  expect(pass({ roles: [role, other] })).toBe(3);
  expect(pass({ delegations: [{ ...first!, definition: { ...first!.definition! } }, ...others] })).toBe(1);
  expect(pass({ delegations: [{ ...first! }, ...others] })).toBe(1);
  const directory = aDirectory({ users: [someone] });
  expect(pass({ directory })).toBe(3);
});

test("judged while it grows, with what was kept, a snapshot says the same as judged at once", () => {
  const kept: Kept = keepAssessed();
  const given = { roles: [role, other], directory: aDirectory({ users: [someone] }) };
  const said = ({ findings, unjudged }: Assessed) => ({
    findings: findings.map(fingerprintOf).sort(),
    unjudged: unjudged.map(({ rule, because, about }) => `${rule?.id} ${because.kind} ${[...about].sort()}`).sort(),
  });
  for (const many of [1, 2, 3]) {
    const delegations = offers.slice(0, many);
    const partial = said(
      finished(assessing(assessmentBy(rules, { ...given, delegations }), { kept, isPartial: true })),
    );
    const whole = said(assess(assessmentBy(rules, { ...given, delegations })));
    expect(whole.findings).toEqual(expect.arrayContaining(partial.findings));
    expect(said(finished(assessing(assessmentBy(rules, { ...given, delegations }), { kept })))).toEqual(whole);
  }
});
