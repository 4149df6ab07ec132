"use client";

import { useMemo } from "react";
import type { AccessIndex } from "@/lib/domain/access/access-index";
import { matrixOf, type LevelOf } from "@/lib/domain/access/matrix";
import { blindnessOf, customersOfMatrix } from "@/lib/domain/access/matrix-blind";
import { offerLine } from "@/lib/domain/access/matrix-order";
import { arrangeMatrix, filterMatrix, type MatrixView } from "@/lib/domain/access/matrix-view";
import { customerNames } from "@/lib/domain/customer-name";
import type { PrincipalId, TenantId } from "@/lib/domain/ids";
import type { PrincipalKind } from "@/lib/domain/principal";
import { formatForeign, formatShortId } from "@/lib/format";
import { levelsIn } from "@/lib/queries/access";
import { sortKey } from "@/lib/table/sort-key";
import { principalText } from "./principal-names";
import type { MatrixUrl } from "./use-matrix-url";

export type Matrix = Readonly<{
  index: AccessIndex;
  levelOf: LevelOf;
  view: MatrixView;
  /** Why an empty cell of each row may not mean "none", as bits. */
  blind: Uint8Array;
  /** All customers and principals, however many of them are shown. */
  allCustomers: number;
  allPrincipals: number;
  customerText: (customer: TenantId) => string;
  principalText: (principal: PrincipalId) => string;
  /** Values to filter by, with how many customers or principals have each. */
  offers: ReadonlyMap<string, number>;
  kinds: ReadonlyMap<string, number>;
}>;

const kindNames = { group: "Group", servicePrincipal: "Service principal", user: "User" };
export const kindText = (kind: PrincipalKind | undefined): string => (kind ? kindNames[kind] : "Kind unknown");

/** @param query what is looked for by name; the table looks for itself */
export function useMatrix(index: AccessIndex, url: MatrixUrl, query: string): Matrix {
  const { who, grants, least, kind, offer, order } = url;
  const levelOf = levelsIn(index.inventory);
  const customers = useMemo(() => customersOfMatrix(index), [index]);
  const whole = useMemo(
    () => matrixOf(index, { levelOf, principals: who, customers }),
    [index, levelOf, who, customers],
  );
  const blindness = useMemo(() => blindnessOf(index, levelOf, customers), [index, levelOf, customers]);
  const names = useMemo(() => namesIn(index), [index]);
  const offersOf = useMemo(() => offersIn(index), [index]);

  const filtered = useMemo(() => {
    const sought = query.trim().toLowerCase();
    return filterMatrix(whole, {
      grants,
      least,
      isColumn: (column) => kind.length === 0 || kind.includes(kindText(column.kind)),
      isRow: (customer) => offer.length === 0 || (offersOf.get(customer)?.some((own) => offer.includes(own)) ?? false),
      names: sought
        ? {
            isCustomer: (customer) =>
              names.customerText(customer).toLowerCase().includes(sought) || customer === sought,
            isPrincipal: ({ principal }) =>
              names.principalText(principal).toLowerCase().includes(sought) || principal === sought,
          }
        : undefined,
      isBlind: (customer) => blindness.has(customer),
    });
  }, [whole, grants, least, kind, offer, query, names, offersOf, blindness]);

  const view = useMemo(() => {
    if (order !== "name") return arrangeMatrix(index, filtered, order);
    const keys = new Map(filtered.rows.map((customer) => [customer, sortKey(names.customerText(customer))]));
    return arrangeMatrix(index, filtered, (one, other) => (keys.get(one)! < keys.get(other)! ? -1 : 1));
  }, [index, filtered, order, names]);
  const blind = useMemo(
    () => Uint8Array.from(view.rows, (customer) => blindness.get(customer) ?? 0),
    [view, blindness],
  );

  return useMemo(
    () => ({
      ...{ index, levelOf, view, blind, ...names },
      allCustomers: whole.rows.length,
      allPrincipals: whole.columns.length,
      offers: counted([...offersOf.values()].flat()),
      kinds: counted(whole.columns.map((column) => kindText(column.kind))),
    }),
    [index, levelOf, view, blind, names, whole, offersOf],
  );
}

function namesIn(index: AccessIndex) {
  const nameOf = customerNames(index.inventory);
  const known = new Map<TenantId, string>();
  return {
    customerText: (customer: TenantId): string => {
      let text = known.get(customer);
      if (text === undefined)
        known.set(customer, (text = formatForeign(nameOf(customer).name ?? formatShortId(customer), 120)));
      return text;
    },
    principalText: (principal: PrincipalId) => principalText(index, principal),
  };
}

function offersIn({ delegations }: AccessIndex): ReadonlyMap<TenantId, readonly string[]> {
  const offers = new Map<TenantId, Set<string>>();
  for (const { customer, definition } of delegations) {
    if (!definition) continue;
    const own = offers.get(customer);
    if (own) own.add(offerLine(definition));
    else offers.set(customer, new Set([offerLine(definition)]));
  }
  return new Map(Array.from(offers, ([customer, own]) => [customer, [...own]]));
}

function counted(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
