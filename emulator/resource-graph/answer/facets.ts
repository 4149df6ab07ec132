import { Refusal } from "../../call";
import type { World } from "../../world";
import { dataOf } from "./format";
import { queryOf } from "./queries";
import type { Facet, GraphRequest } from "./request";
import { resultOf } from "./results";
import type { QueryScope } from "./scope";

/** Counts the query's rows by an expression. A facet that cannot be computed says so in its own place. */
export function facetOf(facet: Facet, request: GraphRequest, world: World, scope: QueryScope, now: Date): unknown {
  try {
    const text = facetQuery(facet, request.query);
    const query = queryOf(text);
    const all = resultOf(world, query, text, scope, now);
    const rows = all.slice(0, facet.top);
    return {
      expression: facet.expression,
      resultType: "FacetResult",
      totalRecords: all.length,
      count: rows.length,
      data: dataOf(query.columns, rows, "objectArray"),
    };
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 400) throw error;
    return { expression: facet.expression, resultType: "FacetError", errors: error.more.details ?? [] };
  }
}

const facetQuery = ({ expression, sortBy, sortOrder, filter }: Facet, query: string): string =>
  [
    query.trim().replace(/;$/, ""),
    ...(filter ? [`| where ${filter}`] : []),
    `| summarize ['count'] = count() by ${expression}`,
    `| order by ['${sortBy.replace(/['\\]/g, "")}'] ${sortOrder}`,
  ].join("\n");
