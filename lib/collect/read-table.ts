import type { Azure } from "@/lib/azure/client";
import { AzureError } from "@/lib/azure/errors";
import { queryResourceGraph } from "@/lib/azure/resource-graph";
import type { Malformed, Parse } from "@/lib/azure/wire";
import type { SubscriptionId } from "@/lib/domain/ids";
import type { Pass } from "./pass";
import { asAzureError } from "./problem";
import { countOf } from "./queries";

export type Table<Row> = Readonly<{
  query: string;
  row: Parse<Row>;
  add: (row: Row) => void;
  /** Told how many more rows were kept, and how many more there turned out to be. */
  tally?: (kept: number, expected: number) => void;
  subscriptions?: readonly SubscriptionId[];
  rowsAreSubscriptions?: boolean;
}>;

/** Rows that were not read; numbers are undefined where not even a count could be had. */
export type Loss = Readonly<{ error: AzureError; rows: number | undefined; from: number | undefined }>;

export type TableRead = Readonly<{
  kept: number;
  expected: number | undefined;
  losses: readonly Loss[];
  malformed: readonly Malformed[];
  /** Rows that came and could not be understood. */
  unreadable: number;
  limitHit: boolean;
  isCancelled: boolean;
}>;

/** What reading a table takes of a pass. */
export type TableReader = Readonly<{ azure: Pick<Azure, "resourceGraph"> }> & Pick<Pass, "signal" | "changed">;

/** Reads a table as far as it can be read. Never throws for a reason of Azure's: what is not there is told. */
export async function readTable<Row>(pass: TableReader, table: Table<Row>): Promise<TableRead> {
  const { azure, signal, changed } = pass;
  const { query, row, add, tally, subscriptions, rowsAreSubscriptions = false } = table;
  let kept = 0;
  let known = 0;
  const rest = { malformed: [], unreadable: 0, limitHit: false, isCancelled: false };
  const grow = (rows: number, expected: number | undefined) => {
    kept += rows;
    tally?.(rows, (expected ?? kept) - known);
    known = expected ?? kept;
    changed();
  };

  try {
    const result = await queryResourceGraph(azure, {
      query,
      row,
      signal,
      rowsAreSubscriptions,
      ...(subscriptions && { subscriptions }),
      onPage(rows, { expected }) {
        for (const one of rows) add(one);
        grow(rows.length, expected);
      },
    });
    const losses = result.missing.map(({ from, to, error }) => ({ error, rows: to - from, from }));
    const lost = losses.reduce((sum, { rows }) => sum + rows, 0);
    grow(0, kept + result.unreadable + lost);
    return { ...result, kept, expected: known, losses, isCancelled: false };
  } catch (error) {
    if (signal.aborted) return { ...rest, kept, expected: known, losses: [], isCancelled: true };
    if (isNothingReadable(error)) return { ...rest, kept, expected: 0, losses: [], isCancelled: false };
    const rows = await countRows(pass, table);
    if (rows !== undefined) grow(0, rows);
    return { ...rest, kept, expected: rows, losses: [{ error: asAzureError(error), rows, from: undefined }] };
  }
}

/** Resource Graph leaves out subscriptions that may not be read, but refuses to answer for none at all. */
const isNothingReadable = (error: unknown): boolean =>
  error instanceof AzureError && error.details.some(({ code }) => code === "NoValidSubscriptionsInQueryRequest");

/** How many rows a query that cannot be read would have brought. */
async function countRows<Row>(
  { azure, signal }: TableReader,
  { query, subscriptions }: Table<Row>,
): Promise<number | undefined> {
  const counted = (raw: unknown): number | undefined =>
    typeof raw === "object" && raw !== null && "records" in raw && typeof raw.records === "number"
      ? raw.records
      : undefined;
  try {
    const scope = subscriptions && { subscriptions };
    const { rows } = await queryResourceGraph(azure, { query: countOf(query), row: counted, signal, ...scope });
    return rows[0];
  } catch (error) {
    if (!signal.aborted) asAzureError(error);
    return undefined;
  }
}
