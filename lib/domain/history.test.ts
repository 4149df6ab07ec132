import { expect, test } from "vitest";
import { lastChangeOf, laterOf, moment } from "./history";

test.each([
  ["2026-02-03T10:11:12Z", "2026-02-03T10:11:13Z"],
  ["2026-02-03T10:11:12Z", "2026-02-03T10:11:12.5Z"],
  ["2026-02-03T10:11:12.4Z", "2026-02-03T10:11:12.41Z"],
  ["2025-12-31T23:59:59.9999999Z", "2026-01-01T00:00:00Z"],
  ["not a time", "2026-01-01T00:00:00Z"],
])("%s is before %s, whichever is asked first", (earlier, later) => {
  expect(laterOf(earlier, later)).toBe(later);
  expect(laterOf(later, earlier)).toBe(later);
});

test("a time that is not told never hides one that is", () => {
  expect(laterOf(undefined, "2026-01-01T00:00:00Z")).toBe("2026-01-01T00:00:00Z");
  expect(laterOf("2026-01-01T00:00:00Z", undefined)).toBe("2026-01-01T00:00:00Z");
  const never = { createdAt: undefined, createdBy: undefined, changedAt: undefined, changedBy: undefined };
  expect(lastChangeOf(never)).toBeUndefined();
  expect(lastChangeOf({ ...never, createdAt: "2026-01-01T00:00:00Z" })).toBe("2026-01-01T00:00:00Z");
});

test("a moment is milliseconds, and what is no time is no moment", () => {
  expect(moment("1970-01-01T00:00:01Z")).toBe(1000);
  expect(moment("yesterday")).toBeUndefined();
  expect(moment(undefined)).toBeUndefined();
});
