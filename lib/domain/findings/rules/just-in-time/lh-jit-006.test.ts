import { expect, test } from "vitest";
import { aRoleAllowing, eligible, judgedBy, offering } from "@/lib/domain/findings/example-findings";
import { longActivation } from "./lh-jit-006";

const contributor = aRoleAllowing("*");
const network = aRoleAllowing("Microsoft.Network/*");
const of = (role: typeof contributor, policy: Parameters<typeof eligible>[1]) =>
  judgedBy(longActivation, {
    delegations: [offering(1, { eligibleAuthorizations: [eligible(role, policy)] })],
    roles: [contributor, network],
  });
const severities = (role: typeof contributor, policy: Parameters<typeof eligible>[1]) =>
  of(role, policy).found.map((one) => one.split(":")[0]);

test.each(["PT4H30M", "PT8H"])("%s is too long for a role that reaches everything, and for no other", (longest) => {
  expect(severities(contributor, { longest })).toEqual(["medium"]);
  expect(severities(network, { longest })).toEqual([]);
});

test.each(["PT30M", "PT1H30M", "PT4H", "PT240M"])("%s is short enough for every role", (longest) => {
  expect(severities(contributor, { longest })).toEqual([]);
});

test.each(["PT45M", "PT15M", "PT9H", "P1D", "4 hours"])("%s is no proper length for any role", (longest) => {
  expect(severities(network, { longest })).toEqual(["low"]);
});

test("a length that is not stated is PT8H", () => {
  expect(severities(network, { longest: "PT8H", defaultLength: true })).toEqual(["low"]);
  expect(severities(network, { longest: "PT8H", stated: false })).toEqual(["low"]);
  expect(severities(contributor, { longest: "PT8H", defaultLength: true })).toEqual(["medium"]);
});

test("whether six hours are too long depends on the role", () => {
  expect(of(aRoleAllowing("*"), { longest: "PT6H" }).unjudged).toEqual(["unknownRole"]);
  expect(of(aRoleAllowing("*"), { longest: "PT2H" }).unjudged).toEqual([]);
});
