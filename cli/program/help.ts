import type { Command, CommandTitle, Option } from "./command";

const width = 100;

/** The manual page of one command. */
export function helpOf({ name, summary }: CommandTitle, { usage, options, manual }: Command): string {
  const sections = [
    `fresnel ${name}: ${summary}`,
    `Usage\n${wrapped(`fresnel ${name} ${usage}`.trim(), 2, 6)}`,
    ...manual.map(({ heading, text }) => `${heading}\n${paragraphs(text)}`),
    `Options\n${Object.entries(options).map(optionHelp).join("\n")}\n${optionHelp(["help", help])}`,
  ];
  return `${sections.join("\n\n")}\n`;
}

const help: Option = { type: "boolean", short: "h", help: "Print this text." };

export function helpOfAll(commands: readonly CommandTitle[]): string {
  const longest = Math.max(...commands.map(({ name }) => name.length));
  return `fresnel: what a managed service provider holds on Azure Lighthouse, for pipelines and terminals

Usage
  fresnel <command> [options]

Commands
${commands.map(({ name, summary }) => `  ${name.padEnd(longest)}  ${summary}`).join("\n")}

"fresnel <command> --help" explains a command, its output and its exit codes. Results go to standard output, everything
else to standard error. Output is the same whether or not a terminal reads it, but for colours.
`;
}

function optionHelp([name, option]: [string, Option]): string {
  const value = option.type === "boolean" ? "" : ` <${option.choices?.join("|") ?? option.value ?? "value"}>`;
  const shown = option.bare === undefined ? value : ` [${option.choices?.join("|") ?? ""}]`;
  const head = `  ${option.short ? `-${option.short}, ` : ""}--${name}${shown}`;
  return `${head}\n${wrapped(option.help, 6, 6)}`;
}

/** Lines that are indented stay as they are: they are examples. */
const paragraphs = (text: string): string =>
  text
    .trim()
    .split("\n\n")
    .map((paragraph) =>
      paragraph.startsWith("  ")
        ? paragraph
            .split("\n")
            .map((line) => `  ${line}`)
            .join("\n")
        : paragraph
            .split(/\n(?=- )/)
            .map((line) => wrapped(line.replace(/\s+/g, " "), 2, line.startsWith("- ") ? 4 : 2))
            .join("\n"),
    )
    .join("\n\n");

function wrapped(text: string, first: number, rest: number): string {
  const lines: string[] = [];
  let line = " ".repeat(first);
  let isEmpty = true;
  for (const word of text.split(" ")) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = " ".repeat(rest);
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line].join("\n");
}
