import { expect, test } from "vitest";
import type { RuleRow } from "@/lib/domain/findings/rows/rule-rows";
import { standingSecrets } from "@/lib/domain/findings/rules/secrets/lh-sec-001";
import { ruleSpec } from "./rule-spec";

const row: RuleRow = { rule: standingSecrets, setting: "on", severity: "high", findings: 0, answers: "all" };
const column = ruleSpec.columns.find(({ id }) => id === "answer");

test.each([
  ["all", "Judges all", true],
  ["some", "Cannot judge all", false],
  ["nothing", "Nothing to judge", null],
] as const)("a rule that answers for %s says %j", (answers, text, judgesAll) => {
  expect(column?.text({ ...row, answers })).toBe(text);
  expect(ruleSpec.record?.({ ...row, answers })).toMatchObject({ judgesAll });
});

test("a rule that is off, or was not asked, says so", () => {
  const asked = { ...row, findings: undefined, answers: undefined };
  expect(column?.text(asked)).toBe("Not judged yet");
  expect(column?.text({ ...asked, setting: "off" })).toBe("The rule is off");
});
