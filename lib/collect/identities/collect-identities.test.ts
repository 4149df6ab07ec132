import { expect, test } from "vitest";
import { scripted, type Deed } from "@/lib/azure/testing/scripted";
import type { SubscriptionId } from "@/lib/domain/ids";
import { collectIdentities } from "./collect-identities";

const [one, other] = ["00000001-0000-4000-8000-000000000001", "00000001-0000-4000-8000-000000000002"] as [
  SubscriptionId,
  SubscriptionId,
];
const rows = [
  { subscriptionId: one.toUpperCase(), resourceGroup: "RG-App", resources: 3 },
  { subscriptionId: one, resourceGroup: "rg-web", resources: 1 },
];

const collected = (deed: Deed) => {
  const { azure, run, seen } = scripted(() => deed);
  return run(collectIdentities({ azure, subscriptions: [one, other] })).then((reading) => ({ ...reading, seen }));
};

test("resources are counted by group in Azure; a subscription without a row has none", async () => {
  const { identities, coverage, seen } = await collected({ body: { totalRecords: 2, data: rows } });
  expect(identities).toEqual({
    resources: new Map([
      [
        one,
        new Map([
          ["rg-app", 3],
          ["rg-web", 1],
        ]),
      ],
      [other, new Map()],
    ]),
    isWhole: true,
  });
  expect(coverage.parts.identities).toMatchObject({ state: "complete", read: 2 });
  expect(seen).toHaveLength(1);
  expect(seen[0]?.body).toMatchObject({ query: expect.stringContaining("summarize resources = count()") });
});

test("what was counted stands where the answer is not whole, which is named", async () => {
  const refused = await collected({ status: 403, body: { error: { code: "AuthorizationFailed", message: "No." } } });
  expect(refused.identities).toEqual({ resources: new Map([one, other].map((id) => [id, new Map()])), isWhole: false });
  expect(refused.coverage.problems).toHaveLength(1);
  const spoilt = await collected({ body: { totalRecords: 2, data: [rows[0], { subscriptionId: "?" }] } });
  expect(spoilt.identities.isWhole).toBe(false);
  expect(spoilt.identities.resources.get(one)).toEqual(new Map([["rg-app", 3]]));
  expect(spoilt.coverage.problems).not.toHaveLength(0);
});
