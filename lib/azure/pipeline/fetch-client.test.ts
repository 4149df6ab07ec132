import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createAzure, type Azure } from "../client";
import { failure, managingTenant, publicCloud } from "../testing/scripted";

type Serve = (request: IncomingMessage, response: ServerResponse, count: number) => void;
const open: (() => void)[] = [];
afterEach(() => open.splice(0).forEach((close) => close()));

/** A real server on loopback, which Resource Manager's https name is reached at. */
async function reached(serve: Serve): Promise<{ azure: Azure; requests: string[] }> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.headers.host} ${request.url}`);
    serve(request, response, requests.length);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const azure = createAzure({
    cloud: { ...publicCloud, arm: { ...publicCloud.arm, reachedAt: `http://127.0.0.1:${port}` } },
    tenant: managingTenant,
    account: "ada",
    token: async () => ({ token: "t", expiresOn: Date.now() + 3_600_000 }),
    random: () => 0,
  });
  return { azure, requests };
}

const json = (response: ServerResponse, body: unknown) => {
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
};
const call = { path: "/subscriptions?api-version=2022-12-01" };

describe("over a real connection", () => {
  it("a service is reached where the cloud says, with its token, and named by its own name", async () => {
    let authorization: string | undefined;
    const { azure, requests } = await reached((request, response) => {
      authorization = request.headers.authorization;
      json(response, { name: "Žofie 木" });
    });
    expect(await azure.arm.send(call)).toMatchObject({ status: 200, body: { name: "Žofie 木" } });
    expect(requests).toEqual([expect.stringMatching(/^GET 127\.0\.0\.1:\d+ \/subscriptions\?api-version=2022-12-01$/)]);
    expect(authorization).toBe("Bearer t");
  });

  it.each<[string, Serve]>([
    ["within its head", (request) => request.socket.destroy()],
    [
      "within its body",
      (request, response) => {
        response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
        response.write('{"value":[');
        setTimeout(() => request.socket.destroy(), 20);
      },
    ],
    [
      "within a body of unknown length",
      (request, response) => {
        response.writeHead(200, { "content-type": "application/json" });
        response.write('{"value":[');
        setTimeout(() => request.socket.destroy(), 20);
      },
    ],
    ["after less than it promised", (_, response) => response.writeHead(200).end('{"value":[')],
  ])("an answer cut off %s is asked for again at once", async (_, cut) => {
    const { azure, requests } = await reached((request, response, count) =>
      count === 1 ? cut(request, response, count) : json(response, {}),
    );
    expect(await azure.arm.send(call)).toMatchObject({ status: 200 });
    expect(requests).toHaveLength(2);
  });

  it("a redirect is followed nowhere", async () => {
    const other = await reached((_, response) => json(response, { stolen: true }));
    const { azure } = await reached((_, response) =>
      response.writeHead(302, { location: "http://localhost:1/" }).end(),
    );
    const stop = AbortSignal.timeout(300);
    expect(await failure(azure.arm.send({ ...call, signal: stop }))).toMatchObject({ kind: "cancelled" });
    expect(other.requests).toEqual([]);
  });

  it("cancelling ends the connection too", async () => {
    const stop = new AbortController();
    let closed = () => {};
    const ended = new Promise<void>((resolve) => (closed = resolve));
    const { azure } = await reached((request) => {
      request.socket.on("close", closed);
      stop.abort();
    });
    expect(await failure(azure.arm.send({ ...call, signal: stop.signal }))).toMatchObject({ kind: "cancelled" });
    await ended;
  });

  it("nobody is sent a token without TLS, unless the cloud says that the service is reached so", async () => {
    const { azure, requests } = await reached((_, response) => json(response, {}));
    expect(await failure(azure.arm.send({ path: "http://management.azure.com/subscriptions" }))).toMatchObject({
      kind: "malformed",
    });
    expect(await failure(azure.arm.send({ path: "https://evil.example/" }))).toMatchObject({ kind: "malformed" });
    expect(requests).toEqual([]);
  });
});
