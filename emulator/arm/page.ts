import { badRequest } from "./errors";
import { queryOf, type ArmCall } from "./route";

/** One page of a list. The link to the next one repeats the request with a token that only fits the same list. */
export function listPage<Row>(call: ArmCall, rows: readonly Row[], show: (row: Row) => unknown): Response {
  const size = call.world.settings.armPageSize;
  const start = startOf(call);
  const value = rows.slice(start, start + size).map(show);
  const next = start + size;
  if (next >= rows.length) return Response.json({ value });

  const link = new URL(pathOf(call), call.origin);
  for (const [name, text] of call.url.searchParams) {
    if (name.toLowerCase() !== "$skiptoken") link.searchParams.append(name, text);
  }
  link.searchParams.append("$skiptoken", tokenFor(call, next));
  return Response.json({ value, nextLink: link.href });
}

/** With one slash in front: some clients send more, and a URL that begins with two would name a host. */
const pathOf = ({ url }: ArmCall) => url.pathname.replace(/^\/+/, "/");
const listOf = (call: ArmCall) => pathOf(call).toLowerCase();

const tokenFor = (call: ArmCall, start: number) =>
  Buffer.from(JSON.stringify({ start, list: listOf(call) })).toString("base64url");

function startOf(call: ArmCall): number {
  const token = queryOf(call, "$skiptoken");
  if (token === undefined) return 0;
  const content = decode(token);
  if (content && content.list === listOf(call) && Number.isInteger(content.start)) return Number(content.start);
  throw badRequest("InvalidSkipToken", `The skip token '${token}' is not valid for this request.`);
}

function decode(token: string): { start?: unknown; list?: unknown } | undefined {
  try {
    const content: unknown = JSON.parse(Buffer.from(token, "base64url").toString());
    return typeof content === "object" && content !== null ? content : undefined;
  } catch {
    return undefined;
  }
}
