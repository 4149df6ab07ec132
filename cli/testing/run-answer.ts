import { resolve } from "node:path";
import { readFileSync } from "node:fs";
import { answer } from "../main";
import type { Io } from "../program/io";
import { Refused } from "../program/refused";

/** Runs the command line within the test. Files are those given, then those on disk. */
export async function runAnswer(
  args: readonly string[],
  files: Readonly<Record<string, string>> = {},
  more: Partial<Io> = {},
) {
  let [out, notes] = ["", ""];
  const code = await answer(args, {
    out: (text) => void (out += text),
    note: (text) => void (notes += `${text}\n`),
    rewrite: () => undefined,
    isTerminal: { out: false, note: false },
    read(name) {
      if (Object.hasOwn(files, name)) return files[name] ?? "";
      if (!name.startsWith("../shared/")) throw new Refused(`${name} does not exist.`);
      return readFileSync(name, "utf8");
    },
    path: (name) => resolve(name),
    env: {},
    signIn: () => Promise.reject(new Refused("nobody is signed in.")),
    ...more,
  });
  return { code, out, notes };
}
