import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { describeWorld, type Description } from "./admin/description";
import { type Clock, clockFrom } from "./clock";
import { Estate } from "./estate";
import { answer, type Front } from "./front";
import { readRequest, writeOutcome } from "./http";
import { listenOnLoopback } from "./listen";
import { warmUp } from "./resource-graph/answer/queries";
import { TokenSigner } from "./tokens";
import { parseWorldFile, type WorldFile } from "./worlds/worlds";

export type EmulatorOptions = {
  /** 0 for the next free port from 4400. */
  port?: number;
  /** The first world, a file's content or the name of one; S if absent. */
  world?: WorldFile | string;
  /** When the emulator's clock starts, or the clock itself. */
  now?: Date | Clock;
};
export type Emulator = { url: string; port: number; description: Description; close(): Promise<void> };

/** Starts an emulator on loopback; resolves when it answers. */
export async function startEmulator({
  port = 0,
  world = "s",
  now = new Date(),
}: EmulatorOptions = {}): Promise<Emulator> {
  const estate = new Estate(now instanceof Date ? clockFrom(now) : now);
  const realm = estate.create(
    typeof world === "string" ? parseWorldFile(JSON.stringify({ extends: world }), world) : world,
  );
  warmUp(realm.world);
  const front: Front = { estate, signer: await TokenSigner.create(), reachedAt: "" };

  const serve = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    respond(incoming, outgoing, front).catch((error: unknown) => {
      console.error(error);
      outgoing.destroy();
    });
  };
  const servers = [createServer(serve), createServer(serve)] as const;
  // Longer than clients keep idle connections, so that no request meets a connection that is just being closed.
  for (const server of servers) server.keepAliveTimeout = 120_000;
  const chosen = await listenOnLoopback(...servers, port);
  const url = `http://localhost:${chosen}`;
  front.reachedAt = url;
  const close = () => Promise.all(servers.map(closeServer)).then(() => undefined);
  return { url, port: chosen, description: describeWorld(realm, url), close };
}

async function respond(incoming: IncomingMessage, outgoing: ServerResponse, front: Front): Promise<void> {
  const request = await readRequest(incoming);
  const outcome =
    request instanceof Response ? { kind: "answer" as const, response: request } : await answer(request, front);
  await writeOutcome(outcome, outgoing);
}

function closeServer(server: ReturnType<typeof createServer>): Promise<void> {
  if (!server.listening) return Promise.resolve();
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
