import { expect, test } from "vitest";
import { aRoleAllowing, eligible, judgedBy, offering, standing } from "@/lib/domain/findings/example-findings";
import { readerRole } from "../known-roles";
import { readerMissing } from "./lh-del-004";

const contributor = aRoleAllowing("*");
const website = aRoleAllowing("Microsoft.Web/*", "Microsoft.Resources/subscriptions/resourceGroups/read");
const of = (lines: Parameters<typeof offering>[1]) =>
  judgedBy(readerMissing, { delegations: [offering(1, lines)], roles: [contributor, website] });

test("an offer whose roles read some of it, or only when they are activated", () => {
  expect(of({ authorizations: [standing(website)] }).count).toBe(1);
  expect(of({ authorizations: [standing(website)], eligibleAuthorizations: [eligible(readerRole)] }).count).toBe(1);
});

test("with Reader, or a role that reads as much, it is none", () => {
  expect(of({ authorizations: [standing(website), standing(readerRole)] }).count).toBe(0);
  expect(of({ authorizations: [standing(contributor)] }).count).toBe(0);
});

test("a role that nobody tells of may read as much", () => {
  expect(of({ authorizations: [standing(aRoleAllowing("*"))] }).unjudged).toEqual(["unknownRole"]);
});
