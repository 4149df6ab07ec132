import { expect, test } from "vitest";
import { aRoleAllowing, judgedBy, offering, standing } from "../example-findings";
import { rules } from "../rules";
import { standingSecrets } from "../rules/secrets/lh-sec-001";
import { applyPolicy } from "./apply-policy";
import { defaultPolicy } from "./policy";

const role = aRoleAllowing("*");
const under = (setting: "on" | "off" | "low") =>
  judgedBy(standingSecrets, {
    delegations: [offering(1, { authorizations: [standing(role)] })],
    roles: [role],
    policy: { ...defaultPolicy, rules: { "LH-SEC-001": setting } },
  }).findings.map(({ severity }) => severity);

test("a rule that is off finds nothing, and one with a severity has that", () => {
  expect([under("on"), under("off"), under("low")]).toEqual([["high"], [], ["low"]]);
});

test("by default all rules are on but the one that every reader trips", () => {
  const off = rules.filter((rule) => !applyPolicy(rules, defaultPolicy).some((applied) => applied.rule === rule));
  expect(off.map(({ id }) => id)).toEqual(["LH-SEC-008"]);
});
