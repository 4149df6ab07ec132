import { expect, test } from "vitest";
import { linesFound } from "@/lib/domain/findings/example-findings";
import { standingAutomation } from "./lh-exe-003";

test("runbooks and workflows", () => {
  expect(linesFound(standingAutomation, ["Microsoft.Automation/automationAccounts/runbooks/draft/write"])).toBe(1);
  expect(linesFound(standingAutomation, ["Microsoft.Logic/*"])).toBe(1);
});

test("stopping a job, and reading them", () => {
  expect(linesFound(standingAutomation, ["Microsoft.Automation/automationAccounts/jobs/stop/action"])).toBe(0);
  expect(linesFound(standingAutomation, ["Microsoft.Automation/*/read", "Microsoft.Logic/*/read"])).toBe(0);
});
