import { expect, test } from "vitest";
import { aCoverage, anInventory } from "@/lib/domain/example-inventory";
import { noTenantFacts } from "@/lib/domain/tenant-facts";
import { assess } from "../engine/assess";
import { aDirectory, aRoleAllowing, assessmentBy, offering, someone, standing, type Given } from "../example-findings";
import { defaultPolicy } from "../policy/policy";
import { deleteRoleMissing } from "../rules/delegations/lh-del-001";
import { monitoringReaderAtRoot } from "../rules/platform/lh-plt-001";
import { standingSecrets } from "../rules/secrets/lh-sec-001";
import { ruleRows } from "./rule-rows";

const rules = [standingSecrets, deleteRoleMissing, monitoringReaderAtRoot];
const tenant = { ...noTenantFacts, rootRoles: { state: "read" as const, roles: [] } };

function answers(given: Given, policy = defaultPolicy) {
  const assessment = assessmentBy(rules, { directory: aDirectory({ users: [someone] }), tenant, policy, ...given });
  const rows = ruleRows(rules, policy, { ...assess(assessment), assessment });
  return Object.fromEntries(rows.map(({ rule, answers, findings }) => [rule.id, [answers, findings]]));
}

test("where customers are seen, a rule judges all, or not what it cannot see", () => {
  const role = aRoleAllowing("*");
  const delegations = [offering(1, { authorizations: [standing(role)] })];
  expect(answers({ delegations, roles: [role] })["LH-SEC-001"]).toEqual(["all", 1]);
  expect(answers({ delegations })["LH-SEC-001"]).toEqual(["some", 0]);
});

test("without a customer there is nothing to judge but our own tenant", () => {
  expect(answers({})).toEqual({
    "LH-SEC-001": ["nothing", 0],
    "LH-DEL-001": ["nothing", 0],
    "LH-PLT-001": ["all", 0],
  });
  expect(answers({ tenant: undefined })["LH-PLT-001"]).toEqual(["some", 0]);
});

test("an offer that nobody delegates is something to judge", () => {
  const { definitions } = anInventory({ delegations: [offering(1, {})] });
  expect(answers({ inventory: { definitions } })["LH-DEL-001"]?.[0]).toBe("all");
});

test("where delegations could not be read, nobody says that there are none", () => {
  const coverage = aCoverage({ states: { assignments: "failed" } });
  expect(answers({ inventory: { coverage } })["LH-SEC-001"]).toEqual(["some", 0]);
});

test("a rule that is off, and one that was not asked yet, answer nothing", () => {
  const off = { ...defaultPolicy, rules: { "LH-SEC-001": "off" as const } };
  expect(answers({}, off)["LH-SEC-001"]).toEqual([undefined, undefined]);
  expect(ruleRows(rules, defaultPolicy, undefined).map((row) => row.answers)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
