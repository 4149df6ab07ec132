import { describe, expect, test } from "vitest";
import { Browser, persona } from "../../emulator/testing/browser";
import { TestClock, useEmulator } from "../../emulator/testing/world-of-tests";
import { createAzure, type Azure } from "../../lib/azure/client";
import { AzureError } from "../../lib/azure/errors";
import {
  activate,
  cancelRequest,
  deactivate,
  getRequest,
  listActivations,
  listEligibilities,
  listRequests,
} from "../../lib/azure/pim/client";
import { refusalReason } from "../../lib/azure/pim/refusal";
import type { ActivationOrder } from "../../lib/domain/activation";
import { principalId, roleId, subscriptionId, tenantId } from "../../lib/domain/ids";
import { scopePath, type Scope } from "../../lib/domain/scope";
import { createWorld } from "../../emulator/worlds/worlds";
import { cloudRecord, type Description } from "../../scripts/serve.mjs";

const clock = new TestClock();
const emulator = useEmulator({ now: clock.read });
const contributor = roleId("b24988ac-6180-42a0-ab88-20f7382dd24c")!;
const virtualMachineContributor = roleId("9980e02c-c2be-4d73-94e8-173b1dc7cf3c")!;

/** The demo world's subscriptions have the same ids in every copy of it. */
const subscriptions = [...createWorld({ extends: "s" }, { now: clock.read() }).subscriptions.values()];
const scopeNamed = (name: string): Scope => {
  const found = subscriptions.find(({ displayName }) => displayName === name);
  return { kind: "subscription", subscription: subscriptionId(found?.subscriptionId ?? "")! };
};
const sandbox = scopeNamed("sub-fabrikam-sandbox");
const production = scopeNamed("sub-contoso-prod");

/** Azure as the engineer on call sees it, in a world of its own. */
async function onCall(file: Record<string, unknown> = {}) {
  const description = await emulator.world(file);
  const ines = persona(description, "Ines");
  const { access_token: token } = await new Browser(description).signIn(ines);
  const azure = createAzure({
    // The demo world has a service principal, which others need not.
    cloud: cloudRecord(description as Description),
    tenant: tenantId(description.tenantId)!,
    account: ines,
    token: async () => ({ token, expiresOn: Date.now() + 3_600_000 }),
  });
  const orderAt = async (scope: Scope, changes: Partial<ActivationOrder> = {}): Promise<ActivationOrder> => {
    const { schedule } = (await eligibilitiesAt(azure, scope))[0]!;
    return {
      name: crypto.randomUUID(),
      scope,
      role: contributor,
      principal: principalId(ines)!,
      schedule,
      justification: "ticket 4711",
      duration: "PT2H",
      startsAt: clock.read().getTime(),
      ...changes,
    };
  };
  return { azure, orderAt };
}

async function eligibilitiesAt(azure: Azure, scope: Scope | "tenant") {
  const served = await listEligibilities(azure, scope);
  if (served.state !== "served") throw new Error(`Not served: ${served.why}`);
  expect(served.unreadable).toBe(0);
  return served.items;
}

async function activeAt(azure: Azure, scope: Scope) {
  const served = await listActivations(azure, scope);
  return served.state === "served" ? served.items.filter(({ kind }) => kind === "activated") : undefined;
}

/** What ARM lets the person do at a scope. */
async function actionsAt({ arm }: Azure, scope: Scope): Promise<string[]> {
  const { body } = await arm.send({
    path: `${scopePath(scope)}/providers/Microsoft.Authorization/permissions`,
    query: { "api-version": "2022-04-01" },
  });
  return (body as { value: { actions: string[] }[] }).value.flatMap(({ actions }) => actions);
}

const refusedWith = (doing: Promise<unknown>) =>
  doing.then(
    () => undefined,
    (error: unknown) => (error instanceof AzureError ? refusalReason(error) : error),
  );

test("what somebody may activate is listed over all customers at once, with who is eligible", async () => {
  const { azure } = await onCall();
  const items = await eligibilitiesAt(azure, "tenant");
  expect(items.length).toBeGreaterThan(10);
  expect(new Set(items.map(({ role }) => role))).toEqual(new Set([contributor, virtualMachineContributor]));
  expect(items.every(({ through }) => through === "group")).toBe(true);
  for (const scope of [sandbox, production]) expect(items.map((one) => one.scope)).toContain(scopePath(scope));
});

test("a role is activated at once, gives what it says, and is given back after five minutes", async () => {
  const { azure, orderAt } = await onCall();
  const order = await orderAt(sandbox);
  expect(await actionsAt(azure, sandbox)).not.toContain("*");
  const request = await activate(azure, order);
  expect(request).toMatchObject({ name: order.name, kind: "activate", stage: "done", justification: "ticket 4711" });
  expect(await actionsAt(azure, sandbox)).toContain("*");
  const start = clock.read().getTime();
  expect(await activeAt(azure, sandbox)).toMatchObject([
    { role: contributor, from: start, until: start + 2 * 3_600_000, schedule: order.schedule },
  ]);
  expect(await activate(azure, order), "the same order sent twice is one request").toMatchObject({ name: order.name });

  const back = { ...order, name: crypto.randomUUID() };
  clock.advance(299);
  expect(await refusedWith(deactivate(azure, back))).toBe("tooSoon");
  expect(await actionsAt(azure, sandbox)).toContain("*");
  clock.advance(1);
  expect(await deactivate(azure, back)).toMatchObject({ kind: "deactivate", stage: "done" });
  expect(await actionsAt(azure, sandbox)).not.toContain("*");
  expect(await activeAt(azure, sandbox)).toEqual([]);
});

test("a role that somebody has to approve waits, and gives nothing until it is cancelled", async () => {
  const { azure, orderAt } = await onCall();
  const order = await orderAt(production);
  expect(await activate(azure, order)).toMatchObject({ stage: "waiting", status: "PendingApproval" });
  const listed = await listRequests(azure, production);
  expect(listed).toMatchObject({ state: "served", items: [{ name: order.name, stage: "waiting" }] });
  expect(await activeAt(azure, production)).toEqual([]);
  expect(await actionsAt(azure, production)).not.toContain("*");
  expect(await refusedWith(activate(azure, { ...order, name: crypto.randomUUID() }))).toBe("alreadyRequested");

  await cancelRequest(azure, production, order.name);
  expect(await getRequest(azure, production, order.name)).toMatchObject({ stage: "cancelled" });
  expect(await refusedWith(cancelRequest(azure, production, order.name))).toBe("other");
});

describe("what the policy forbids is refused for its reason", () => {
  test.each<[string, Partial<ActivationOrder>]>([
    ["duration", { duration: "PT9H" }],
    ["justification", { justification: " " }],
    ["tooSoon", { duration: "PT4M" }],
  ])("%s", async (reason, changes) => {
    const { azure, orderAt } = await onCall();
    expect(await refusedWith(activate(azure, await orderAt(sandbox, changes)))).toBe(reason);
    expect(await activeAt(azure, sandbox)).toEqual([]);
  });

  test("a second factor", async () => {
    const { azure, orderAt } = await onCall({ settings: { secondFactor: false } });
    expect(await refusedWith(activate(azure, await orderAt(sandbox)))).toBe("strongerSignIn");
  });
});

test("where PIM does not serve Lighthouse, an empty list is not taken for none", async () => {
  const { azure } = await onCall({ settings: { servesLighthousePim: false } });
  expect(await listEligibilities(azure, sandbox, { isEligible: true })).toMatchObject({
    state: "notServed",
    reason: "empty",
  });
});
