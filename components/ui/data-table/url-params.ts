import {
  createParser,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
  parseAsNumberLiteral,
  type SingleParserBuilder,
} from "nuqs";
import { longestName } from "@/lib/views/views-storage";
import { facetColumns, type TableSpec } from "./column";

export type Sort = Readonly<{ id: string; descending: boolean }>;

export const rowHeights = [26, 32, 40] as const;
export type RowHeight = (typeof rowHeights)[number];

/** Stands for no grouping where a table is grouped at first. */
export const noGroup = "none";

const longestQuery = 200;

/** "name", or "-name" for descending. */
const sortParser = (ids: readonly string[]) =>
  createParser<Sort>({
    parse: (text) => {
      const id = text.replace(/^-/, "");
      return ids.includes(id) ? { id, descending: text.startsWith("-") } : null;
    },
    serialize: ({ id, descending }) => (descending ? `-${id}` : id),
    eq: (left, right) => left.id === right.id && left.descending === right.descending,
  });

const columnsParser = (ids: readonly string[]) =>
  createParser<string[]>({
    parse: (text) => {
      const chosen = text.split(",");
      return chosen.every((id) => ids.includes(id)) && new Set(chosen).size === chosen.length ? chosen : null;
    },
    serialize: (chosen) => chosen.join(","),
    eq: (left, right) => left.join() === right.join(),
  });

const textParser = (longest: number) =>
  createParser<string>({ parse: (text) => (text.length <= longest ? text : null), serialize: String });

export type TableParams = Readonly<{
  q: SingleParserBuilder<string>;
  sort: SingleParserBuilder<Sort>;
  cols: SingleParserBuilder<string[]>;
  group: SingleParserBuilder<string>;
  rows: SingleParserBuilder<RowHeight>;
  open: SingleParserBuilder<string>;
  /** The saved view that the state began as, or that a colleague's link proposes. */
  named: SingleParserBuilder<string>;
}>;

/** What a table keeps in the URL under fixed names; its filters follow under the names of their columns. */
export function tableParams<Row>(spec: TableSpec<Row>): TableParams {
  const { columns } = spec;
  const ids = columns.map(({ id }) => id);
  const grouping = columns.filter(({ isGrouping }) => isGrouping).map(({ id }) => id);
  return {
    q: textParser(longestQuery),
    sort: sortParser(ids),
    cols: columnsParser(ids),
    group: parseAsStringLiteral(spec.groups ? [noGroup, ...grouping] : grouping),
    rows: parseAsNumberLiteral(rowHeights),
    open: parseAsString,
    named: textParser(longestName),
  };
}

export const facetParams = <Row>(spec: TableSpec<Row>): Record<string, SingleParserBuilder<string[]>> =>
  Object.fromEntries(facetColumns(spec).map(({ id }) => [id, parseAsArrayOf(parseAsString)]));

/** The parameters of a URL that the table cannot follow, as they stand there: "sort=colour". */
export function unknownParams(
  search: URLSearchParams,
  parsers: Readonly<Record<string, Pick<SingleParserBuilder<unknown>, "parse">>>,
): string[] {
  return [...search.entries()]
    .filter(([key, value]) => {
      const parser = Object.hasOwn(parsers, key) ? parsers[key] : undefined;
      return !parser || parser.parse(value) === null;
    })
    .map(([key, value]) => (value ? `${key}=${value}` : key));
}
