import { badRequest } from "../errors";
import { parseFilter } from "../filter";
import { queryOf, type ArmCall } from "../route";

/**
 * The values, in lower case, that the one property which may be filtered by has to have; undefined without a filter.
 * The published examples repeat `$filter=` inside the value, so that prefix is let through.
 */
export function filterValues(call: ArmCall, property: string): ReadonlySet<string> | undefined {
  const text = queryOf(call, "$filter");
  if (text === undefined) return undefined;
  const conditions = parseFilter(text.replace(/^\$filter=/i, ""));
  const [condition] = conditions ?? [];
  if (conditions?.length !== 1 || condition?.kind !== "equals" || condition.name !== property.toLowerCase()) {
    throw badRequest(
      "InvalidFilter",
      `The filter '${text}' is not valid. Supported filters are '${property} eq '{value}'' and '${property} in ('{value}', '{value}')'.`,
    );
  }
  return new Set(condition.values.map((value) => value.toLowerCase()));
}
