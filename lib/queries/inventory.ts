import { onlineManager, queryOptions, type QueryClient, type QueryFunctionContext } from "@tanstack/react-query";
import type { Azure } from "@/lib/azure/client";
import { collect, type CollectOptions } from "@/lib/collect/collect";
import { unreached, type SourceName } from "@/lib/domain/coverage";
import type { SubscriptionId } from "@/lib/domain/ids";
import type { Inventory } from "@/lib/domain/inventory";
import { freshFor } from "./freshness";
import { keep, readInTurn, restoreKept } from "./keeping";

const minutes = 60_000;

type Part = Pick<CollectOptions, "only" | "subscription">;
/** What is to be read, all if it does not say, and whether a person asked for it. */
type Wish = Part & Readonly<{ isAsked?: boolean }>;
type InventoryKey = readonly string[];

/** The run that writes to the cache; one that a newer replaced keeps quiet. */
const runs = new WeakMap<Azure, AbortController>();

/**
 * Everything that can be read of the estate. The data grow while they are read, and their coverage says how far they are;
 * a later reading starts from them, so that a screen never empties. The first of a visit starts from what an earlier visit
 * left in this browser.
 */
export const inventoryQuery = (azure: Azure, wish: Wish = {}) =>
  queryOptions<Inventory, Error, Inventory, InventoryKey>({
    queryKey: [...azure.key, "inventory"],
    queryFn: (context) => read(azure, wish, context),
    // What was left half-way is read on as soon as somebody looks.
    staleTime: ({ state }) => (state.data?.coverage.finishedAt === undefined ? 0 : freshFor),
    gcTime: 60 * minutes,
    refetchOnReconnect: ({ state }) =>
      state.data !== undefined && unreached(state.data.coverage).length > 0 ? "always" : false,
    retry: false,
    structuralSharing: false,
  });

async function read(
  azure: Azure,
  { isAsked, ...part }: Wish,
  { client, queryKey, signal }: QueryFunctionContext<InventoryKey>,
): Promise<Inventory> {
  const run = new AbortController();
  runs.set(azure, run);
  const query = client.getQueryCache().find<Inventory>({ queryKey, exact: true });
  const isCurrent = () => runs.get(azure) === run && client.getQueryCache().find({ queryKey, exact: true }) === query;
  // Nobody looks any more: then it was not the person who stopped it, and it is to be read on later.
  const isAbandoned = () => signal.aborted && query?.getObserversCount() === 0;
  const stopped = AbortSignal.any([signal, run.signal]);
  const show = (inventory: Inventory) => {
    if (isCurrent() && !isAbandoned()) client.setQueryData<Inventory>(queryKey, inventory);
  };
  const pass = (since: Inventory | undefined, some: Part) =>
    collect({ ...some, azure, since, signal: stopped, onProgress: show });

  const shown = query?.state.data;
  const restored = shown ? undefined : await restoreKept(azure);
  if (restored?.isCurrent) return restored.inventory;
  const since = shown ?? restored?.inventory;
  const whole = () => readWhole(since, part, pass, stopped);
  if (since && !part.only && !part.subscription) {
    return readInTurn(azure, { since, isAsked, signal: stopped, show }, whole);
  }
  const inventory = await whole();
  void keep(azure, inventory);
  return inventory;
}

type ReadPass = (since: Inventory | undefined, some: Part) => Promise<Inventory>;

/** What was given up before the network came back is asked for again; what fails after that stays a problem. */
async function readWhole(
  since: Inventory | undefined,
  part: Part,
  pass: ReadPass,
  stopped: AbortSignal,
): Promise<Inventory> {
  let isBack = false;
  const unlisten = onlineManager.subscribe((isOnline) => void (isBack ||= isOnline));
  try {
    let inventory = await pass(since, part);
    for (let lost = unreached(inventory.coverage); isBack && lost.length > 0; lost = unreached(inventory.coverage)) {
      if (stopped.aborted) break;
      isBack = false;
      inventory = await pass(inventory, { only: lost });
    }
    return inventory;
  } finally {
    unlisten();
  }
}

/** Ends a reading that is under way; what came stays, and counts as cancelled. */
export const stopReading = (azure: Azure): void => runs.get(azure)?.abort();

/** Reads everything again, or takes what another tab has read since. */
export const refresh = (client: QueryClient, azure: Azure): Promise<Inventory> =>
  client.fetchQuery({ ...inventoryQuery(azure), staleTime: 0 });

/** Reads everything again. What is on screen stays until it is read anew. */
export const readAgain = (client: QueryClient, azure: Azure): Promise<Inventory> =>
  client.fetchQuery({ ...inventoryQuery(azure, { isAsked: true }), staleTime: 0 });

/** Reads again only these sources, and what cannot be had without them. */
export const retrySources = (client: QueryClient, azure: Azure, only: readonly SourceName[]): Promise<Inventory> =>
  client.fetchQuery({ ...inventoryQuery(azure, { only }), staleTime: 0 });

/** Asks again for one subscription that could not be read, and for nothing else. */
export const retrySubscription = (
  client: QueryClient,
  azure: Azure,
  subscription: SubscriptionId,
): Promise<Inventory> => client.fetchQuery({ ...inventoryQuery(azure, { subscription }), staleTime: 0 });
