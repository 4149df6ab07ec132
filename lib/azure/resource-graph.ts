import type { Azure } from "./client";
import { AzureError, cancelled, malformed as malformedAnswer } from "./errors";
import type { SubscriptionId } from "@/lib/domain/ids";
import { parsed, type Answer } from "./service-client";
import { listInSlices } from "./slices";
import { countOf, MalformedRecord, objectOf, textOf, type Malformed, type Parse } from "./wire";

export type ResourceGraphQuery<Row> = Readonly<{
  /** KQL that projects a unique `id` and orders by it: pages are read side by side, by row number. */
  query: string;
  row: Parse<Row>;
  /** At most 1,000; none asks about everything that the person can read. */
  subscriptions?: readonly SubscriptionId[];
  signal?: AbortSignal | undefined;
  /** Told the rows of each page as it arrives, in any order. `read` counts all rows so far, readable or not. */
  onPage?: (rows: readonly Row[], progress: { expected: number | undefined; read: number }) => void;
  /** The rows are subscriptions: exactly 10,000 of them means that Azure stopped there, even if it cannot say so. */
  rowsAreSubscriptions?: boolean;
}>;

/** Rows that are known to exist and were not read, counted from 0; `to` is the first that is not missing. */
export type MissingRows = Readonly<{ from: number; to: number; error: AzureError }>;

export type ResourceGraphResult<Row> = Readonly<{
  rows: readonly Row[];
  /** What Resource Graph counted: rows + malformed + missing. undefined where it did not count. */
  expected: number | undefined;
  /** Records left out, and parts left out of records that are kept. */
  malformed: readonly Malformed[];
  /** Of `malformed`, the records left out. */
  unreadable: number;
  /** Azure looked at the first 10,000 subscriptions only. */
  limitHit: boolean;
  missing: readonly MissingRows[];
}>;

export const subscriptionLimit = 10_000;
const pageSize = 1000;
const mostRows = 2_000_000;
/** As many as the service's queue lets through at once, and one that waits. */
const sideBySide = 16;

type Range = Readonly<{ from: number; to: number }>;
type RawPage = Readonly<{ data: readonly unknown[]; total: number | undefined; limitHit: boolean }>;

/**
 * Reads all rows of a query: the first page, then the others in parallel, as fast as the quota allows. What cannot be
 * read is named and never left out in silence; only a first page that fails rejects.
 */
export async function queryResourceGraph<Row>(
  { resourceGraph }: Pick<Azure, "resourceGraph">,
  { query, row, subscriptions, signal, onPage, rowsAreSubscriptions }: ResourceGraphQuery<Row>,
): Promise<ResourceGraphResult<Row>> {
  const rows: Row[] = [];
  const malformed: Malformed[] = [];
  const missing: MissingRows[] = [];
  const seen = new Set<string>();
  let read = 0;
  let unreadable = 0;
  let expected: number | undefined;
  let limitHit = false;
  // Where rows were promised and none came: nothing behind it is asked for.
  let end = Infinity;

  const ask = async ({ from, to }: Range): Promise<RawPage> => {
    const answer = await resourceGraph.send({
      method: "POST",
      path: "/providers/Microsoft.ResourceGraph/resources",
      query: { "api-version": "2022-10-01" },
      body: {
        query,
        ...(subscriptions && { subscriptions }),
        options: {
          $top: to - from,
          $skip: from,
          resultFormat: "objectArray",
          ...(!subscriptions && { allowPartialScopes: true }),
        },
      },
      signal,
    });
    return parsed(resourceGraph, () => toPage(answer));
  };

  const take = async (page: RawPage, from: number) => {
    limitHit ||= page.limitHit;
    const fresh = page.data.filter((record) => {
      const key = textOf(objectOf(record)?.["id"])?.toLowerCase();
      if (key === undefined || !seen.has(key)) {
        if (key !== undefined) seen.add(key);
        return true;
      }
      return false;
    });
    const result = await listInSlices(fresh, row, `rows ${from} and following: data`);
    for (const item of result.items) rows.push(item);
    for (const one of result.malformed) malformed.push(one);
    unreadable += fresh.length - result.items.length;
    read += fresh.length;
    if (signal?.aborted) throw cancelled("resourceGraph");
    onPage?.(result.items, { expected, read });
  };

  const readRange = async (range: Range): Promise<void> => {
    let { from } = range;
    try {
      while (from < range.to) {
        const page = await ask({ from, to: range.to });
        expected = page.total ?? expected;
        if (page.data.length === 0) {
          end = Math.min(end, from);
          return;
        }
        await take(page, from);
        from += page.data.length;
      }
    } catch (error) {
      if (!(error instanceof AzureError) || error.kind === "cancelled") throw error;
      const half = from + Math.floor((range.to - from) / 2);
      if (!isTooLarge(error) || half === from) missing.push({ from, to: range.to, error });
      else await Promise.all([readRange({ from, to: half }), readRange({ from: half, to: range.to })]);
    }
  };

  const readRanges = async (ranges: Range[]): Promise<void> => {
    for (let range = ranges.shift(); range && range.from < end; range = ranges.shift()) await readRange(range);
  };

  // Nobody counted: how many rows are missing after an error cannot be told, but at least one is.
  const readInTurn = async (start: number): Promise<void> => {
    for (let from = start; from < mostRows;) {
      const page = await ask({ from, to: from + pageSize });
      await take(page, from);
      if (page.data.length < pageSize) return;
      from += page.data.length;
    }
  };

  const first = await firstPage(ask);
  expected = first.total;
  await take(first, 0);
  if (expected === undefined) {
    if (first.data.length === pageSize) await readInTurn(pageSize);
  } else {
    const ranges = rangesOf(first.data.length, Math.min(expected, mostRows));
    if (first.data.length === 0) end = 0;
    await Promise.all(Array.from({ length: sideBySide }, () => readRanges(ranges)));
    noteDrift();
  }
  limitHit ||= rowsAreSubscriptions === true && expected === subscriptionLimit;
  return { rows, expected, malformed, unreadable, limitHit, missing };

  /** Rows came or went while the pages were read, or were promised and never sent. */
  function noteDrift() {
    const known = read + missing.reduce((sum, { from, to }) => sum + to - from, 0);
    if (expected === undefined || known >= expected) return;
    const error = malformedAnswer(
      "resourceGraph",
      `${expected} rows were counted and ${known} came: some changed while they were read.`,
      "Refresh to read them again.",
    );
    missing.push({ from: known, to: expected, error });
  }
}

/** Rows of a kind may be so large that not even a first page of the usual size fits into an answer. */
async function firstPage(ask: (range: Range) => Promise<RawPage>): Promise<RawPage> {
  for (let size = pageSize; ; size = Math.floor(size / 2)) {
    try {
      return await ask({ from: 0, to: size });
    } catch (error) {
      if (!(error instanceof AzureError && isTooLarge(error)) || size === 1) throw error;
    }
  }
}

function rangesOf(start: number, end: number): Range[] {
  const ranges: Range[] = [];
  for (let from = start; from < end; from += pageSize) ranges.push({ from, to: Math.min(end, from + pageSize) });
  return ranges;
}

function toPage({ body, headers }: Answer): RawPage {
  const data = objectOf(body)?.["data"];
  if (!Array.isArray(data)) throw new MalformedRecord("data", "is no list");
  return {
    data,
    total: countOf(objectOf(body)?.["totalRecords"]),
    limitHit: headers.get("x-ms-tenant-subscription-limit-hit")?.toLowerCase() === "true",
  };
}

const isTooLarge = ({ status, code, message, details }: AzureError): boolean =>
  status === 413 ||
  [{ code: code ?? "", message }, ...details].some(
    (said) => /too ?large/i.test(said.code) || /payload.*(too large|exceed|limit)/i.test(said.message),
  );
