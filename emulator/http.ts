import type { IncomingMessage, ServerResponse } from "node:http";
import type { Outcome } from "./front";

const maximumBodyBytes = 16 * 1024 * 1024;
const loopbackHost = /^(localhost|127\.0\.0\.1|\[::1\]|([a-z0-9-]+\.)+localhost)(:\d+)?$/i;

/**
 * Turns Node's request into a web-standard one, its body read to the end; a Response if it must be refused before.
 * Names that are not this machine's own are refused, so that no foreign page reaches the emulator by DNS rebinding.
 */
export async function readRequest(incoming: IncomingMessage): Promise<Request | Response> {
  const host = incoming.headers.host ?? "";
  if (!loopbackHost.test(host)) return new Response("This emulator answers on loopback only.\n", { status: 421 });
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    // The rest is read all the same: a connection left in the middle of a request cannot carry another.
    if (size <= maximumBodyBytes) chunks.push(chunk);
  }
  if (size > maximumBodyBytes) return new Response("The request body is too large.\n", { status: 413 });
  const headers = new Headers();
  for (let index = 0; index + 1 < incoming.rawHeaders.length; index += 2) {
    headers.append(incoming.rawHeaders[index] ?? "", incoming.rawHeaders[index + 1] ?? "");
  }
  const method = incoming.method ?? "GET";
  const body = chunks.length > 0 && method !== "GET" && method !== "HEAD" ? Buffer.concat(chunks) : null;
  const url = `http://${host}${incoming.url?.startsWith("/") ? incoming.url : "/"}`;
  return new Request(url, { method, headers, body });
}

/** Writes what became of a request to its connection. */
export async function writeOutcome(outcome: Outcome, outgoing: ServerResponse): Promise<void> {
  // A hanging request is left alone until the client gives up or the emulator ends.
  if (outcome.kind === "hang") return;
  if (outcome.kind === "reset") {
    outgoing.socket?.resetAndDestroy();
    return;
  }
  const { response, cutAfterBytes } = outcome;
  const body = Buffer.from(await response.arrayBuffer());
  outgoing.statusCode = response.status;
  const cookies = response.headers.getSetCookie();
  for (const [name, value] of response.headers) if (name !== "set-cookie") outgoing.setHeader(name, value);
  if (cookies.length > 0) outgoing.setHeader("Set-Cookie", cookies);
  if (response.status !== 204 && response.status !== 304) outgoing.setHeader("Content-Length", body.length);
  if (cutAfterBytes === undefined) {
    outgoing.end(body);
    return;
  }
  // The length promises the whole body, so the client can tell that the rest is missing. At least one byte is held back.
  const part = body.subarray(0, Math.min(cutAfterBytes, body.length - 1));
  outgoing.flushHeaders();
  outgoing.write(part, () => outgoing.socket?.destroy());
}
