import { MutationObserver, onlineManager, QueryClient } from "@tanstack/react-query";
import { afterEach, expect, test } from "vitest";
import { scripted } from "@/lib/azure/testing/scripted";
import type { ActivationOrder } from "@/lib/domain/activation";
import { examplePrincipal, exampleRole, exampleSubscription } from "@/lib/domain/example-inventory";
import { activateMutation, refusalOf } from "./activate";

afterEach(() => onlineManager.setOnline(true));

const order: ActivationOrder = {
  name: "00000000-0000-4000-8000-000000000001",
  scope: { kind: "subscription", subscription: exampleSubscription(1) },
  role: exampleRole(1),
  principal: examplePrincipal(1),
  schedule: "00000000-0000-4000-8000-000000000002",
  justification: "ticket 4711",
  duration: "PT1H",
  startsAt: Date.UTC(2026, 10, 20),
};

const { signal } = new AbortController();

test("without a network an activation fails, and is not sent when nobody expects it any more", async () => {
  let isBack = false;
  const { azure, run, seen } = scripted(() => (isBack ? { status: 201, body: {} } : "cut"));
  const observer = new MutationObserver(new QueryClient(), activateMutation(azure));
  onlineManager.setOnline(false);
  const failed = await run(
    observer.mutate({ order, signal }).then(
      () => undefined,
      (error: Error) => refusalOf(error),
    ),
  );
  expect(failed).toMatchObject({
    reason: "other",
    what: "Azure Resource Manager could not be reached.",
    isCertain: false,
  });
  const sent = seen.length;
  isBack = true;
  onlineManager.setOnline(true);
  await new Promise((resolve) => setImmediate(resolve));
  expect(seen).toHaveLength(sent);
});

test("a refusal is told with Azure's own code and what its support finds it by", async () => {
  const { azure, run } = scripted(() => ({
    status: 400,
    headers: { "x-ms-request-id": "4711" },
    body: { error: { code: "RoleAssignmentRequestPolicyValidationFailed", message: '["ExpirationRule"]' } },
  }));
  const observer = new MutationObserver(new QueryClient(), activateMutation(azure));
  const refusal = await run(observer.mutate({ order, signal }).then(() => undefined, refusalOf));
  expect(refusal).toMatchObject({
    reason: "duration",
    isCertain: true,
    note: "RoleAssignmentRequestPolicyValidationFailed · correlation 4711",
  });
});
