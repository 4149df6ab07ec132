import { expect, test } from "vitest";
import fc from "fast-check";
import { comparePlanVersions } from "./plan-version";

test.each([
  ["1.9.3", "1.10.0", -1],
  ["2.0.0", "1.99.99", 1],
  ["1.0", "1.0.0", 0],
  ["1.0.0", "1.0.0.1", -1],
  ["01.2", "1.2", 0],
  ["99999999999999999999.1", "99999999999999999998.1", 1],
  ["1.0.beta", "1.0.alpha", 1],
  ["", "", 0],
])("%s against %s", (left, right, order) => {
  expect(Math.sign(comparePlanVersions(left, right))).toBe(order);
});

test("turning the sides around turns the order around", () => {
  const version = fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 4 }).map((parts) => parts.join("."));
  fc.assert(
    fc.property(version, version, (left, right) => {
      expect(comparePlanVersions(left, right)).toBe(0 - comparePlanVersions(right, left));
    }),
  );
});
