import { expect, test } from "vitest";
import { linesFound } from "@/lib/domain/findings/example-findings";
import { standingCode } from "./lh-exe-001";

test("commands on machines, of scale sets and Arc too, and on apps", () => {
  expect(linesFound(standingCode, ["Microsoft.Compute/virtualMachines/runCommand/action"])).toBe(1);
  expect(linesFound(standingCode, ["Microsoft.HybridCompute/machines/*"])).toBe(1);
  expect(linesFound(standingCode, ["Microsoft.Web/sites/publish/action"])).toBe(1);
  expect(linesFound(standingCode, ["*"])).toBe(1);
});

test("starting a machine runs nothing of ours, and runbooks have a rule of their own", () => {
  expect(linesFound(standingCode, ["Microsoft.Compute/virtualMachines/start/action"])).toBe(0);
  expect(linesFound(standingCode, ["Microsoft.Automation/automationAccounts/jobs/write"])).toBe(0);
  expect(linesFound(standingCode, ["*"], ["*/write", "*/action"])).toBe(0);
});
