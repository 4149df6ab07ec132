import type { QueryClient, QueryFunctionContext, QueryKey } from "@tanstack/react-query";
import type { Azure } from "@/lib/azure/client";

/** What a reading is given: where it may start from, when it is to stop, and where it shows how far it is. */
export type Growth<Data> = Readonly<{ since: Data | undefined; signal: AbortSignal; show: (data: Data) => void }>;

/** The runs that write to the cache; one that a newer replaced keeps quiet. */
const runs = new WeakMap<Azure, Map<string, AbortController>>();

/**
 * Runs a reading whose data are in the cache while they grow. It starts from what was read last under `below`, which
 * begins the query's key, and whose last part names the reading.
 */
export function growing<Data>(
  azure: Azure,
  { client, queryKey, signal }: QueryFunctionContext<QueryKey>,
  below: readonly string[],
  reading: (growth: Growth<Data>) => Promise<Data>,
): Promise<Data> {
  const name = below.at(-1) ?? "";
  const run = new AbortController();
  const ofAzure = runs.get(azure) ?? new Map<string, AbortController>();
  runs.set(azure, ofAzure.set(name, run));
  const cache = client.getQueryCache();
  const query = cache.find<Data>({ queryKey, exact: true });
  const isCurrent = () => ofAzure.get(name) === run && cache.find({ queryKey, exact: true }) === query;
  // Nobody looks any more: then it was not the person who stopped it, and it is to be read on later.
  const isAbandoned = () => signal.aborted && query?.getObserversCount() === 0;
  return reading({
    since: query?.state.data ?? latestBelow<Data>(client, below),
    signal: AbortSignal.any([signal, run.signal]),
    show(data) {
      if (isCurrent() && !isAbandoned()) client.setQueryData<Data>(queryKey, data);
    },
  });
}

export const stopGrowing = (azure: Azure, name: string): void => runs.get(azure)?.get(name)?.abort();

/** What was written last under a key that begins so. */
export function latestBelow<Data>(client: QueryClient, below: readonly string[]): Data | undefined {
  const found = client.getQueryCache().findAll({ queryKey: below });
  const [last] = found
    .filter(({ state }) => state.data !== undefined)
    .sort((one, other) => other.state.dataUpdatedAt - one.state.dataUpdatedAt);
  // Safe: only readings of this kind are kept under the key.
  return last?.state.data as Data | undefined;
}
