import type { Call } from "../call";
import { Refusal } from "../call";
import { answer, type Answer } from "./answer";
import { handleBatch } from "./batch";
import { badRequest, errorBody, notImplemented, requestIdsOf, type RequestIds } from "./errors";

/** Microsoft Graph v1.0, as far as it shows who people, groups and applications of the managing tenant are. */
export async function handleGraph(call: Call): Promise<Response> {
  const ids = requestIdsOf(call);
  try {
    return write(await dispatch(call), ids);
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    const headers = problem.more.headers ?? {};
    return write({ status: problem.status, headers, body: errorBody(problem, ids, call.now) }, ids);
  }
}

const dispatch = async (call: Call): Promise<Answer> => {
  const [, version = "", path = "/"] = /^\/+([^/]*)(\/.*)?$/s.exec(call.url.pathname) ?? [];
  if (version === "beta") throw notImplemented("the version beta");
  if (version !== "v1.0") throw badRequest(`Invalid version: ${version}.`);
  return /^\/\$batch\/?$/i.test(path) ? handleBatch(call, answer) : answer(call, path);
};

const write = ({ status, headers, body }: Answer, ids: RequestIds): Response => {
  const isText = typeof body === "number";
  return new Response(isText ? String(body) : JSON.stringify(body), {
    status,
    headers: {
      "Cache-Control": "no-cache",
      "Content-Type": isText
        ? "text/plain"
        : status === 200
          ? "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8"
          : "application/json",
      ...(status === 200 && { "OData-Version": "4.0" }),
      "request-id": ids.request,
      "client-request-id": ids.client,
      ...headers,
    },
  });
};
