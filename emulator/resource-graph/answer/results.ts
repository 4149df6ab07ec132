import type { World } from "../../world";
import type { Query } from "../compile/query";
import { DateTime, type Row } from "../values";
import type { QueryScope } from "./scope";

type Results = { version: number; rows: Map<string, { until: number; rows: readonly Row[] }> };
const kept = new WeakMap<World, Results>();
const mostKept = 24;
const keptFor = 60_000;

/** Runs a query. Its result is kept for its further pages, as long as the world stays as it is. */
export function resultOf(world: World, query: Query, text: string, scope: QueryScope, now: Date): readonly Row[] {
  const run = () => query.rows({ now: DateTime.from(now), rows: scope.rows });
  if (query.isVolatile) return run();

  const results = of(world);
  const key = `${scope.key}\n${text}`;
  const known = results.rows.get(key);
  if (known && known.until > now.getTime()) return known.rows;

  const rows = run();
  results.rows.delete(key);
  results.rows.set(key, { until: now.getTime() + keptFor, rows });
  const [oldest] = results.rows.keys();
  if (results.rows.size > mostKept && oldest !== undefined) results.rows.delete(oldest);
  return rows;
}

function of(world: World): Results {
  const known = kept.get(world);
  if (known?.version === world.version) return known;
  const fresh: Results = { version: world.version, rows: new Map() };
  kept.set(world, fresh);
  return fresh;
}
