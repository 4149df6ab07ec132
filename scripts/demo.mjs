// npm run demo: the whole product on the emulator, from a fresh clone, in one command.
import { parseArgs } from "node:util";
import { ensureBuilt, ensureInstalled, requireNode } from "./prepare.mjs";
import { environmentFor, freePort, startApp, startEmulator } from "./serve.mjs";

const usage = `npm run demo -- [--world s|m|l|xl|xl+|<file>] [--port 3000] [--emulator-port 4400]

  --world           what exists: small to stretch, or a world file of your own (docs/world-files.md)
  --port            where the app answers; the next free port if it is taken
  --emulator-port   where the emulator answers, likewise
  --dev             the app with reload, for working on it`;

function flags() {
  try {
    const { values } = parseArgs({
      options: {
        world: { type: "string", default: "s" },
        port: { type: "string", default: "3000" },
        "emulator-port": { type: "string", default: "4400" },
        dev: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    for (const name of ["port", "emulator-port"]) {
      const port = Number(values[name]);
      if (!Number.isInteger(port) || port < 1 || port > 65_300)
        throw new Error(`--${name} is not a port: ${values[name]}`);
    }
    return values;
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`);
    process.exit(1);
  }
}

async function portFrom(wanted, whose) {
  const port = await freePort(wanted);
  if (port !== wanted) console.log(`Port ${wanted} is in use; ${whose} takes ${port}.`);
  return port;
}

const { world, port, "emulator-port": emulatorPort, dev, help } = flags();
if (help) {
  console.log(usage);
  process.exit(0);
}

const running = [];
let isStopping = false;
async function stop(code) {
  if (isStopping) return;
  isStopping = true;
  await Promise.all(running.map((program) => program.stop()));
  process.exit(code);
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void stop(0));

async function started(what, program) {
  console.log(`Starting ${what} …`);
  const result = await program;
  running.push(result);
  // Ctrl-C may have come while it started.
  if (isStopping) await result.stop();
  void result.ended.then(() => {
    if (isStopping) return;
    console.error(`${what[0].toUpperCase()}${what.slice(1)} stopped.`);
    void stop(1);
  });
  return result;
}

try {
  requireNode();
  await ensureInstalled();
  if (!dev && !(await ensureBuilt())) throw new Error("The build failed; its own words are above.");
  const emulator = await started(
    "the emulator",
    startEmulator({ port: await portFrom(Number(emulatorPort), "the emulator"), world }),
  );
  const appPort = await portFrom(Number(port), "the app");
  const env = environmentFor(emulator.description, appPort);
  const app = await started("the app", startApp({ port: appPort, env, dev }));

  const { personas, endpoints } = emulator.description;
  const width = Math.max(...personas.map(({ name }) => name.length));
  console.log(`
Fresnel   ${app.url}
Emulator  ${new URL(endpoints.resourceManager.reachedAt).origin}/_emulator/   (world ${world}; everything in it is invented)

Sign in as
${personas.map(({ name, shows }) => `  ${name.padEnd(width)}  ${shows}`).join("\n")}

Ctrl-C stops both.`);
} catch (error) {
  if (!isStopping) console.error(error.message);
  await stop(1);
}
