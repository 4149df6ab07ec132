import { givenTo } from "./program/arguments";
import type { Command, ExitCode } from "./program/command";
import { helpOf, helpOfAll } from "./program/help";
import { processIo, type Io } from "./program/io";
import { nearest } from "./program/nearest";
import { Refused, WrongUsage } from "./program/refused";
import { collect } from "./collect/command";
import { check } from "./check/command";
import { findings } from "./findings/command";
import { reach } from "./reach/command";
import { roles } from "./roles/command";

const commands: readonly Command[] = [collect, findings, reach, check, roles];

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
    if (name === undefined || name === "--help" || name === "-h" || name === "help") return help(rest[0], io);
    return await call(commandCalled(name), rest, io);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    io.note(`fresnel: ${error.message}`);
    if (error instanceof WrongUsage) io.note(`Try "fresnel ${isCommand(name) ? `${name} ` : ""}--help".`);
    return 2;
  }
}

function call(command: Command, args: readonly string[], io: Io): Promise<ExitCode> | ExitCode {
  const end = args.indexOf("--");
  if ((end < 0 ? args : args.slice(0, end)).some((arg) => arg === "--help" || arg === "-h"))
    return help(command.name, io);
  return command.run(givenTo(command, args), io);
}

function help(name: string | undefined, io: Io): ExitCode {
  io.out(name === undefined ? helpOfAll(commands) : helpOf(commandCalled(name)));
  return 0;
}

const isCommand = (name: string | undefined) => commands.some((command) => command.name === name);

function commandCalled(name: string): Command {
  const command = commands.find((one) => one.name === name);
  if (command) return command;
  const meant = nearest(
    name,
    commands.map((one) => one.name),
  );
  const is = name.startsWith("-") ? "option" : "command";
  throw new WrongUsage(`There is no ${is} ${JSON.stringify(name)}.${meant ? ` Did you mean "${meant}"?` : ""}`);
}
