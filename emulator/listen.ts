import type { Server } from "node:net";

const firstPort = 4400;
const portsToTry = 200;

/**
 * Makes the servers listen on one port of both loopback addresses. Port 0 means the next free one from 4400. A machine
 * without IPv6 gets the first server only. Rejects with a plain sentence when the port is taken.
 */
export async function listenOnLoopback(v4: Server, v6: Server, port: number): Promise<number> {
  if (port !== 0) {
    if (await listenOnBoth(v4, v6, port)) return port;
    throw new Error(`Port ${port} is in use. Choose another with --port, or leave it out for the next free one.`);
  }
  for (let candidate = firstPort; candidate < firstPort + portsToTry; candidate += 1) {
    if (await listenOnBoth(v4, v6, candidate)) return candidate;
  }
  throw new Error(`No port from ${firstPort} to ${firstPort + portsToTry - 1} is free.`);
}

async function listenOnBoth(v4: Server, v6: Server, port: number): Promise<boolean> {
  if ((await listen(v4, port, "127.0.0.1")) !== "listening") return false;
  if ((await listen(v6, port, "::1")) !== "inUse") return true;
  await new Promise((resolve) => v4.close(resolve));
  return false;
}

function listen(server: Server, port: number, host: string): Promise<"listening" | "inUse" | "noSuchAddress"> {
  return new Promise((resolve, reject) => {
    const settle = (result: "listening" | "inUse" | "noSuchAddress") => {
      server.off("error", onError).off("listening", onListening);
      resolve(result);
    };
    const onListening = () => settle("listening");
    const onError = (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") settle("inUse");
      else if (host === "::1") settle("noSuchAddress");
      else reject(error);
    };
    server.on("error", onError).on("listening", onListening);
    server.listen({ port, host });
  });
}
