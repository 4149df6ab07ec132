import { expect, test } from "vitest";
import { examplePrincipal } from "@/lib/domain/example-inventory";
import { mendingOf } from "@/lib/domain/findings/evidence/explain";
import {
  aDirectory,
  aRoleAllowing,
  eligible,
  judgedBy,
  offering,
  standing,
} from "@/lib/domain/findings/example-findings";
import type { PrincipalId } from "@/lib/domain/ids";
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

test("mended by Reader for the groups of the offer, or else for the one that sees other customers", () => {
  const [group, readers, program] = [7, 8, 9].map(examplePrincipal) as [PrincipalId, PrincipalId, PrincipalId];
  const directory = aDirectory({
    groups: { [group]: [21, 22].map(examplePrincipal), [readers]: [23, 24].map(examplePrincipal) },
    servicePrincipals: [program],
  });
  const added = (...principals: readonly PrincipalId[]) => {
    const authorizations = principals.map((principal) => standing(website, { principal }));
    const { findings, assessment } = judgedBy(readerMissing, {
      delegations: [
        offering(1, { authorizations }),
        offering(2, { authorizations: [standing(readerRole, { principal: readers })] }),
      ],
      roles: [website],
      directory,
    });
    return mendingOf(findings[0]!, assessment)?.after.authorizations.slice(principals.length);
  };
  expect(added(program, group)).toEqual([standing(readerRole, { principal: group })]);
  expect(added(program)).toEqual([standing(readerRole, { principal: readers })]);
});
