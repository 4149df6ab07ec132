import type { HttpClient } from "@azure/core-rest-pipeline";
import type { Cloud, Service } from "@/lib/cloud";
import type { TenantId } from "@/lib/domain/ids";
import type { AzureEvent, ServiceName } from "./events";
import { bearer } from "./pipeline/bearer";
import { clientRequestId } from "./pipeline/client-request-id";
import { wait as realWait, type Clock, type Wait } from "./pipeline/clock";
import { fetchClient } from "./pipeline/fetch-client";
import { hostGuard } from "./pipeline/host-guard";
import { queuePolicy } from "./pipeline/queue-policy";
import { createQueue, type QueueRule } from "./pipeline/queue";
import { reachedAt } from "./pipeline/reached-at";
import { retry } from "./pipeline/retry";
import { timeLimit } from "./pipeline/time-limit";
import { createTokenKeeper, type SignIn, type TokenKeeper, type TokenSource } from "./pipeline/token-keeper";
import { createServiceClient, type ServiceClient } from "./service-client";

export type { AzureEvent, ServiceName } from "./events";
export type { SignIn, TokenSource } from "./pipeline/token-keeper";
export { InteractionRequired } from "./pipeline/token-keeper";
export type { ServiceClient } from "./service-client";

/** One person's Azure: the services of a cloud, called with that person's rights. */
export type Azure = Readonly<{
  /** What every cache key begins with. */
  key: readonly [cloud: string, tenant: string, account: string];
  cloud: Cloud;
  tenant: TenantId;
  arm: ServiceClient;
  resourceGraph: ServiceClient;
  graph: ServiceClient;
  /** Hears what goes on below until the returned function is called. */
  listen: (listener: (event: AzureEvent) => void) => () => void;
  /** Call it after the person signed in again, so that tokens are asked for at once. */
  signedIn: () => void;
}>;

export type AzureOptions = {
  cloud: Cloud;
  /** The managing tenant, whose tokens `token` gets. */
  tenant: TenantId;
  /** Identifies the account among those of this browser. */
  account: string;
  token: TokenSource;
  /** If given, calls that need the person wait for it instead of failing with `signInRequired`. */
  signIn?: SignIn;
  httpClient?: HttpClient;
  wait?: Wait;
  random?: () => number;
  now?: () => number;
  onEvent?: (event: AzureEvent) => void;
};

const timeLimitMs = 30_000;

const queues: Readonly<Record<ServiceName, QueueRule>> = {
  arm: { lanes: 20 },
  resourceGraph: { lanes: 15, quota: { requests: 15, windowMs: 5000, lanes: 4 } },
  graph: { lanes: 6 },
};

export function createAzure(options: AzureOptions): Azure {
  const { cloud, tenant, account, token, signIn, httpClient = fetchClient } = options;
  const clock: Clock = {
    now: options.now ?? Date.now,
    wait: options.wait ?? realWait,
    random: options.random ?? Math.random,
  };
  const listeners = new Set(options.onEvent ? [options.onEvent] : []);
  const emit = (event: AzureEvent) => listeners.forEach((listener) => listener(event));
  const keeperFor = (at: Service, service: ServiceName) =>
    createTokenKeeper({ scope: at.scope, service, source: token, signIn, clock, emit });
  const [armKeeper, graphKeeper] = [keeperFor(cloud.arm, "arm"), keeperFor(cloud.graph, "graph")];

  const clientFor = (service: ServiceName, at: Service, keeper: TokenKeeper): ServiceClient => {
    const queue = createQueue(service, queues[service], clock, emit);
    const { attach, renew } = bearer(keeper);
    return createServiceClient({
      service,
      at,
      clock,
      httpClient: reachedAt(at, httpClient),
      shut: queue.shut,
      policies: [
        hostGuard(service, at.endpoint),
        clientRequestId(service === "graph" ? "client-request-id" : "x-ms-client-request-id"),
        retry(service, clock, emit),
        renew,
        queuePolicy(queue, clock),
        attach,
        timeLimit(service, timeLimitMs, clock),
      ],
    });
  };

  return {
    key: [cloud.name, tenant, account],
    cloud,
    tenant,
    arm: clientFor("arm", cloud.arm, armKeeper),
    resourceGraph: clientFor("resourceGraph", cloud.arm, armKeeper),
    graph: clientFor("graph", cloud.graph, graphKeeper),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    signedIn() {
      armKeeper.forgetRefusal();
      graphKeeper.forgetRefusal();
    },
  };
}
