import { scripted } from "@/lib/azure/testing/scripted";
import { tenantId } from "@/lib/domain/ids";
import type { Inventory } from "@/lib/domain/inventory";
import { collect, type CollectOptions } from "../collect";
import { azureServer, type Spoil } from "./azure-server";
import { managingTenant, type Estate } from "./estate";

type Options = Partial<CollectOptions> & { seed?: number };

/** Collects an estate in virtual time, with the real pipeline between. */
export function reading(estate: Estate, spoil?: Spoil, { seed = 1, ...options }: Options = {}) {
  const server = azureServer(estate, spoil);
  const { azure, run, clock, events } = scripted(server.serve, { seed, tenant: tenantId(managingTenant)! });
  const snapshots: Inventory[] = [];
  const collected = (more: Partial<CollectOptions> = {}) =>
    run(
      collect({
        azure,
        onProgress: (inventory) => snapshots.push(inventory),
        ...options,
        ...more,
      }),
    );
  return { azure, run, clock, events, snapshots, server, collected };
}

/** Rows of a source that problems name as not read. */
export const named = ({ coverage }: Inventory, source: keyof Inventory["coverage"]["sources"]): number =>
  coverage.problems.filter((problem) => problem.source === source).reduce((sum, { rows }) => sum + rows, 0);
