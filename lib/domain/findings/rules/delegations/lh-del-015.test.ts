import { expect, test } from "vitest";
import { us } from "@/lib/domain/example-inventory";
import { judgedBy, offering } from "@/lib/domain/findings/example-findings";
import { namelessOffer } from "./lh-del-015";

const of = (offer: string, description: string | undefined, name: string | undefined = "Relecloud GmbH") =>
  judgedBy(namelessOffer, {
    delegations: [offering(1, {}, { offer, description })],
    inventory: { tenants: new Map([[us, { id: us, name, domain: undefined }]]) },
  });

test.each([
  ["Relecloud Care", ""],
  ["Relecloud Care", undefined],
  ["", "By Relecloud."],
  ["Offer 1", "Keeps servers running."],
])("named %j and described %j", (offer, description) => {
  expect(of(offer, description).count).toBe(1);
});

test.each([
  ["RELECLOUD Care", "Keeps servers running."],
  ["Care", "By Relecloud GmbH."],
])("named %j and described %j is none", (offer, description) => {
  expect(of(offer, description)).toMatchObject({ count: 0, unjudged: [] });
});

test("without our own name only what is empty can be judged", () => {
  const nameless = (description: string) =>
    judgedBy(namelessOffer, { delegations: [offering(1, {}, { offer: "Care", description })] });
  expect(nameless("Keeps servers running.")).toMatchObject({ count: 0, unjudged: ["unread"] });
  expect(nameless("").count).toBe(1);
});
