import { expect, test } from "vitest";
import { linesFound } from "@/lib/domain/findings/example-findings";
import { standingSilence } from "./lh-esc-009";

test("ending logs, alerts and protection", () => {
  expect(linesFound(standingSilence, ["Microsoft.Insights/DiagnosticSettings/Delete"])).toBe(1);
  expect(linesFound(standingSilence, ["Microsoft.OperationalInsights/workspaces/*"])).toBe(1);
  expect(linesFound(standingSilence, ["Microsoft.Security/pricings/write"])).toBe(1);
});

test("setting them up", () => {
  expect(
    linesFound(standingSilence, [
      "Microsoft.Insights/diagnosticSettings/write",
      "Microsoft.Insights/metricAlerts/write",
      "Microsoft.Security/*/read",
    ]),
  ).toBe(0);
});
