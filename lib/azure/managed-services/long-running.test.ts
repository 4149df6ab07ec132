import { describe, expect, it } from "vitest";
import * as bodies from "../testing/managed-services-bodies";
import { failure, scripted, type Deed, type Seen } from "../testing/scripted";
import { createManagedServicesClient } from "./client";
import type { OperationState } from "./poller";

const scope = `/subscriptions/${bodies.subscription}`;
const status = `https://management.azure.com${scope}/providers/Microsoft.ManagedServices/operationStatuses/x?api-version=2022-10-01`;
const inState = (provisioningState: string) => ({
  ...bodies.assignment,
  properties: { ...bodies.assignment.properties, provisioningState },
});
const body = { properties: { registrationDefinitionId: bodies.definition.id } };

/** Answers of the resource and of its operation, each the next of its row; the last one lasts. */
function serving(rows: { put?: Deed; delete?: Deed; resource?: Deed[]; operation?: Deed[] }) {
  const next = { resource: 0, operation: 0 };
  const take = (kind: "resource" | "operation"): Deed =>
    rows[kind]?.[Math.min(next[kind]++, rows[kind].length - 1)] ?? { status: 500 };
  const serve = ({ method, url }: Seen): Deed => {
    if (method === "PUT") return rows.put ?? { status: 500 };
    if (method === "DELETE") return rows.delete ?? { status: 500 };
    return take(url.pathname.includes("/operationStatuses/") ? "operation" : "resource");
  };
  const { azure, run, seen, clock } = scripted(serve);
  const { registrationAssignments, registrationDefinitions } = createManagedServicesClient(azure.arm);
  return { registrationAssignments, registrationDefinitions, run, seen, clock };
}
const methods = (seen: readonly Seen[]) => seen.map(({ method, url }) => `${method} ${url.pathname.split("/").at(-2)}`);

describe("writing an assignment", () => {
  it.each<[string, Parameters<typeof serving>[0], number]>([
    ["done at once", { put: { status: 200, body: bodies.assignment } }, 1],
    [
      "with Azure-AsyncOperation",
      {
        put: {
          status: 201,
          headers: { "azure-asyncoperation": status, location: "https://elsewhere.example/" },
          body: inState("Accepted"),
        },
        operation: [
          { body: { status: "InProgress" } },
          { body: { status: "InProgress" } },
          { body: { status: "Succeeded" } },
        ],
        resource: [{ body: bodies.assignment }],
      },
      5,
    ],
    [
      "with Location only",
      {
        put: { status: 202, headers: { location: status } },
        operation: [{ status: 202 }, { status: 200, body: bodies.assignment }],
        resource: [{ body: bodies.assignment }],
      },
      4,
    ],
    [
      "with Location that ends without a body",
      {
        put: { status: 202, headers: { location: status } },
        operation: [
          { status: 202, text: "" },
          { status: 200, text: "" },
        ],
        resource: [{ body: bodies.assignment }],
      },
      4,
    ],
    [
      "with its headers hidden",
      {
        put: { status: 201, body: inState("Running") },
        resource: [{ body: inState("Running") }, { body: bodies.assignment }],
      },
      3,
    ],
    [
      "with an operation that may not be read",
      {
        put: { status: 201, headers: { "azure-asyncoperation": status }, body: inState("Running") },
        operation: [{ status: 403 }],
        resource: [{ body: inState("Running") }, { body: bodies.assignment }],
      },
      4,
    ],
    [
      "with an operation that lives elsewhere",
      {
        put: { status: 201, headers: { "azure-asyncoperation": "https://evil.example/" }, body: inState("Running") },
        resource: [{ body: bodies.assignment }],
      },
      2,
    ],
  ])("%s", async (_, rows, requests) => {
    const { registrationAssignments, run, seen } = serving(rows);
    const result = await run(registrationAssignments.beginCreateOrUpdateAndWait(scope, bodies.assignmentName, body));
    expect(result.properties.provisioningState).toBe("Succeeded");
    expect(seen[0]?.body).toEqual(body);
    expect(seen).toHaveLength(requests);
  });

  it("that fails on the way rejects with the operation's own error", async () => {
    const error = { code: "ClassicAdministratorListFailed", message: "Could not list." };
    const { registrationAssignments, run } = serving({
      put: { status: 201, headers: { "azure-asyncoperation": status }, body: inState("Running") },
      operation: [{ body: { status: "InProgress" } }, { body: { status: "Failed", error } }],
    });
    expect(await run(failure(registrationAssignments.beginCreateOrUpdateAndWait(scope, "x", body)))).toMatchObject({
      kind: "rejected",
      ...error,
    });
  });

  it.each(["Failed", "Canceled"])("whose resource ends as %s rejects", async (state) => {
    const { registrationAssignments, run } = serving({
      put: { status: 201, body: inState("Running") },
      resource: [{ body: inState(state) }],
    });
    const poller = await run(registrationAssignments.beginCreateOrUpdate(scope, "x", body));
    expect(await run(failure(poller.pollUntilDone()))).toMatchObject({ kind: "rejected" });
    expect(poller.getOperationState().status).toBe(state.toLowerCase());
  });

  it("waits as long as Azure asks between two looks", async () => {
    const { registrationAssignments, run, seen } = serving({
      put: { status: 202, headers: { location: status, "retry-after": "20" } },
      operation: [{ status: 202, headers: { "retry-after": "10" } }, { status: 204 }],
      resource: [{ body: bodies.assignment }],
    });
    await run(registrationAssignments.beginCreateOrUpdateAndWait(scope, "x", body));
    const at = seen.map((one) => one.at - (seen[0]?.at ?? 0));
    expect(at[1]).toBeGreaterThanOrEqual(20_000);
    expect((at[2] ?? 0) - (at[1] ?? 0)).toBeGreaterThanOrEqual(10_000);
  });

  it("gives up after a quarter of an hour, and on request at once", async () => {
    const forever = { put: { status: 201, body: inState("Running") }, resource: [{ body: inState("Running") }] };
    const { registrationAssignments, run } = serving(forever);
    expect(await run(failure(registrationAssignments.beginCreateOrUpdateAndWait(scope, "x", body)))).toMatchObject({
      kind: "timedOut",
    });
    const stopped = serving(forever);
    const stop = new AbortController();
    const ended = failure(
      stopped.registrationAssignments.beginCreateOrUpdateAndWait(scope, "x", body, { abortSignal: stop.signal }),
    ).then(() => stopped.clock.now());
    const startedAt = stopped.clock.now();
    void stopped.clock.wait(5000).then(() => stop.abort());
    expect((await stopped.run(ended)) - startedAt).toBeLessThanOrEqual(5100);
  });
});

describe("deleting an assignment", () => {
  it.each<[string, Parameters<typeof serving>[0], number]>([
    ["done at once", { delete: { status: 200 } }, 1],
    ["that was not there", { delete: { status: 204 } }, 1],
    [
      "with Location, then gone",
      {
        delete: { status: 202, headers: { location: status } },
        operation: [{ status: 202 }, { status: 204 }],
        resource: [{ status: 404 }],
      },
      4,
    ],
    [
      "with a status in the body",
      {
        delete: { status: 202, headers: { location: status } },
        operation: [{ body: { status: "Deleting" } }, { body: { status: "Succeeded" } }],
        resource: [{ status: 404 }],
      },
      4,
    ],
    ["with headers hidden", { delete: { status: 202 }, resource: [{ body: inState("Deleting") }, { status: 404 }] }, 3],
    [
      "that took our own access away",
      {
        delete: { status: 202, headers: { location: status } },
        operation: [{ status: 403 }],
        resource: [{ status: 403 }],
      },
      3,
    ],
    [
      "that moved the subscription out of our reach",
      {
        delete: { status: 202 },
        resource: [
          { status: 401, body: { error: { code: "InvalidAuthenticationTokenTenant", message: "Wrong issuer." } } },
        ],
      },
      2,
    ],
    [
      "finished before it is gone",
      {
        delete: { status: 202, headers: { location: status } },
        operation: [{ status: 204 }],
        resource: [{ body: inState("Deleting") }, { status: 404 }],
      },
      4,
    ],
  ])("%s", async (_, rows, requests) => {
    const { registrationAssignments, run, seen } = serving(rows);
    await run(registrationAssignments.beginDeleteAndWait(scope, bodies.assignmentName));
    expect(seen).toHaveLength(requests);
    expect(methods(seen).filter((method) => method.startsWith("DELETE"))).toHaveLength(1);
  });

  it("that Azure fails rejects", async () => {
    const { registrationAssignments, run } = serving({
      delete: { status: 202, headers: { location: status } },
      operation: [{ body: { status: "Failed" } }],
    });
    expect(await run(failure(registrationAssignments.beginDeleteAndWait(scope, "x")))).toMatchObject({
      kind: "rejected",
      code: "Failed",
    });
  });

  it("tells how it goes", async () => {
    const states: OperationState<void>[] = [];
    const { registrationAssignments, run } = serving({
      delete: { status: 202 },
      resource: [{ body: inState("Deleting") }, { status: 404 }],
    });
    const poller = await run(registrationAssignments.beginDelete(scope, "x"));
    expect(poller.isDone()).toBe(false);
    const stop = poller.onProgress((state) => states.push(state));
    await run(poller.pollUntilDone());
    stop();
    expect(states.map((state) => state.status)).toEqual(["running", "succeeded"]);
    expect(poller.isDone()).toBe(true);
  });
});

it("a definition is written as it was given", async () => {
  const { registrationDefinitions, run, seen } = serving({ put: { status: 201, body: bodies.definition } });
  const given = {
    properties: { managedByTenantId: "t", authorizations: [{ principalId: "p", roleDefinitionId: "r" }] },
  };
  const result = await run(registrationDefinitions.beginCreateOrUpdateAndWait(scope, bodies.definitionName, given));
  expect(seen[0]?.body).toEqual(given);
  expect(result.properties.registrationDefinitionName).toBe("Care Gold");
});
