import { expect, test } from "vitest";
import { linesFound } from "@/lib/domain/findings/example-findings";
import { standingAppSecrets } from "./lh-sec-004";

test("app settings, publishing profiles and function keys, of slots too", () => {
  expect(linesFound(standingAppSecrets, ["Microsoft.Web/sites/config/list/Action"])).toBe(1);
  expect(linesFound(standingAppSecrets, ["microsoft.web/sites/slots/publishxml/action"])).toBe(1);
  expect(linesFound(standingAppSecrets, ["Microsoft.Web/sites/host/listkeys/action"])).toBe(1);
});

test("writing an app is another matter, and so are settings kept elsewhere", () => {
  expect(linesFound(standingAppSecrets, ["Microsoft.Web/sites/write"])).toBe(0);
  expect(linesFound(standingAppSecrets, ["Microsoft.AppConfiguration/configurationStores/*"])).toBe(0);
});
