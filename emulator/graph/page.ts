import { createHash } from "node:crypto";
import type { Entry } from "./directory";
import { badRequest, denied, unsupportedQuery } from "./errors";
import { readFilter, type Filter } from "./filter";
import type { Query } from "./odata-query";
import { sightOf } from "./permissions";
import { contextOf, present, schemasOf, selected, visible, type SetOf } from "./present";
import type { Ask } from "./route";
import { basicProfile, findProperty, type Properties, type Schema } from "./schema";
import { readSearch } from "./search";

/** What a list is: all objects of a kind, or what one object is related to, which Graph indexes separately. */
type Source = { set: SetOf; isRelation: boolean; isCast: boolean };

/** One page of a list. */
export const pageOf = (ask: Ask, entries: Entry[], source: Source): Properties => {
  const { call, query } = ask;
  const select = selected(source.set, query.select);
  const matching = matches(ask, entries, source);
  const from = offsetOf(ask);
  const to = from + (query.top ?? call.world.settings.graphPageSize);
  return {
    "@odata.context": contextOf(call.origin, source.set, select),
    ...(query.count && from === 0 && { "@odata.count": matching.length }),
    ...(to < matching.length && { "@odata.nextLink": nextLink(ask, to) }),
    value: matching.slice(from, to).map((entry) => present(call, entry, source.set, select)),
  };
};

/** The bare number that a path ending in `/$count` answers. */
export const countOf = (ask: Ask, entries: Entry[], source: Source): number => {
  if (!ask.query.eventual) throw badRequest("$count is not currently supported.");
  return matches({ ...ask, query: { ...ask.query, count: true } }, entries, source).length;
};

const matches = (ask: Ask, entries: Entry[], { set, isRelation, isCast }: Source): Entry[] => {
  const { call, query } = ask;
  const schemas = schemasOf(set);
  const filter = query.filter === undefined ? undefined : readFilter(query.filter, schemas);
  const search = query.search === undefined ? undefined : readSearch(query.search, schemas);
  checkAdvanced(query, filter, isRelation, isCast);
  const order = query.orderBy && orderOf(query.orderBy, schemas);
  if (filter) refuseHiddenProperties(ask, filter, entries);
  if (!filter && !search && !order) return entries;
  const rows = entries.map((entry) => ({ entry, properties: visible(call, entry) }));
  const kept = rows.filter(({ properties }) => (filter?.test(properties) ?? true) && (search?.(properties) ?? true));
  if (order) kept.sort((left, right) => order(left.properties, right.properties));
  return kept.map(({ entry }) => entry);
};

const checkAdvanced = (query: Query, filter: Filter | undefined, isRelation: boolean, isCast: boolean) => {
  if (query.search !== undefined && !query.eventual)
    throw unsupportedQuery(
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    );
  if (query.count && !query.eventual) throw badRequest("$count is not currently supported.");
  if (query.eventual && query.count) return;
  if (isCast)
    throw unsupportedQuery(
      "The type cast is only supported with the request header 'ConsistencyLevel: eventual' and the query option $count=true.",
    );
  if (filter && isRelation)
    throw unsupportedQuery("The specified filter to the reference property query is currently not supported.");
  if (filter?.isAdvanced)
    throw unsupportedQuery(
      "Operator is not supported because the request is missing the header 'ConsistencyLevel: eventual' or the query option $count=true.",
    );
  if (query.orderBy && (isRelation || filter)) throw unsupportedQuery("Sorting not supported for current query.");
};

/** A filter over what the caller may not see would tell it all the same. */
const refuseHiddenProperties = ({ call }: Ask, { properties }: Filter, entries: Entry[]) => {
  if (properties.every((name) => basicProfile.has(name))) return;
  if (entries.some((entry) => sightOf(call, entry) === "basic")) throw denied();
};

const orderOf = ({ property, descending }: NonNullable<Query["orderBy"]>, schemas: readonly Schema[]) => {
  const name = findProperty(property, schemas, "$orderby");
  if (name !== "displayName" && name !== "userPrincipalName")
    throw unsupportedQuery("Sorting not supported for current query.");
  const sign = descending ? -1 : 1;
  const text = (properties: Properties) => String(properties[name] ?? "");
  return (left: Properties, right: Properties) => sign * text(left).localeCompare(text(right), "en");
};

const fingerprint = ({ call, query }: Ask): string =>
  createHash("sha256")
    .update(JSON.stringify([call.url.pathname.toLowerCase(), query.filter, query.search, query.orderBy]))
    .digest("base64url")
    .slice(0, 12);

const offsetOf = (ask: Ask): number => {
  const token = ask.query.skipToken;
  if (token === undefined) return 0;
  const match = /^(\d+)~(.+)$/.exec(Buffer.from(token, "base64url").toString());
  if (!match || match[2] !== fingerprint(ask)) throw badRequest("The $skiptoken is not valid for this request.");
  return Number(match[1]);
};

/** The same request with a token for the rest; Graph keeps the dollar signs unescaped. */
const nextLink = (ask: Ask, offset: number): string => {
  const { origin, url } = ask.call;
  const token = Buffer.from(`${offset}~${fingerprint(ask)}`).toString("base64url");
  const options = [...url.searchParams]
    .filter(([name]) => name.toLowerCase() !== "$skiptoken")
    .map(([name, value]) => `${encodeURIComponent(name).replace("%24", "$")}=${encodeURIComponent(value)}`);
  return `${origin}${url.pathname.replace(/^\/+/, "/")}?${[...options, `$skiptoken=${token}`].join("&")}`;
};
