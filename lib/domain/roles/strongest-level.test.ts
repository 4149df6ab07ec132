import { expect, test } from "vitest";
import { aDefinition, examplePrincipal, exampleRole } from "@/lib/domain/example-inventory";
import { strongestLevel } from "./strongest-level";

const offering = (...roles: number[]) =>
  aDefinition(1, {
    authorizations: roles.map((role) => ({
      principal: examplePrincipal(role),
      label: undefined,
      role: exampleRole(role),
      delegatedRoles: [],
    })),
    eligibleAuthorizations: [],
  });
const levels = new Map([1, 3, 5].map((level) => [exampleRole(level), level]));
const levelOf = (role: ReturnType<typeof exampleRole>) => levels.get(role);

test("the strongest role counts, and one that nobody knows may be stronger than all but control", () => {
  expect(strongestLevel(offering(1, 3), levelOf)).toBe(3);
  expect(strongestLevel(offering(), levelOf)).toBe(0);
  expect(strongestLevel(offering(3, 9), levelOf)).toBeUndefined();
  expect(strongestLevel(offering(5, 9), levelOf)).toBe(5);
});

test("what can be activated counts as well", () => {
  const [one] = offering(3).authorizations;
  const policy = { stated: false, mfa: false, longest: "PT8H", approvers: [] };
  const definition = { authorizations: offering(1).authorizations, eligibleAuthorizations: [{ ...one!, policy }] };
  expect(strongestLevel(definition, levelOf)).toBe(3);
});
