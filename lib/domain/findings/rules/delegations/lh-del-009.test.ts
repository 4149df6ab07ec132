import { expect, test } from "vitest";
import type { SubscriptionAnswer } from "@/lib/domain/coverage";
import type { Definition, ProvisioningState } from "@/lib/domain/definition";
import { aCoverage, aDefinition, exampleSubscription, exampleTenant } from "@/lib/domain/example-inventory";
import { judgedBy, offering } from "@/lib/domain/findings/example-findings";
import { unfinished } from "./lh-del-009";

const unused = (given: Partial<Definition>, answer: SubscriptionAnswer = "answered") => {
  const definition = aDefinition(1, given);
  const coverage = aCoverage({ subscriptions: new Map([[exampleSubscription(1), answer]]) });
  return judgedBy(unfinished, { inventory: { definitions: new Map([[definition.id, definition]]), coverage } });
};
const delegated = (state: ProvisioningState, ofDefinition: ProvisioningState = "Succeeded") =>
  judgedBy(unfinished, { delegations: [{ ...offering(1, {}, { state: ofDefinition }), state }] }).found.map((one) =>
    one.split(" ", 2).join(" "),
  );

test("a definition that no delegation uses", () => {
  expect(unused({}).found).toEqual([expect.stringMatching(/^low: definition /)]);
});

test("where the subscription did not answer, a delegation may be there unseen", () => {
  for (const answer of ["refused", "wholeOnly"] as const)
    expect(unused({}, answer)).toMatchObject({ count: 0, unjudged: ["subscription"] });
});

test("another provider's is not ours to clean up", () => {
  expect(unused({ managingTenant: exampleTenant(9) }).count).toBe(0);
});

test("a delegation that failed is medium, one that is under way low", () => {
  expect(delegated("Failed")).toEqual(["medium: delegation"]);
  expect(delegated("Running")).toEqual(["low: delegation"]);
  expect(delegated("Succeeded", "Canceled")).toEqual(["medium: definition"]);
});

test("both succeeded is none", () => {
  expect(delegated("Succeeded")).toEqual([]);
});
