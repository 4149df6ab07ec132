import { expect, test } from "vitest";
import { linesFound } from "@/lib/domain/findings/example-findings";
import { readableSecrets } from "./lh-sec-008";

test("Reader sees the shared keys of a workspace", () => {
  expect(linesFound(readableSecrets, ["*/read"])).toBe(1);
  expect(linesFound(readableSecrets, ["Microsoft.OperationalInsights/workspaces/sharedKeys/read"])).toBe(1);
});

test.each(["workflows", "workflows/versions"])(
  "whoever reads Microsoft.Logic/%s sees what is written into it",
  (type) => {
    expect(linesFound(readableSecrets, [`Microsoft.Logic/${type}/read`])).toBe(1);
  },
);

test("reading without them, keys that take an action, and how workflows run", () => {
  expect(linesFound(readableSecrets, ["Microsoft.Logic/workflows/runs/read"])).toBe(0);
  expect(
    linesFound(readableSecrets, ["*/read"], ["*keys/read", "*/token/read", "*/workflows/read", "*/versions/read"]),
  ).toBe(0);
  expect(linesFound(readableSecrets, ["Microsoft.OperationalInsights/workspaces/sharedKeys/action"])).toBe(0);
});
