import { expect, test } from "vitest";
import { nameInRoom } from "./name-in-room";

const plans = ["Managed Operations Nordics", "Managed Operations Iberia"];

test("a name that fits stays whole, one that does not keeps what tells it from the others", () => {
  expect(nameInRoom(plans[0]!, plans, 40)).toBe("Managed Operations Nordics");
  expect(nameInRoom(plans[0]!, plans, 10)).toBe("…Nordics");
});

test("a name that shares nothing is left to be cut", () => {
  expect(nameInRoom("Managed Operations", ["Managed Operations", "Backup"], 5)).toBe("Managed Operations");
  expect(nameInRoom("ARM template", plans, 5)).toBe("ARM template");
});
