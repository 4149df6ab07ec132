import type { Call } from "../call";
import { Refusal } from "../call";
import { unreadable, type Answer } from "./answer";
import { badRequest, errorBody, requestIdsOf } from "./errors";

const maximumItems = 20;

type Item = {
  id: string;
  method: string;
  url: string;
  headers: Record<string, string>;
  body: unknown;
  dependsOn: readonly string[];
};
type Part = { id: string; status: number; headers: Record<string, string>; body: unknown };

/** Runs each item by itself: it is throttled, refused and answered as if it had come alone. */
export const handleBatch = async (
  call: Call,
  answer: (inner: Call, path: string) => Promise<Answer>,
): Promise<Answer> => {
  if (call.request.method !== "POST")
    throw new Refusal(405, "Request_BadRequest", "Specified HTTP method is not allowed for the request target.");
  const items = await itemsOf(call.request);
  const parts = new Map<string, Promise<Part>>();
  const run = (item: Item): Promise<Part> => {
    const known = parts.get(item.id);
    if (known) return known;
    const part = Promise.all(item.dependsOn.map((id) => run(itemOf(items, id)))).then((needed) =>
      needed.some(({ status }) => status >= 400) ? failedDependency(call, item) : runOne(call, item, answer),
    );
    parts.set(item.id, part);
    return part;
  };
  const responses = await Promise.all(items.map(run));
  // Graph promises no order, so none is kept that a client could come to rely on.
  return { status: 200, headers: {}, body: { responses: responses.reverse() } };
};

const itemOf = (items: readonly Item[], id: string): Item => {
  const item = items.find((candidate) => candidate.id === id);
  if (!item) throw badRequest(`Invalid batch payload format: dependsOn names the unknown request '${id}'.`);
  return item;
};

const failedDependency = (call: Call, { id }: Item): Part => {
  const refusal = new Refusal(424, "FailedDependency", "The request was not run because one it depends on failed.");
  return { id, status: 424, headers: json, body: errorBody(refusal, requestIdsOf(call), call.now) };
};

const json = { "Cache-Control": "no-cache", "Content-Type": "application/json" };

const runOne = async (
  call: Call,
  item: Item,
  answer: (inner: Call, path: string) => Promise<Answer>,
): Promise<Part> => {
  const ids = requestIdsOf(call);
  try {
    const inner = innerCall(call, item);
    const { status, headers, body } = await answer(inner.call, inner.path);
    return { id: item.id, status, headers: { ...json, ...headers }, body };
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    const body = errorBody(problem, ids, call.now);
    return { id: item.id, status: problem.status, headers: { ...json, ...problem.more.headers }, body };
  }
};

const innerCall = (call: Call, item: Item): { call: Call; path: string } => {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(item.url))
    throw badRequest(`The url '${item.url}' of a batched request must be relative.`);
  const relative = item.url.startsWith("/") ? item.url : `/${item.url}`;
  const url = new URL(`/v1.0${relative}`, call.origin);
  const path = url.pathname.slice("/v1.0".length);
  if (!url.pathname.startsWith("/v1.0/")) throw badRequest(`Resource not found for the segment '${item.url}'.`);
  if (/^\/\$batch\/?$/i.test(path)) throw badRequest("A batch cannot hold a batch.");
  const hasBody = item.body !== undefined && item.method !== "GET";
  const request = new Request(url, {
    method: item.method,
    headers: item.headers,
    ...(hasBody && { body: JSON.stringify(item.body) }),
  });
  if (hasBody && !new Headers(item.headers).has("content-type")) throw unreadable();
  return { call: { ...call, request, url }, path };
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const malformed = (why: string) => badRequest(`Invalid batch payload format: ${why}`);

const itemsOf = async (request: Request): Promise<Item[]> => {
  let payload: unknown;
  try {
    payload = JSON.parse(await request.text());
  } catch {
    throw malformed("the body is not JSON.");
  }
  const requests = isRecord(payload) ? payload.requests : undefined;
  if (!Array.isArray(requests) || requests.length === 0) throw malformed("'requests' must be a non-empty array.");
  if (requests.length > maximumItems)
    throw badRequest(`Number of batch request steps exceeds the maximum value of ${maximumItems}.`);
  const items = requests.map(toItem);
  const ids = new Set(items.map(({ id }) => id.toLowerCase()));
  if (ids.size < items.length) throw malformed("every request needs an 'id' of its own.");
  refuseCycles(items);
  return items;
};

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

const toItem = (value: unknown): Item => {
  if (!isRecord(value)) throw malformed("a request is not an object.");
  const { id, method, url, headers = {}, body, dependsOn = [] } = value;
  if (typeof id !== "string" || id === "") throw malformed("'id' is required and must be a string.");
  if (typeof method !== "string" || !methods.includes(method.toUpperCase()))
    throw malformed(`request '${id}' has no valid 'method'.`);
  if (typeof url !== "string" || url === "") throw malformed(`request '${id}' has no 'url'.`);
  if (!isRecord(headers) || !Array.isArray(dependsOn)) throw malformed(`request '${id}' is not readable.`);
  return {
    id,
    method: method.toUpperCase(),
    url,
    headers: readHeaders(id, headers),
    body,
    dependsOn: dependsOn.map(String),
  };
};

const readHeaders = (id: string, headers: Record<string, unknown>): Record<string, string> => {
  try {
    const texts = Object.entries(headers).map(([name, text]) => [name, String(text)]);
    return Object.fromEntries(new Headers(Object.fromEntries(texts)));
  } catch {
    throw malformed(`request '${id}' has headers that HTTP does not allow.`);
  }
};

const refuseCycles = (items: readonly Item[]) => {
  const finished = new Set<string>();
  const visit = (item: Item, path: readonly string[]) => {
    if (path.includes(item.id)) throw malformed(`the requests ${path.join(", ")} depend on each other.`);
    if (finished.has(item.id)) return;
    for (const id of item.dependsOn) visit(itemOf(items, id), [...path, item.id]);
    finished.add(item.id);
  };
  for (const item of items) visit(item, []);
};
