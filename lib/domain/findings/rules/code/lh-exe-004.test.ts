import { expect, test } from "vitest";
import { linesFound } from "@/lib/domain/findings/example-findings";
import { standingDesktops } from "./lh-exe-004";

test("publishing programs, adding hosts", () => {
  expect(linesFound(standingDesktops, ["Microsoft.DesktopVirtualization/applicationGroups/applications/write"])).toBe(
    1,
  );
  expect(linesFound(standingDesktops, ["Microsoft.DesktopVirtualization/hostpools/*"])).toBe(1);
});

test("sending messages to sessions", () => {
  expect(
    linesFound(standingDesktops, [
      "Microsoft.DesktopVirtualization/hostpools/sessionhosts/usersessions/sendMessage/action",
      "Microsoft.DesktopVirtualization/*/read",
    ]),
  ).toBe(0);
});
