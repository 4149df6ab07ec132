import { createLoader, parseAsArrayOf, parseAsString } from "nuqs";
import type { TableSpec } from "../column";
import { facetParams, noGroup, tableParams } from "../url-params";
import type { TableUrl } from "../use-table-url";

const valuesParser = parseAsArrayOf(parseAsString);

/** What a table shows, as its part of the address: equal for what looks equal, empty for what it shows at first. */
export function stateOf<Row>(spec: TableSpec<Row>, url: TableUrl): string {
  const { sort, group, rows } = tableParams(spec);
  const state = new URLSearchParams();
  if (url.query.trim()) state.set("q", url.query.trim());
  for (const [id, values] of Object.entries(url.chosen).sort(([one], [other]) => (one < other ? -1 : 1)))
    state.set(id, valuesParser.serialize([...values].sort()));
  if (sort.serialize(url.sort) !== sort.serialize(spec.sort)) state.set("sort", sort.serialize(url.sort));
  const columns = columnsOf(spec, url.columns);
  if (columns !== undefined) state.set("cols", columns);
  if (url.group !== spec.groups?.by) state.set("group", group.serialize(url.group ?? noGroup));
  if (url.rows !== undefined) state.set("rows", rows.serialize(url.rows));
  return state.toString();
}

/** The first column stands first, whether it was named or not. */
function columnsOf<Row>({ columns: [first, ...rest] }: TableSpec<Row>, ids: TableUrl["columns"]): string | undefined {
  if (!first || !ids) return undefined;
  const chosen = ids.filter((id) => id !== first.id).join();
  const usual = rest.flatMap(({ id, isHidden }) => (isHidden ? [] : [id])).join();
  return chosen === usual ? undefined : [first.id, ...(chosen ? [chosen] : [])].join();
}

/** The page's address with this state of the table; what the page itself keeps in it stays. */
export function addressOf<Row>(spec: TableSpec<Row>, state: string, name: string | undefined): string {
  const { pathname, search } = window.location;
  const address = new URLSearchParams(search);
  for (const key of Object.keys({ ...tableParams(spec), ...facetParams(spec) })) address.delete(key);
  if (name !== undefined) address.set("named", name);
  for (const [key, value] of new URLSearchParams(state)) address.set(key, value);
  return address.size > 0 ? `${pathname}?${address}` : pathname;
}

/** What opens for a colleague as it is here, under the name of the view if it has one. */
export const linkTo = <Row>(spec: TableSpec<Row>, url: TableUrl): string =>
  window.location.origin + addressOf(spec, stateOf(spec, url), url.named);

/** Lets the table show a state. What it does not understand of it is left out. */
export function show<Row>(spec: TableSpec<Row>, url: TableUrl, state: string, name: string | undefined): void {
  const search = new URLSearchParams(state);
  url.setAll(
    { ...createLoader(tableParams(spec))(search), named: name ?? null },
    createLoader(facetParams(spec))(search),
  );
}

/** What passes the filters of a state. */
export function filtersIn<Row>(spec: TableSpec<Row>, state: string) {
  const search = new URLSearchParams(state);
  const chosen = Object.entries(createLoader(facetParams(spec))(search)).map(
    ([id, values]) => [id, values ?? []] as const,
  );
  return { query: search.get("q") ?? "", chosen: Object.fromEntries(chosen) };
}
