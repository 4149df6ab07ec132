"use client";

import { debounce, useQueryStates, type inferParserType, type SingleParserBuilder } from "nuqs";
import { useMemo } from "react";
import type { Chosen } from "@/lib/table/table";
import { useSearch } from "../address";
import { changeAddress } from "../go";
import type { TableSpec } from "./column";
import {
  facetParams,
  noGroup,
  tableParams,
  unknownParams,
  type RowHeight,
  type Sort,
  type TableParams,
} from "./url-params";

export type TableUrl = Readonly<{
  query: string;
  sort: Sort;
  /** undefined: the columns that are shown at first. */
  columns: readonly string[] | undefined;
  group: string | undefined;
  rows: RowHeight | undefined;
  chosen: Chosen;
  open: string | undefined;
  /** The saved view that this is, or was. */
  named: string | undefined;
  /** Anything but what the table shows at first. */
  isChanged: boolean;
  /** What the URL asked for and the table does not know. */
  unknown: readonly string[];
  setQuery: (query: string) => void;
  setSort: (sort: Sort) => void;
  setColumns: (columns: readonly string[] | undefined) => void;
  setGroup: (group: string | undefined) => void;
  setRows: (rows: RowHeight) => void;
  setChosen: (id: string, values: readonly string[]) => void;
  clearFilters: () => void;
  /** Opening is a new entry in the browser's history, so that Back closes; going on to another and closing are none. */
  setOpen: (id: string | undefined) => void;
  setNamed: (name: string) => void;
  /** All at once, as a new entry in the browser's history. */
  setAll: (state: State, chosen: Readonly<Record<string, string[] | null>>) => void;
  dropUnknown: () => void;
}>;

type State = inferParserType<TableParams>;

const slowly = { limitUrlUpdates: debounce(300) };

const step = { history: "push" } as const;

const nothingElse: readonly string[] = [];

/**
 * A table's state as it stands in the URL: what is seen can be sent to a colleague.
 * @param also parameters that are the page's own
 */
export function useTableUrl<Row>(spec: TableSpec<Row>, also = nothingElse): TableUrl {
  const { fixed, facets } = useMemo(() => ({ fixed: tableParams(spec), facets: facetParams(spec) }), [spec]);
  const [state, setState] = useQueryStates(fixed);
  const [chosen, setChosen] = useQueryStates(facets);
  const search = useSearch();
  const unknown = useMemo(() => {
    const parsers: Record<string, Pick<SingleParserBuilder<unknown>, "parse">> = { ...fixed, ...facets };
    const mine = new URLSearchParams([...search].filter(([key]) => !also.includes(key)));
    return unknownParams(mine, parsers);
  }, [search, fixed, facets, also]);

  return {
    query: state.q ?? "",
    sort: state.sort ?? spec.sort,
    columns: state.cols ?? undefined,
    group: state.group === noGroup ? undefined : (state.group ?? spec.groups?.by),
    rows: state.rows ?? undefined,
    open: state.open ?? undefined,
    named: state.named ?? undefined,
    isChanged: Object.entries({ ...state, ...chosen }).some(([key, value]) => key !== "open" && value !== null),
    chosen: useMemo(
      () =>
        Object.fromEntries(Object.entries(chosen).flatMap(([id, values]) => (values?.length ? [[id, values]] : []))),
      [chosen],
    ),
    unknown,
    setQuery: (query) => void setState({ q: query || null }, slowly),
    setSort: (sort) => void setState({ sort: isSameSort(sort, spec.sort) ? null : sort }),
    setColumns: (columns) => void setState({ cols: columns ? [...columns] : null }),
    setGroup: (group) =>
      void setState({ group: group === spec.groups?.by ? null : (group ?? (spec.groups ? noGroup : null)) }),
    setRows: (rows) => void setState({ rows }),
    setChosen: (id, values) => void setChosen({ [id]: values.length ? [...values] : null }),
    clearFilters: () => {
      void setState({ q: null });
      void setChosen(null);
    },
    setOpen: (id) => void setState({ open: id ?? null }, id !== undefined && state.open === null ? step : {}),
    setNamed: (named) => void setState({ named }),
    setAll: (all, filters) => {
      void setState(all, step);
      void setChosen(filters, step);
    },
    dropUnknown: () => {
      const keep = new URLSearchParams(search);
      for (const [key, value] of search) {
        const name = value ? `${key}=${value}` : key;
        if (unknown.includes(name)) keep.delete(key);
      }
      changeAddress("replaceState", keep.size ? `?${keep}` : window.location.pathname);
    },
  };
}

const isSameSort = (left: Sort, right: Sort) => left.id === right.id && left.descending === right.descending;
