import { parseArgs } from "node:util";
import type { Command, CommandTitle, Given, Option, Options } from "./command";
import { nearest } from "./nearest";
import { WrongUsage } from "./refused";

type Called = Pick<CommandTitle, "name"> & Pick<Command, "options" | "mostWords">;

/** Reads what follows a command's name. @throws {WrongUsage} */
export function givenTo(command: Called, args: readonly string[]): Given {
  const { options, mostWords } = command;
  const { tokens } = parseArgs({
    args: withBareValues(args, options),
    options: Object.fromEntries(
      Object.entries(options).map(([name, { type, short }]) => [name, { type, ...(short && { short }) }]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const values = new Map<string, string[]>();
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind !== "option") continue;
    const { name, rawName, value } = token;
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    if (!option) throw new WrongUsage(unknown(rawName, command));
    const earlier = values.get(name) ?? [];
    if (earlier.length > 0 && !option.multiple) throw new WrongUsage(`${rawName} is given twice.`);
    values.set(name, [...earlier, checked(rawName, option, value)]);
  }
  const surplus = words[mostWords];
  if (surplus !== undefined)
    throw new WrongUsage(`fresnel ${command.name} does not expect ${JSON.stringify(surplus)}.`);
  return {
    text: (name) => values.get(name)?.[0],
    texts: (name) => values.get(name) ?? [],
    has: (name) => values.has(name),
    words,
  };
}

/** An option whose value may be left out takes the next word only if it is one of its choices. */
function withBareValues(args: readonly string[], options: Options): string[] {
  return args.flatMap((arg, at) => {
    const option = arg.startsWith("--") && Object.hasOwn(options, arg.slice(2)) ? options[arg.slice(2)] : undefined;
    if (option?.bare === undefined || (args.indexOf("--") !== -1 && at > args.indexOf("--"))) return [arg];
    return option.choices?.includes(args[at + 1] ?? "") ? [arg] : [`${arg}=${option.bare}`];
  });
}

function checked(name: string, option: Option, value: string | undefined): string {
  if (option.type === "boolean") {
    if (value !== undefined) throw new WrongUsage(`${name} takes no value.`);
    return "";
  }
  // A word that begins with a dash is far more often the next option than a value.
  if (value === undefined || value === "" || (value.startsWith("-") && value.length > 1))
    throw new WrongUsage(`${name} needs a value: ${name} <${option.value ?? "value"}>.`);
  if (option.choices && !option.choices.includes(value)) {
    const meant = nearest(value, option.choices);
    throw new WrongUsage(
      `${name} is ${option.choices.join(", ")}, not ${JSON.stringify(value)}.${meant ? ` Did you mean ${meant}?` : ""}`,
    );
  }
  return value;
}

function unknown(rawName: string, { name, options }: Called): string {
  const meant = nearest(rawName.replace(/^-+/, ""), [...Object.keys(options), "help"]);
  return `fresnel ${name} knows no option ${rawName}.${meant ? ` Did you mean --${meant}?` : ""}`;
}
