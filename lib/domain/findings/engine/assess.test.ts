import { describe, expect, test } from "vitest";
import { aCoverage, aDelegation, anInventory, aSubscription, exampleTenant } from "@/lib/domain/example-inventory";
import { customersAffected, delegationsAffected } from "../evidence/affected";
import { aRoleAllowing, assessmentBy, eligible, judgedBy, offering, standing } from "../example-findings";
import { fingerprintOf } from "../finding";
import { found } from "../judgement";
import type { AuthorizationRule } from "../rule";
import { eligibleWithoutMfa } from "../rules/just-in-time/lh-jit-003";
import { standingSecrets } from "../rules/secrets/lh-sec-001";
import type { Severity } from "../severity";
import { assess } from "./assess";
import { assessDefinition } from "./assess-definition";

const storage = aRoleAllowing("Microsoft.Storage/*");
const customer = exampleTenant(1);
const line = { authorizations: [standing(storage)] };

describe("one offer at one customer", () => {
  const delegations = [1, 2, 3].map((number) => offering(number, line, { customer }));

  test("is one finding however many subscriptions it is deployed in, with all of them affected", () => {
    const { findings, assessment } = judgedBy(standingSecrets, { delegations, roles: [storage] });
    expect(findings).toHaveLength(1);
    expect(findings[0]!.alike).toHaveLength(2);
    expect(delegationsAffected(findings[0]!, assessment)).toHaveLength(3);
    expect(customersAffected(findings[0]!, assessment)).toEqual([customer]);
  });

  test("has the same fingerprint in whatever order and with whatever definitions it is read", () => {
    const prints = [delegations, delegations.toReversed(), [offering(9, line, { customer })]].map((read) =>
      judgedBy(standingSecrets, { delegations: read, roles: [storage] }).findings.map(fingerprintOf),
    );
    expect(new Set(prints.flat())).toHaveLength(1);
    expect(prints.flat()[0]).toMatch(/^[0-9a-f]{16}$/);
  });

  test("is shown by the definition that is at fault where others are not", () => {
    const policies = [{ mfa: true }, { mfa: false }];
    const mixed = policies.map((policy, at) =>
      offering(at + 1, { eligibleAuthorizations: [eligible(storage, policy)] }, { customer }),
    );
    const { findings } = judgedBy(eligibleWithoutMfa, { delegations: mixed, roles: [storage] });
    expect(findings).toHaveLength(1);
    expect(findings[0]!.subject).toMatchObject({ definition: { id: mixed[1]!.definitionId } });
    expect(findings[0]!.alike).toEqual([]);
  });
});

test("the same at two customers is two findings with fingerprints of their own", () => {
  const { findings } = judgedBy(standingSecrets, {
    delegations: [1, 2].map((number) => offering(number, line)),
    roles: [storage],
  });
  expect(new Set(findings.map(fingerprintOf)).size).toBe(2);
});

test("the worst of several that are alike is shown, whichever is read first", () => {
  const byLabel: AuthorizationRule = {
    ...eligibleWithoutMfa,
    access: "standing",
    judge: ({ authorization }) => found(authorization.label as Severity),
  };
  for (const labels of [
    ["low", "high", "medium"],
    ["high", "medium", "low"],
    ["medium", "low", "high"],
  ]) {
    const delegations = labels.map((label, at) =>
      offering(at, { authorizations: [standing(storage, { label })] }, { customer }),
    );
    const { findings } = judgedBy(byLabel, { delegations });
    expect(findings).toMatchObject([{ severity: "high", subject: { authorization: { label: "high" } } }]);
    expect(findings[0]!.alike).toHaveLength(2);
  }
});

test("a definition that no delegation uses gives nobody anything", () => {
  const { definitions } = anInventory({ delegations: [offering(1, line)] });
  expect(judgedBy(standingSecrets, { inventory: { definitions }, roles: [storage] })).toMatchObject({
    count: 0,
    unjudged: [],
  });
});

test("unread definitions and closed subscriptions are no rule's to judge", () => {
  const closed = aSubscription(2);
  const given = {
    delegations: [aDelegation(1, { definition: undefined })],
    inventory: {
      coverage: aCoverage({ subscriptions: new Map([[closed.id, "refused"]]) }),
      subscriptions: new Map([[closed.id, closed]]),
    },
  };
  const { unjudged } = assess(assessmentBy(standingSecrets, given));
  expect(unjudged.map(({ rule, because, about }) => [rule, because.kind, about.size])).toEqual([
    [undefined, "definition", 1],
    [undefined, "subscription", 1],
  ]);
});

test("one definition by itself comes to the same findings", () => {
  const delegation = offering(1, line);
  const assessment = assessmentBy(standingSecrets, { delegations: [delegation], roles: [storage] });
  const alone = assessDefinition(delegation.definition!, assessment);
  expect(alone.findings).toEqual(assess(assessment).findings);
  expect(alone.findings).toHaveLength(1);
});
