import { AzureError, malformed, unreachable } from "./errors";
import { errorOfPart } from "./answer-error";
import { createHttpHeaders } from "@azure/core-rest-pipeline";
import { retryAfterMs } from "./pipeline/retry-after";
import { parsed, type ServiceClient } from "./service-client";
import { countOf, MalformedRecord, objectOf, textOf } from "./wire";

export const mostParts = 20;
const rounds = 6;

/** An address below the version, with the headers that it needs if any. */
export type BatchPath = string | Readonly<{ url: string; headers: Readonly<Record<string, string>> }>;

/** Each part's body, or why it has none. */
export type Part = Readonly<{ body: unknown } | { error: AzureError }>;

/**
 * Many GETs of Microsoft Graph in few requests, answered in the order asked. Parts that are throttled or fail by chance
 * are asked again; a batch that fails as a whole is the error of each of its parts. Rejects only when cancelled.
 */
export async function batchGet(
  graph: ServiceClient,
  paths: readonly BatchPath[],
  { needs, signal }: { needs: string; signal?: AbortSignal | undefined },
): Promise<readonly Part[]> {
  const chunks: (readonly BatchPath[])[] = [];
  for (let at = 0; at < paths.length; at += mostParts) chunks.push(paths.slice(at, at + mostParts));
  const parts = await Promise.all(chunks.map((chunk) => batch(graph, chunk, needs, signal)));
  return parts.flat();
}

/**
 * One GET for each id, in the order of the ids. A first batch shows whether the permission is there at all: a thousand
 * refusals would tell no more than twenty do.
 */
export async function batchGetEach<Id>(
  graph: ServiceClient,
  ids: readonly Id[],
  path: (id: Id) => string,
  options: { needs: string; signal?: AbortSignal | undefined },
): Promise<readonly (readonly [Id, Part])[]> {
  const first = await batchGet(graph, ids.slice(0, mostParts).map(path), options);
  const [refused] = first;
  const isClosed = refused && first.every((part) => "error" in part && part.error.kind === "refused");
  const rest = isClosed
    ? ids.slice(mostParts).map(() => refused)
    : await batchGet(graph, ids.slice(mostParts).map(path), options);
  const parts = [...first, ...rest];
  return ids.flatMap((id, index) => {
    const part = parts[index];
    return part ? [[id, part] as const] : [];
  });
}

async function batch(
  graph: ServiceClient,
  paths: readonly BatchPath[],
  needs: string,
  signal: AbortSignal | undefined,
): Promise<readonly Part[]> {
  const parts: Part[] = paths.map(() => ({ error: unreachable("graph") }));
  let open = paths.map((_, index) => index);
  for (let round = 1; open.length > 0; round++) {
    let answers: ReadonlyMap<number, Answered>;
    try {
      answers = await ask(graph, paths, open, needs, signal);
    } catch (error) {
      if (!(error instanceof AzureError) || error.kind === "cancelled") throw error;
      for (const index of open) parts[index] = { error };
      break;
    }
    const again: number[] = [];
    let pause: number | undefined;
    for (const index of open) {
      const answer = answers.get(index);
      if (!answer) {
        parts[index] = { error: malformed("graph", "a batch came back with a part missing.") };
        again.push(index);
        continue;
      }
      const isSuccess = answer.status >= 200 && answer.status < 300;
      parts[index] = isSuccess
        ? { body: answer.body }
        : { error: errorOfPart("graph", answer.status, answer.body, needs) };
      if (answer.status === 429 || answer.status >= 500) again.push(index);
      if (answer.status === 429) pause = Math.max(pause ?? 0, answer.retryAfterMs ?? 0);
    }
    if (round === rounds) break;
    open = again;
    if (pause !== undefined) graph.shut(pause || undefined);
    else if (open.length > 0) await graph.pause(500 * 2 ** round * (0.5 + graph.clock.random() / 2), signal);
  }
  return parts;
}

type Answered = Readonly<{ status: number; body: unknown; retryAfterMs: number | undefined }>;

async function ask(
  graph: ServiceClient,
  paths: readonly BatchPath[],
  open: readonly number[],
  needs: string,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<number, Answered>> {
  const requests = open.map((index) => {
    const path = paths[index];
    return { id: String(index), method: "GET", ...(typeof path === "string" ? { url: path } : path) };
  });
  const { body } = await graph.send({ method: "POST", path: "/v1.0/$batch", body: { requests }, needs, signal });
  return parsed(graph, () => {
    const responses = objectOf(body)?.["responses"];
    if (!Array.isArray(responses)) throw new MalformedRecord("responses", "is no list");
    const answers = responses.flatMap((response: unknown) => {
      const part = objectOf(response);
      const [index, status] = [countOf(part?.["id"]), countOf(part?.["status"])];
      if (index === undefined || status === undefined) return [];
      const answer: Answered = { status, body: part?.["body"], retryAfterMs: askedWait(part?.["headers"], graph) };
      return [[index, answer] as const];
    });
    return new Map(answers);
  });
}

function askedWait(raw: unknown, { clock }: ServiceClient): number | undefined {
  const headers = createHttpHeaders();
  for (const [name, value] of Object.entries(objectOf(raw) ?? {})) {
    const said = typeof value === "number" ? String(value) : textOf(value);
    if (said !== undefined) headers.set(name, said);
  }
  return retryAfterMs({ headers, bodyAsText: null }, clock.now());
}
