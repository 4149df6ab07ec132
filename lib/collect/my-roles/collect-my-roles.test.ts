import { expect, test } from "vitest";
import { scripted } from "@/lib/azure/testing/scripted";
import { subscriptionId } from "@/lib/domain/ids";
import type { MyPlace, MyRoles } from "@/lib/domain/my-roles";
import { collectMyRoles } from "./collect-my-roles";

const guid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
const place = (number: number): MyPlace => ({
  scope: { kind: "subscription", subscription: subscriptionId(guid(number))! },
  isEligible: true,
});
const eligibility = (subscription: string) => ({
  id: `/subscriptions/${subscription}/providers/Microsoft.Authorization/roleEligibilityScheduleInstances/${guid(9)}`,
  properties: { roleDefinitionId: guid(7), principalId: guid(8), roleEligibilityScheduleId: guid(6) },
});

test("each scope answers for itself: served, not served, or away", async () => {
  const { azure, run, seen } = scripted(({ url }) => {
    if (url.pathname.startsWith("/providers/")) return { body: { value: [] } };
    const subscription = url.pathname.split("/")[2]!;
    if (subscription === guid(2)) return { status: 404, body: { error: { code: "InvalidResourceType" } } };
    if (subscription === guid(3)) return { status: 503 };
    return { body: { value: url.pathname.includes("Eligib") ? [eligibility(subscription)] : [] } };
  });
  const snapshots: MyRoles[] = [];
  const { places, expected, finishedAt } = await run(
    collectMyRoles({ azure, places: [1, 2, 3].map(place), onProgress: (roles) => snapshots.push(roles) }),
  );
  const at = (number: number) => places.get(`/subscriptions/${guid(number)}`);
  expect(at(1)).toMatchObject({
    state: "answered",
    eligibilities: { state: "served", items: [{ schedule: guid(6) }] },
  });
  expect(at(2)).toMatchObject({ state: "answered", activations: { state: "notServed", reason: "missing" } });
  expect(at(3)).toMatchObject({ state: "failed", why: expect.stringContaining("503") });
  expect([expected, finishedAt]).toEqual([3, azure.arm.clock.now()]);
  expect(snapshots.some(({ places }) => places.size < 3)).toBe(true);
  expect(seen.filter(({ url }) => url.pathname.includes(guid(1)))).toHaveLength(3);
  expect(seen.filter(({ url }) => url.pathname.includes(guid(2)))).toHaveLength(1);
});

test("one answer above all scopes speaks for those that it knows, and the others are asked by themselves", async () => {
  const { azure, run, seen } = scripted(({ url }) => ({
    body: {
      value: url.pathname.includes("Eligib")
        ? (url.pathname.startsWith("/providers/") ? [1, 2] : [3]).map((number) => eligibility(guid(number)))
        : [],
    },
  }));
  const places = [...[1, 2, 3, 3].map(place), { ...place(3), isEligible: false }, { ...place(4), isEligible: false }];
  const roles = await run(collectMyRoles({ azure, places }));
  expect([1, 2, 3, 4].map((number) => roles.places.get(`/subscriptions/${guid(number)}`))).toMatchObject([
    { eligibilities: { items: [{ schedule: guid(6) }] } },
    { eligibilities: { items: [{ schedule: guid(6) }] } },
    { eligibilities: { items: [{ schedule: guid(6) }] } },
    { eligibilities: { state: "served", items: [] } },
  ]);
  expect([roles.expected, seen.length]).toEqual([4, 6]);
});

const unseenIn = async (places: readonly MyPlace[], above: readonly number[]) => {
  const { azure, run, seen } = scripted(({ url }) => {
    const isAbove = url.pathname.startsWith("/providers/") && url.pathname.includes("Eligib");
    return { body: { value: isAbove ? above.map((number) => eligibility(guid(number))) : [] } };
  });
  const { unseen } = await run(collectMyRoles({ azure, places }));
  return { unseen: unseen?.map(({ scope }) => scope.subscription), asked: seen.length };
};

test("what is answered above all scopes about others than those asked for is kept apart", async () => {
  expect(await unseenIn([place(1)], [1, 2])).toEqual({ unseen: [guid(2)], asked: 3 });
});

test("where no scope is known, what is above all is asked nevertheless", async () => {
  expect(await unseenIn([], [2])).toEqual({ unseen: [guid(2)], asked: 3 });
  expect(await unseenIn([], [])).toEqual({ unseen: [], asked: 3 });
});

test("an empty answer where offers make somebody eligible, or may, says nothing of other scopes", async () => {
  expect((await unseenIn([place(1)], [])).unseen).toBeUndefined();
  expect((await unseenIn([{ ...place(1), isEligible: false }], [])).unseen).toBeUndefined();
});

test("stopped, it keeps what came", async () => {
  const stop = new AbortController();
  const { azure, run } = scripted(() => ({ body: { value: [] } }));
  const places = Array.from({ length: 200 }, (_, number) => place(number));
  const roles = await run(collectMyRoles({ azure, places, signal: stop.signal, onProgress: () => stop.abort() }));
  expect(roles.places.size).toBeLessThan(200);
  expect(roles.finishedAt).toBeUndefined();
});
