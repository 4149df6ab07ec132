import type { Azure, AzureEvent, ServiceName } from "@/lib/azure/client";
import { sources, type SourceName } from "@/lib/domain/coverage";
import type { SubscriptionId } from "@/lib/domain/ids";
import type { Inventory } from "@/lib/domain/inventory";
import { breathe } from "./breathe";
import { createDraft } from "./draft";
import { later } from "./later";
import { createLedger, type Ledger } from "./ledger";
import type { Pass } from "./pass";
import { asAzureError, problemOf, sourceTitles } from "./problem";
import { createPublisher } from "./publisher";
import { endEstate, estate, readEstate } from "./read-estate";
import { readDefinitions } from "./read-definitions";
import { readRoles, readTenants } from "./read-names";

export type CollectOptions = Readonly<{
  azure: Azure;
  signal?: AbortSignal | undefined;
  /**
   * Shown what was found so far: at the first delegations, then at most four times a second. Where there is an earlier
   * inventory, it is shown at once as one that is being read.
   */
  onProgress?: (inventory: Inventory) => void;
  /** An earlier inventory. Its rows stay until they are read again or known to be gone. */
  since?: Inventory | undefined;
  /** Reads only these again, and what cannot be had without them; everything if absent. */
  only?: readonly SourceName[] | undefined;
  /** Reads only this subscription again, and the names that it brings; needs `since`. */
  subscription?: SubscriptionId | undefined;
}>;

/**
 * Reads the whole inventory in one pass. What Azure does not give is told in the coverage and never thrown; stopped by
 * the signal, it resolves with what was read so far.
 */
export async function collect(options: CollectOptions): Promise<Inventory> {
  const { azure, signal, onProgress, since, only } = options;
  const { clock } = azure.arm;
  const subscription = since && options.subscription;
  const reads = subscription ? new Set<SourceName>(["principals"]) : sourcesFor(only);
  const readsEstate = subscription !== undefined || estate.some((source) => reads.has(source));
  const ledger = createLedger({ now: clock.now, earlier: since?.coverage, reads });
  const draft = createDraft({ managingTenant: azure.tenant, ledger, earlier: since, readsEstate });
  const publisher = createPublisher(() => onProgress?.(draft.snapshot()), clock);
  // Should one read fail for a fault of ours, the others must not go on unheard.
  const stop = new AbortController();
  const signals = [stop.signal, ...(signal ? [signal] : [])];
  const pass: Pass = { azure, signal: AbortSignal.any(signals), draft, ledger, changed: publisher.changed, reads };

  const unlisten = azure.listen(throttleWatch(ledger, publisher.changed));
  try {
    if (since) publisher.changed(true);
    await read(pass, readsEstate, subscription);
    return finish(pass);
  } finally {
    stop.abort();
    unlisten();
    publisher.stop();
  }

  function finish({ signal: stopped }: Pass): Inventory {
    for (const source of reads) {
      const { state } = ledger.account(source);
      if (stopped.aborted && (state === "waiting" || state === "reading")) ledger.end(source, "cancelled");
      if (!draft.isHeld(source)) ledger.renew(source);
    }
    ledger.wait(undefined);
    ledger.finish();
    const inventory = draft.snapshot();
    onProgress?.(inventory);
    return inventory;
  }
}

async function read(pass: Pass, readsEstate: boolean, subscription: SubscriptionId | undefined): Promise<void> {
  const { reads, ledger } = pass;
  const [first] = await Promise.all([
    readsEstate && !subscription ? readEstate(pass) : undefined,
    subscription && readOne(pass, subscription),
    reads.has("tenants") ? readTenants(pass) : undefined,
    reads.has("roles") ? readRoles(pass) : undefined,
  ]);
  await breathe();
  const [people, naming] = await Promise.all([
    reads.has("principals") ? readingPrincipals(pass) : undefined,
    readsEstate || reads.has("tenants") ? namingTenants(pass) : undefined,
  ]);
  const readRest = async () => {
    if (!first) return;
    await endEstate(pass, first);
    ledger.end("definitions", await readDefinitions(pass, first.unassigned, first.assignments));
  };
  await Promise.all([readRest(), people?.read(), naming?.read()]);
  await breathe();
  // Whoever only the definitions named that came meanwhile.
  await Promise.all([people?.read(), naming?.read()]);
  people?.end();
}

async function readingPrincipals(pass: Pass) {
  const source = "principals";
  pass.ledger.begin(source);
  try {
    const { createPrincipalReading } = await later("graph", () => import("./read-principals"));
    return createPrincipalReading(pass);
  } catch (error) {
    pass.ledger.problem(problemOf(asAzureError(error), { source, what: sourceTitles[source] }));
    pass.ledger.end(source, "failed");
    return undefined;
  }
}

/** Customers without a name show their id, which is no gap: nothing is told of what keeps them from having one. */
async function namingTenants(pass: Pass) {
  try {
    const { createTenantNaming } = await later("graph", () => import("./tenant-naming"));
    return createTenantNaming(pass);
  } catch (error) {
    asAzureError(error);
    return undefined;
  }
}

async function readOne(pass: Pass, subscription: SubscriptionId): Promise<void> {
  try {
    const { readSubscription } = await later("resourceGraph", () => import("./read-subscription"));
    await readSubscription(pass, subscription);
  } catch (error) {
    const what = `Subscription ${pass.draft.subscriptions.get(subscription)?.name ?? subscription}`;
    pass.ledger.problem(problemOf(asAzureError(error), { source: "subscriptions", what, subscription }));
  }
}

/** New delegations may name new people, so principals are read whenever delegations are. */
function sourcesFor(only: readonly SourceName[] | undefined): ReadonlySet<SourceName> {
  if (!only) return new Set(sources);
  return new Set(only.some((source) => estate.includes(source)) ? [...estate, "principals", ...only] : only);
}

function throttleWatch(ledger: Ledger, changed: Pass["changed"]): (event: AzureEvent) => void {
  const waits = new Map<ServiceName, { until: number; waiting: number }>();
  return (event) => {
    if (event.kind === "throttled") waits.set(event.service, { until: event.until, waiting: event.waiting });
    else if (event.kind === "resumed") waits.delete(event.service);
    else return;
    const wasWaiting = ledger.isWaiting();
    const all = [...waits.values()];
    const until = Math.max(...all.map((wait) => wait.until));
    ledger.wait(all.length === 0 ? undefined : { until, waiting: all.reduce((sum, { waiting }) => sum + waiting, 0) });
    changed(!wasWaiting);
  };
}
