import { randomUUID } from "node:crypto";
import { Refusal, type Call } from "../call";
import { facetOf } from "./answer/facets";
import { dataOf } from "./answer/format";
import { pageOf, positionOf } from "./answer/paging";
import { queryOf } from "./answer/queries";
import { takeFromQuota } from "./answer/quota";
import { readRequest } from "./answer/request";
import { resultOf } from "./answer/results";
import { scopeOf } from "./answer/scope";
import { badRequest, errorBody } from "./errors";

const mostBytes = 16 * 1024 * 1024;

/** `POST /providers/Microsoft.ResourceGraph/resources`. Every query counts against the caller's quota, a refused one too. */
export async function handleResourceGraph(call: Call): Promise<Response> {
  const begun = performance.now();
  const correlationId = call.request.headers.get("x-ms-correlation-request-id") ?? randomUUID();
  const { headers, refusal } = takeFromQuota(call);
  const finish = (status: number, body: string, more: Record<string, string> = {}) =>
    new Response(body, {
      status,
      headers: {
        "Content-Type": "application/json; charset=utf-8",
        "x-ms-correlation-request-id": correlationId,
        ...headers,
        "x-ms-resource-graph-request-duration": duration(performance.now() - begun),
        ...more,
      },
    });
  try {
    if (refusal) throw refusal;
    const { body, isCut } = await answer(call);
    return finish(200, body, isCut ? { "x-ms-tenant-subscription-limit-hit": "true" } : {});
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return finish(error.status, JSON.stringify(errorBody(error, call.now, correlationId)), error.more.headers);
  }
}

async function answer(call: Call): Promise<{ body: string; isCut: boolean }> {
  const { world, now } = call;
  const request = await readRequest(call);
  const query = queryOf(request.query);
  const scope = scopeOf(call, request);
  const position = positionOf(request, query);
  const all = resultOf(world, query, request.query, scope, now);
  const { rows, totalRecords, resultTruncated, skipToken } = pageOf(all, position, query, request);

  const body = JSON.stringify({
    totalRecords,
    count: rows.length,
    data: dataOf(query.columns, rows, request.resultFormat),
    facets: request.facets.map((facet) => facetOf(facet, request, world, scope, now)),
    resultTruncated,
    ...(skipToken === undefined ? {} : { $skipToken: skipToken }),
  });
  const size = Buffer.byteLength(body);
  if (size > mostBytes)
    throw badRequest({
      code: "ResponsePayloadTooLarge",
      message: `Response payload size is ${size}, and has exceeded the limit of ${mostBytes}. Please consider querying less data at a time and make paginated call if needed.`,
    });
  return { body, isCut: scope.isCut };
}

/** `d:hh:mm:ss.fffffff` */
function duration(milliseconds: number): string {
  const two = (part: number) => String(Math.floor(part)).padStart(2, "0");
  const seconds = milliseconds / 1000;
  const fraction = String(Math.floor((milliseconds % 1000) * 1e4)).padStart(7, "0");
  return `${Math.floor(seconds / 86_400)}:${two((seconds / 3600) % 24)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}.${fraction}`;
}
