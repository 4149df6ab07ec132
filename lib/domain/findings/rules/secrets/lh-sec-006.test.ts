import { expect, test } from "vitest";
import { linesFound } from "@/lib/domain/findings/example-findings";
import { standingCallbackUrls } from "./lh-sec-006";

test("the address of a trigger", () => {
  expect(linesFound(standingCallbackUrls, ["Microsoft.Logic/workflows/triggers/listCallbackUrl/action"])).toBe(1);
  expect(
    linesFound(standingCallbackUrls, [
      "Microsoft.Web/sites/hostruntime/webhooks/api/workflows/triggers/listCallbackUrl/action",
    ]),
  ).toBe(1);
});

test("running a workflow without its address", () => {
  expect(linesFound(standingCallbackUrls, ["Microsoft.Logic/workflows/triggers/run/action"])).toBe(0);
});
