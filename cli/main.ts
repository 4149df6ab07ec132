import { givenTo } from "./program/arguments";
import type { Command, CommandTitle, ExitCode } from "./program/command";
import { helpOf, helpOfAll } from "./program/help";
import { processIo, type Io } from "./program/io";
import { nearest } from "./program/nearest";
import { Refused, WrongUsage } from "./program/refused";

/** Each is loaded when it is called: what one of them needs is nothing that the others should wait for. */
const commands: readonly (CommandTitle & Readonly<{ load: () => Promise<Command> }>)[] = [
  {
    name: "collect",
    summary: "read everything that is delegated into an inventory file",
    load: async () => (await import("./collect/command")).collect,
  },
  {
    name: "findings",
    summary: "which grants are dangerous, why, and how to mend them",
    load: async () => (await import("./findings/command")).findings,
  },
  {
    name: "reach",
    summary: "what somebody reaches, or who reaches a customer or scope, and by which way",
    load: async () => (await import("./reach/command")).reach,
  },
  {
    name: "check",
    summary: "what is dangerous in an onboarding template, before it is deployed",
    load: async () => (await import("./check/command")).check,
  },
  {
    name: "roles",
    summary: "which roles Azure Lighthouse takes, and what they allow",
    load: async () => (await import("./roles/command")).roles,
  },
];

/** Runs the command line, and leaves its exit code to the process. */
export async function run(args: readonly string[]): Promise<void> {
  // Whoever reads along may have seen enough: `fresnel … | head`.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(process.exitCode);
  });
  try {
    process.exitCode = await answer(args, processIo());
  } catch (error) {
    // Node would end with 1, which says that something was found.
    console.error(error);
    process.exitCode = 2;
  }
}

/** Does what the arguments say. @throws what is nobody's fault but ours */
export async function answer(args: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = args;
  try {
    if (name === undefined || name === "--help" || name === "-h" || name === "help") return await help(rest[0], io);
    return await call(commandCalled(name), rest, io);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    io.note(`fresnel: ${error.message}`);
    if (error instanceof WrongUsage) io.note(`Try "fresnel ${isCommand(name) ? `${name} ` : ""}--help".`);
    return 2;
  }
}

async function call(title: (typeof commands)[number], args: readonly string[], io: Io): Promise<ExitCode> {
  const end = args.indexOf("--");
  if ((end < 0 ? args : args.slice(0, end)).some((arg) => arg === "--help" || arg === "-h"))
    return help(title.name, io);
  const command = await title.load();
  return command.run(givenTo({ ...title, ...command }, args), io);
}

async function help(name: string | undefined, io: Io): Promise<ExitCode> {
  if (name === undefined) io.out(helpOfAll(commands));
  else {
    const title = commandCalled(name);
    io.out(helpOf(title, await title.load()));
  }
  return 0;
}

const isCommand = (name: string | undefined) => commands.some((command) => command.name === name);

function commandCalled(name: string): (typeof commands)[number] {
  const command = commands.find((one) => one.name === name);
  if (command) return command;
  const meant = nearest(
    name,
    commands.map((one) => one.name),
  );
  const is = name.startsWith("-") ? "option" : "command";
  throw new WrongUsage(`There is no ${is} ${JSON.stringify(name)}.${meant ? ` Did you mean "${meant}"?` : ""}`);
}
