import type { World } from "../../world";
import { compile, type Query } from "../compile/query";
import { tableNames } from "../tables/schema";
import { storedRows } from "../tables/tables";

const known = new Map<string, Query>();
const most = 300;

/** Compiles a query, or finds it again: parsing is what costs most. */
export function queryOf(text: string): Query {
  const query = known.get(text) ?? compile(text);
  known.delete(text);
  known.set(text, query);
  const [oldest] = known.keys();
  if (known.size > most && oldest !== undefined) known.delete(oldest);
  return query;
}

/** Loads the parser and builds a world's tables, so that the first person does not wait for either. */
export function warmUp(world?: World): void {
  queryOf("ResourceContainers | where type =~ 'microsoft.resources/subscriptions' | project id | order by id asc");
  if (world) for (const table of tableNames) storedRows(world, table);
}
