"use client";

import {
  createParser,
  debounce,
  parseAsArrayOf,
  parseAsNumberLiteral,
  parseAsString,
  parseAsStringLiteral,
  useQueryStates,
} from "nuqs";
import type { MatrixOptions } from "@/lib/domain/access/matrix";
import type { GrantChoice } from "@/lib/domain/access/matrix-cell";
import type { RowOrder } from "@/lib/domain/access/matrix-order";
import { principalId, tenantId, type PrincipalId, type TenantId } from "@/lib/domain/ids";
import { limited, type Zoom } from "@/components/matrix/plot/layout";

export type CellId = Readonly<{ customer: TenantId; principal: PrincipalId }>;
export type Order = RowOrder | "name";
export type Who = Extract<MatrixOptions["principals"], string>;

const cellParser = createParser<CellId>({
  parse: (text) => {
    const [first = "", second = "", ...rest] = text.split(".");
    const [customer, principal] = [tenantId(first), principalId(second)];
    return customer && principal && rest.length === 0 ? { customer, principal } : null;
  },
  serialize: ({ customer, principal }) => `${customer}.${principal}`,
  eq: (one, other) => one.customer === other.customer && one.principal === other.principal,
});

const zoomParser = createParser<Zoom>({
  parse: (text) => (text === "fit" ? "fit" : /^\d{1,3}$/.test(text) ? limited(Number(text) / 100) : null),
  serialize: (zoom) => (zoom === "fit" ? zoom : `${Math.round(zoom * 100)}`),
});

const grants: readonly GrantChoice[] = ["all", "standing", "eligible"];
const orders: readonly Order[] = ["exposure", "offer", "similarity", "name"];
const whos: readonly Who[] = ["holders", "everybody"];

/** What the matrix keeps in the URL. */
export const matrixParams = {
  grants: parseAsStringLiteral(grants).withDefault("all"),
  order: parseAsStringLiteral(orders).withDefault("exposure"),
  who: parseAsStringLiteral(whos).withDefault("holders"),
  least: parseAsNumberLiteral([1, 2, 3, 4, 5]).withDefault(1),
  kind: parseAsArrayOf(parseAsString).withDefault([]),
  offer: parseAsArrayOf(parseAsString).withDefault([]),
  q: parseAsString.withDefault(""),
  zoom: zoomParser.withDefault(1),
  cell: cellParser,
  view: parseAsStringLiteral(["matrix", "table"]).withDefault("matrix"),
};

const slowly = { limitUrlUpdates: debounce(300) };

export function useMatrixUrl() {
  const [state, set] = useQueryStates(matrixParams);
  const { kind, offer, q, grants, least } = state;
  return {
    ...state,
    isFiltered: kind.length + offer.length > 0 || q !== "" || grants !== "all" || least > 1,
    set,
    /** For what changes with every key or turn of a wheel. */
    setSlowly: (values: Parameters<typeof set>[0]) => void set(values, slowly),
    clearFilters: () => void set({ kind: null, offer: null, q: null, grants: null, least: null }),
  };
}

export type MatrixUrl = ReturnType<typeof useMatrixUrl>;
