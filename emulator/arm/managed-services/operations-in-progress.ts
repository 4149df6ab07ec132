import { randomUUID } from "node:crypto";
import { Refusal } from "../../call";
import { canDo } from "../../rbac";
import type { World } from "../../world";
import { requireVisible } from "../access";
import { authorizationFailed } from "../errors";
import type { ArmCall, Route } from "../route";
import { subscriptionPath } from "../scope";
import { namespace } from "./rows";
import { apiVersions } from "./versions";

type Step = { at: number; apply: () => void };
type Operation = {
  id: string;
  /** Which header announced it decides how its address answers. */
  protocol: "Azure-AsyncOperation" | "Location";
  subscriptionId: string;
  startedBy: string;
  startTime: number;
  endTime: number;
  steps: Step[];
};

const operations = new WeakMap<World, Map<string, Operation>>();
const type = "operationStatuses";
const defaultSeconds = 5;

/**
 * Starts something that takes time. `steps` are spread evenly over it, the last one at its end; they are applied by
 * whichever request comes first after they are due. Returns the headers that tell the caller where to ask.
 */
export function startOperation(
  call: ArmCall,
  protocol: Operation["protocol"],
  steps: readonly (() => void)[],
): Record<string, string> {
  const seconds = call.world.settings.operationSeconds ?? defaultSeconds;
  const startTime = call.now.getTime();
  const operation: Operation = {
    id: randomUUID(),
    protocol,
    subscriptionId: (call.scope.subscriptionId ?? "").toLowerCase(),
    startedBy: call.caller.objectId.toLowerCase(),
    startTime,
    endTime: startTime + seconds * 1000,
    steps: steps.map((apply, index) => ({ at: startTime + (seconds * 1000 * (index + 1)) / steps.length, apply })),
  };
  let ofWorld = operations.get(call.world);
  if (!ofWorld) operations.set(call.world, (ofWorld = new Map()));
  ofWorld.set(operation.id, operation);
  return announce(call, operation);
}

/** Brings a world up to the present; to be called before anything of it is read. */
export function settleOperations(world: World, now: Date): void {
  for (const operation of operations.get(world)?.values() ?? []) {
    while (operation.steps[0] && operation.steps[0].at <= now.getTime()) {
      operation.steps.shift()?.apply();
      world.version++;
    }
  }
}

function announce(call: ArmCall, operation: Operation): Record<string, string> {
  const url = new URL(`${subscriptionPath(call.scope)}/providers/${namespace}/${type}/${operation.id}`, call.origin);
  url.searchParams.set("api-version", call.apiVersion);
  const waits = Math.max(1, Math.round((operation.endTime - operation.startTime) / 5000));
  return { [operation.protocol]: url.href, "Retry-After": String(waits) };
}

/**
 * Whoever started an operation may ask for it to the end, even when it took away their last right in the subscription.
 * The body is the same for both protocols; only `Location` speaks by status code too.
 */
const get: Route = {
  method: "GET",
  path: `subscriptions/{subscriptionId}/providers/${namespace}/${type}/{operationId}`,
  apiVersions,
  decidesVisibility: true,
  handle: (call) => {
    const { world, caller, now, params, scope } = call;
    const operation = operations.get(world)?.get((params.operationId ?? "").toLowerCase());
    const isTheirs =
      operation?.startedBy === caller.objectId.toLowerCase() &&
      operation.subscriptionId === scope.subscriptionId?.toLowerCase();
    if (!isTheirs) {
      requireVisible(call, scope.subscriptionId ?? "");
      const action = `${namespace}/${type}/read`;
      if (!canDo(world, caller.objectId, action, scope.path)) throw authorizationFailed(call, action, scope.path);
    }
    if (!operation || operation.subscriptionId !== scope.subscriptionId?.toLowerCase()) {
      throw new Refusal(404, "OperationNotFound", `The operation '${params.operationId ?? ""}' was not found.`);
    }
    const done = operation.endTime <= now.getTime();
    const passed = (now.getTime() - operation.startTime) / (operation.endTime - operation.startTime || 1);
    const body = {
      id: call.url.pathname,
      name: operation.id,
      status: done ? "Succeeded" : "InProgress",
      startTime: new Date(operation.startTime).toISOString(),
      ...(done && { endTime: new Date(operation.endTime).toISOString() }),
      percentComplete: done ? 100 : Math.floor(100 * passed),
    };
    if (done) return Response.json(body);
    return Response.json(body, {
      status: operation.protocol === "Location" ? 202 : 200,
      headers: announce(call, operation),
    });
  },
};

export const operationStatusRoutes = [get];
