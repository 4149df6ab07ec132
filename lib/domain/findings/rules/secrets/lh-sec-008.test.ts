import { expect, test } from "vitest";
import { linesFound } from "@/lib/domain/findings/example-findings";
import { readableSecrets } from "./lh-sec-008";

test("Reader sees the shared keys of a workspace", () => {
  expect(linesFound(readableSecrets, ["*/read"])).toBe(1);
  expect(linesFound(readableSecrets, ["Microsoft.OperationalInsights/workspaces/sharedKeys/read"])).toBe(1);
});

test("reading without them, and keys that take an action", () => {
  expect(linesFound(readableSecrets, ["*/read"], ["*keys/read", "*/token/read", "Microsoft.Logic/*"])).toBe(0);
  expect(linesFound(readableSecrets, ["Microsoft.OperationalInsights/workspaces/sharedKeys/action"])).toBe(0);
});
