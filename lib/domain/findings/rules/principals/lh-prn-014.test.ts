import { expect, test } from "vitest";
import { examplePrincipal } from "@/lib/domain/example-inventory";
import { assess } from "@/lib/domain/findings/engine/assess";
import { aDirectory, judgedBy, offering, someone, standing } from "@/lib/domain/findings/example-findings";
import { readerRole } from "../known-roles";
import { holderWithoutMfa } from "./lh-prn-014";

const delegations = [offering(1, { authorizations: [standing(readerRole)] })];
const [ada, bea] = [examplePrincipal(2), examplePrincipal(3)];

test("it is one line that cannot be judged, about the people who reach customers", () => {
  const directory = aDirectory({ groups: { [someone]: [ada, bea] } });
  const { assessment, count } = judgedBy(holderWithoutMfa, { delegations, directory });
  const { unjudged } = assess(assessment);
  expect([count, unjudged.length]).toEqual([0, 1]);
  expect(unjudged[0]).toMatchObject({ because: { kind: "unread" }, about: new Set([ada, bea]) });
});

test("applications alone have no second factor, so nothing is said", () => {
  const directory = aDirectory({ servicePrincipals: [someone] });
  expect(judgedBy(holderWithoutMfa, { delegations, directory }).unjudged).toEqual([]);
});
