import { expect, test } from "vitest";
import { exampleTenant } from "@/lib/domain/example-inventory";
import type { CustomerExposure, ExposureGroup } from "./exposure";
import { sectorsOf } from "./sectors";

const customer = (number: number, control: number): CustomerExposure => ({
  customer: exampleTenant(number),
  name: undefined,
  held: { standing: [0, 2, 0, 0, 0, control], eligible: [0, 0, 0, 0, 0, 0] },
  weight: control,
  isPartlyRead: false,
});
const group = (key: string, count: number, control: (number: number) => number = () => 1): ExposureGroup => ({
  key,
  source: "template",
  label: undefined,
  customers: Array.from({ length: count }, (_, number) => customer(number, control(number))),
});

test("few customers have a sector each", () => {
  const [one] = sectorsOf([group("a", 12)]);
  expect(one?.sectors).toHaveLength(12);
  expect(one?.sectors.every(({ customers }) => customers.length === 1)).toBe(true);
});

test("of many, the most exposed of each group stay alone and the others share, and nobody is lost", () => {
  const groups = sectorsOf([group("large", 900), group("small", 99), group("single", 1)]);
  const all = groups.flatMap(({ sectors }) => sectors);
  expect(all.length).toBeLessThanOrEqual(301);
  expect(all.flatMap(({ customers }) => customers)).toHaveLength(1000);
  const [large, , single] = groups;
  expect(large?.sectors.slice(0, 135).every(({ customers }) => customers.length === 1)).toBe(true);
  expect(large?.sectors.at(-1)?.customers.length).toBeGreaterThan(4);
  expect(single?.sectors).toHaveLength(1);
});

test("a sector of several shows their average, and one where any of them has any", () => {
  const [shared] = sectorsOf([group("a", 4, (number) => (number === 3 ? 1 : 0))], 1);
  expect(shared?.sectors).toHaveLength(1);
  expect(shared?.sectors[0]?.held.standing).toEqual([0, 2, 0, 0, 0, 1]);
});
