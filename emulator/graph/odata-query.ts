import { badRequest, notImplemented } from "./errors";

/** The system query options of one request, syntactically checked; names are checked where the type is known. */
export type Query = {
  select?: readonly string[];
  top?: number;
  count: boolean;
  filter?: string;
  search?: string;
  orderBy?: { property: string; descending: boolean };
  skipToken?: string;
  /** `ConsistencyLevel: eventual` was sent. */
  eventual: boolean;
};

export const maximumPage = 999;

const collectionOptions = ["$top", "$count", "$filter", "$search", "$orderby", "$skiptoken", "$skip"];
const unimplemented = new Set(["$expand", "$format", "$apply", "$compute", "$deltatoken"]);

/** Options by lower-cased name. What does not begin with a dollar sign is no option, and is ignored as Graph does. */
const optionsOf = (url: URL): Map<string, string> => {
  const options = new Map<string, string>();
  for (const [key, value] of url.searchParams) {
    const name = key.toLowerCase();
    if (!name.startsWith("$")) continue;
    if (options.has(name))
      throw badRequest(`Query option '${name}' was specified more than once, but it must be specified at most once.`);
    if (unimplemented.has(name)) throw notImplemented(`the query option ${name}`);
    if (name !== "$select" && !collectionOptions.includes(name))
      throw badRequest(`The query parameter '${name}' is not supported.`);
    options.set(name, value);
  }
  return options;
};

const numberOf = (top: string): number => {
  const size = /^\d+$/.test(top) ? Number(top) : Number.NaN;
  if (!(size >= 1 && size <= maximumPage))
    throw badRequest(`Invalid page size specified: '${top}'. Must be between 1 and ${maximumPage} inclusive.`);
  return size;
};

const flagOf = (count: string): boolean => {
  if (count !== "true" && count !== "false")
    throw badRequest(`Invalid value '${count}' for $count query option found. Valid values are 'true' and 'false'.`);
  return count === "true";
};

const orderOf = (text: string): { property: string; descending: boolean } => {
  const match = /^\s*(\w+)(?:\s+(asc|desc))?\s*$/i.exec(text);
  if (!match?.[1]) {
    if (text.includes(",")) throw notImplemented("$orderby over several properties");
    throw badRequest(`Invalid $orderby clause: '${text}'.`);
  }
  return { property: match[1], descending: match[2]?.toLowerCase() === "desc" };
};

const namesOf = (select: string): string[] => {
  const names = select.split(",").map((name) => name.trim());
  if (names.some((name) => !/^\w+$/.test(name)))
    throw badRequest(
      `Parsing OData Select and Expand failed: Term '${select}' is not valid in a $select or $expand expression.`,
    );
  return names;
};

export const readQuery = (url: URL, headers: Headers): Query => {
  const options = optionsOf(url);
  if (options.has("$skip")) throw badRequest("'$skip' is not supported by the service.");
  const query: Query = {
    count: flagOf(options.get("$count") ?? "false"),
    eventual: headers.get("consistencylevel")?.toLowerCase() === "eventual",
  };
  const [select, top, orderBy] = [options.get("$select"), options.get("$top"), options.get("$orderby")];
  const [filter, search, skipToken] = [options.get("$filter"), options.get("$search"), options.get("$skiptoken")];
  if (select !== undefined) query.select = namesOf(select);
  if (top !== undefined) query.top = numberOf(top);
  if (orderBy !== undefined) query.orderBy = orderOf(orderBy);
  if (filter !== undefined) query.filter = filter;
  if (search !== undefined) query.search = search;
  if (skipToken !== undefined) query.skipToken = skipToken;
  return query;
};

/** A single object takes `$select` and nothing else. */
export const refuseCollectionOptions = (url: URL) => {
  const found = collectionOptions.filter((name) => optionsOf(url).has(name));
  if (found.length > 0)
    throw badRequest(
      `The following query options are not supported by this request method or cannot be applied to the requested resource: ${found.join(",")}`,
    );
};
