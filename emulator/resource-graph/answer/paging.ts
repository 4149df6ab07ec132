import { createHash } from "node:crypto";
import type { Query } from "../compile/query";
import { badRequest } from "../errors";
import type { Row } from "../values";
import type { GraphRequest } from "./request";

export type Page = {
  rows: readonly Row[];
  totalRecords: number;
  resultTruncated: "true" | "false";
  skipToken: string | undefined;
};

type Position = { skip: number; top: number };

/** Where the page begins and how long it may be. A token says both, whatever else the request says. */
export function positionOf(request: GraphRequest, query: Query): Position {
  if (request.skipToken !== undefined) return readToken(request.skipToken, request);
  // The service ignores `$skip` where the query takes a number of rows itself.
  return { skip: query.isLimited ? 0 : request.skip, top: request.top };
}

/**
 * Cuts a page. There is a token for the next one only if the service could find its place again: the query projects
 * `id`, takes no fixed number of rows, and some column of some row can be compared. `resultTruncated` stays "false"
 * beside a token.
 */
export function pageOf(all: readonly Row[], { skip, top }: Position, query: Query, request: GraphRequest): Page {
  const rows = unsettled(all, skip, query).slice(skip, skip + top);
  const hasMore = skip + rows.length < all.length;
  const isPageable = !query.isLimited && query.columns.some(({ name }) => name === "id") && hasComparable(rows, query);
  return {
    rows,
    totalRecords: all.length,
    resultTruncated: hasMore && !isPageable ? "true" : "false",
    skipToken: hasMore && isPageable ? writeToken({ skip: skip + rows.length, top }, request) : undefined,
  };
}

const hasComparable = (rows: readonly Row[], { columns }: Query) =>
  columns.some(({ type }, index) => type !== "dynamic" && rows.some((row) => row[index] !== null && row[index] !== ""));

/** Without an order the service answers each page from an order of its own: rows come twice, and others never. */
function unsettled(all: readonly Row[], skip: number, { ordered }: Query): readonly Row[] {
  if (ordered || skip === 0 || all.length < 2) return all;
  const by = 1 + (skip % Math.min(7, all.length - 1));
  return [...all.slice(-by), ...all.slice(0, -by)];
}

/** A token belongs to one query over one scope. */
const mark = ({ query, subscriptions, managementGroups }: GraphRequest) =>
  createHash("sha256")
    .update(JSON.stringify([query, subscriptions ?? null, managementGroups ?? null]))
    .digest("base64url")
    .slice(0, 16);

const writeToken = ({ skip, top }: Position, request: GraphRequest) =>
  Buffer.from(JSON.stringify({ v: 1, skip, top, of: mark(request) })).toString("base64");

function readToken(token: string, request: GraphRequest): Position {
  const found = decoded(token);
  if (!found || found.of !== mark(request) || !isCount(found.skip) || !isCount(found.top))
    throw badRequest({
      code: "InvalidSkipToken",
      message:
        "The $skipToken is not valid. It must be passed on unchanged, with the query and the scope it was given for.",
    });
  return { skip: found.skip, top: found.top };
}

function decoded(token: string): { skip?: unknown; top?: unknown; of?: unknown } | undefined {
  try {
    const found: unknown = JSON.parse(Buffer.from(token, "base64").toString("utf8"));
    return typeof found === "object" && found !== null ? found : undefined;
  } catch {
    return undefined;
  }
}

const isCount = (value: unknown): value is number => typeof value === "number" && Number.isInteger(value) && value >= 0;
