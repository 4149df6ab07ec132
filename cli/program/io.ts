import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Azure } from "@/lib/azure/client";
import type { Given } from "./command";
import { Refused } from "./refused";

/** What a command has of the world around it. */
export type Io = Readonly<{
  /** Results go here, and nothing else does. */
  out: (text: string) => void;
  /** Progress, warnings and errors, each with its line end. */
  note: (text: string) => void;
  /** Shows a line in place of the one shown before, for a person who waits. */
  rewrite: (text: string) => void;
  /** Whether a person reads along, on each of the two. */
  isTerminal: Readonly<{ out: boolean; note: boolean }>;
  /** Reads a text file, from standard input where the name is "-". @throws {Refused} */
  read: (name: string) => string;
  /** A path as the person meant it, made absolute. */
  path: (name: string) => string;
  env: Readonly<Record<string, string | undefined>>;
  /** Signs in as the options and the environment say. @throws {Refused} */
  signIn: (given: Given) => Promise<Azure>;
}>;

export function processIo(): Io {
  const { env, stdout, stderr } = process;
  // npm runs scripts in the package's folder, and says where it was called.
  const folder = env["npm_lifecycle_event"] === "fresnel" && env["INIT_CWD"] ? env["INIT_CWD"] : process.cwd();
  const path = (name: string) => resolve(folder, name);
  const isPlain = Boolean(env["NO_COLOR"]) || env["TERM"] === "dumb";
  return {
    out: (text) => void stdout.write(text),
    note: (text) => void stderr.write(`${text}\n`),
    rewrite: (text) => void stderr.write(`\r\u001b[K${text.slice(0, Math.max(20, (stderr.columns ?? 80) - 1))}`),
    isTerminal: { out: stdout.isTTY === true && !isPlain, note: stderr.isTTY === true && !isPlain },
    read: (name) => decoded(bytesOf(name, path)),
    path,
    env,
    // Most commands need nobody signed in, and what signs in is large.
    signIn: async (given) => (await import("../azure/sign-in")).signIn(given, { env, path }),
  };
}

function bytesOf(name: string, path: (name: string) => string): Buffer {
  try {
    return readFileSync(name === "-" ? 0 : path(name));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new Refused(
      `${name} ${reasons[code] ?? `cannot be read: ${error instanceof Error ? error.message : code}`}.`,
    );
  }
}

const reasons: Readonly<Record<string, string | undefined>> = {
  ENOENT: "does not exist",
  EACCES: "may not be read by you",
  EISDIR: "is a folder, not a file",
  ERR_STRING_TOO_LONG: "is too large to be read",
};

/** Windows PowerShell writes what it redirects as UTF-16. */
function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString("utf16le", 2);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return Buffer.from(bytes.subarray(2)).swap16().toString("utf16le");
  return bytes.toString("utf8");
}
