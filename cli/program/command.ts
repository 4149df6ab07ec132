import type { Io } from "./io";

/** What a command ends with: nothing to report, something to report, not (wholly) answered. */
export type ExitCode = 0 | 1 | 2;

type OptionOf<Type> = Readonly<{
  type: Type;
  /** One letter. */
  short?: string;
  /** What stands for the value in the help: "file". */
  value?: string;
  multiple?: boolean;
  /** The only values there are. */
  choices?: readonly string[];
  /** The value may be left out, and then is this. */
  bare?: string;
  /** Starts with a capital, ends with a full stop. */
  help: string;
}>;
export type Option = OptionOf<"string"> | OptionOf<"boolean">;
export type Options = Readonly<Record<string, Option>>;

/** What was given. An option that was not given is absent. */
export type Given = Readonly<{
  text: (name: string) => string | undefined;
  texts: (name: string) => readonly string[];
  has: (name: string) => boolean;
  words: readonly string[];
}>;

export type CommandTitle = Readonly<{
  name: string;
  /** One line, for the list of commands. */
  summary: string;
}>;

export type Command = Readonly<{
  /** What follows the name, beside the options: "<template.json>". */
  usage: string;
  /** The most words that may stand beside the options. */
  mostWords: number;
  options: Options;
  /** The manual: paragraphs under headings. */
  manual: readonly Section[];
  run: (given: Given, io: Io) => Promise<ExitCode>;
}>;

export type Section = Readonly<{ heading: string; text: string }>;
