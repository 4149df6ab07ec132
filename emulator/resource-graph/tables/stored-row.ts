import type { Value, Row } from "../values";
import type { columns } from "./schema";

/** A row with what decides who sees it. */
export type StoredRow = {
  row: Row;
  /** Lower-cased subscription id; empty for what stands above subscriptions. */
  subscription: string;
  /** Path at which the caller needs the right to `action`. */
  scope: string;
  action: string;
  /** Role assignments only: where they were made, for `authorizationScopeFilter`. */
  level?: "tenant" | "subscription" | "below";
};

type Cells = Partial<Record<(typeof columns)[number]["name"], Value | undefined>>;

/** In the order of `columns`, written out because a large world has tens of thousands of rows. */
export const rowOf = (cells: Cells): Row => [
  cells.id ?? "",
  cells.name ?? "",
  cells.type ?? "",
  cells.tenantId ?? "",
  cells.kind ?? "",
  cells.location ?? "",
  cells.resourceGroup ?? "",
  cells.subscriptionId ?? "",
  cells.managedBy ?? "",
  cells.sku ?? null,
  cells.plan ?? null,
  cells.properties ?? null,
  cells.tags ?? null,
  cells.identity ?? null,
  cells.zones ?? null,
  cells.extendedLocation ?? null,
  cells.systemData ?? null,
];

/** Rows of the world are plain data as Azure's APIs send it, and so are dynamic values. */
export const dynamic = (data: object | undefined): Value => (data === undefined ? null : (data as Value));

/** Name of the resource group in an ARM path, in lower case as Resource Graph shows it. */
export const groupIn = (path: string): string => /\/resourcegroups\/([^/]+)/i.exec(path)?.[1]?.toLowerCase() ?? "";
