import { canDo, readable, visibleSubscriptions } from "../../rbac";
import type { World } from "../../world";
import { authorization } from "./authorization";
import { containers } from "./containers";
import { delegations } from "./delegations";
import { resources } from "./resources";
import type { TableName } from "./schema";
import { groupIn, type StoredRow } from "./stored-row";

const builders: Record<TableName, (world: World) => StoredRow[]> = {
  Resources: resources,
  ResourceContainers: containers,
  AuthorizationResources: authorization,
  ManagedServicesResources: delegations,
};

type Built = { version: number; all: Map<TableName, StoredRow[]>; seen: Map<string, StoredRow[]> };
const built = new WeakMap<World, Built>();

/** What a caller may read of a table, computed once per state of the world. */
export function visibleRows(world: World, caller: string, table: TableName): readonly StoredRow[] {
  const { seen } = of(world);
  const key = `${caller} ${table}`;
  const known = seen.get(key);
  if (known) return known;

  const rows = storedRows(world, table).filter(reader(world, caller));
  if (seen.size > 64) seen.clear();
  seen.set(key, rows);
  return rows;
}

/** All rows of a table. */
export function storedRows(world: World, table: TableName): readonly StoredRow[] {
  const { all } = of(world);
  const rows = all.get(table) ?? builders[table](world);
  all.set(table, rows);
  return rows;
}

function of(world: World): Built {
  const known = built.get(world);
  if (known?.version === world.version) return known;
  const fresh: Built = { version: world.version, all: new Map(), seen: new Map() };
  built.set(world, fresh);
  return fresh;
}

function reader(world: World, caller: string): (stored: StoredRow) => boolean {
  const rights = readable(world, caller);
  const readsAnything = visibleSubscriptions(world, caller).size > 0;
  return ({ subscription, scope, action, level }) => {
    if (subscription === "" && level === undefined) return readsAnything;
    if (subscription !== "" && rights.subscription(subscription)) return true;
    const group = groupIn(scope);
    if (group !== "" && rights.resourceGroup(subscription, group)) return true;
    return canDo(world, caller, action, scope);
  };
}
