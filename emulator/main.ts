import { existsSync, readFileSync } from "node:fs";
import { readFlags, usage } from "./flags";
import { startEmulator } from "./server";
import { parseWorldFile, type WorldFile, worldNames } from "./worlds/worlds";

try {
  const { port, world, now } = readFlags(process.argv.slice(2));
  const emulator = await startEmulator({ port, world: readWorld(world), now });
  const end = () => void emulator.close().then(() => process.exit(0));
  process.once("SIGINT", end).once("SIGTERM", end);
  console.log(JSON.stringify(emulator.description));
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  process.exit(1);
}

function readWorld(name: string): WorldFile | string {
  if (worldNames.some((one) => one === name)) return name;
  if (existsSync(name)) return parseWorldFile(readFileSync(name, "utf8"), name);
  throw new Error(`There is no world '${name}': it is none of ${worldNames.join(", ")}, and no such file exists.`);
}
