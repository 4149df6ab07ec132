import { expect, test } from "vitest";
import { linesFound } from "@/lib/domain/findings/example-findings";
import { standingDiskExport } from "./lh-sec-007";

test("a disk or snapshot by a signed address", () => {
  expect(linesFound(standingDiskExport, ["Microsoft.Compute/disks/beginGetAccess/action"])).toBe(1);
  expect(linesFound(standingDiskExport, ["Microsoft.Compute/snapshots/*"])).toBe(1);
});

test("ending an export, or writing a disk, exports nothing", () => {
  expect(
    linesFound(standingDiskExport, ["Microsoft.Compute/disks/endGetAccess/action", "Microsoft.Compute/disks/write"]),
  ).toBe(0);
});
