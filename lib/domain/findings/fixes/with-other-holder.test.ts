import { expect, test } from "vitest";
import { aDefinition, examplePrincipal } from "@/lib/domain/example-inventory";
import { aDirectory, aRoleAllowing, eligible, judgedBy, offering, someone, standing } from "../example-findings";
import { mendingsOf } from "../evidence/explain";
import { authorizationToUser } from "../rules/principals/lh-prn-001";
import { withOtherHolder } from "./with-other-holder";

const [reading, working] = [aRoleAllowing("*/read"), aRoleAllowing("*")];
const robot = examplePrincipal(2);

test("who takes over holds what was held, each role once, and all others stay", () => {
  const definition = aDefinition(1, {
    authorizations: [
      standing(reading),
      standing(working),
      standing(reading, { principal: robot, label: "Robot" }),
      standing(working, { principal: examplePrincipal(3) }),
    ],
    eligibleAuthorizations: [eligible(working)],
  });
  const { after, missing } = withOtherHolder(definition, someone, { principal: robot, label: "Robot" });
  expect(after).toEqual({
    authorizations: [
      standing(working, { principal: robot, label: "Robot" }),
      standing(reading, { principal: robot, label: "Robot" }),
      standing(working, { principal: examplePrincipal(3) }),
    ],
    eligibleAuthorizations: [{ ...eligible(working), principal: robot, label: "Robot" }],
  });
  expect(missing).toEqual([]);
});

test("a person makes way, in each offer, for a group that is still to be named", () => {
  const { findings, assessment } = judgedBy(authorizationToUser, {
    delegations: [1, 2].map((number) => offering(number, { authorizations: [standing(working)] })),
    directory: aDirectory({ users: [someone] }),
  });
  const changes = mendingsOf(findings[0]!, assessment);
  expect(changes.map(({ missing }) => missing)).toEqual([["group"], ["group"]]);
  expect(changes.flatMap(({ after }) => after.authorizations.map(({ principal }) => principal))).not.toContain(someone);
});
