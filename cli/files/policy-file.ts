import { parsePolicy, PolicyError } from "@/lib/domain/findings/policy/parse-policy";
import type { Policy } from "@/lib/domain/findings/policy/policy";
import type { Given, Option } from "../program/command";
import type { Io } from "../program/io";
import { Refused } from "../program/refused";

export const policyOption: Option = {
  type: "string",
  value: "file",
  help: 'Which rules are on, how severe they are and on which numbers they turn: {"rules": {"LH-SEC-001": "off"}, "thresholds": {...}}.',
};

/** The policy that was given, if one was. @throws {Refused} with path and line */
export function policyGiven(given: Given, io: Pick<Io, "read">): Policy | undefined {
  const name = given.text("policy");
  if (name === undefined) return undefined;
  const text = io.read(name);
  try {
    return parsePolicy(text);
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    const { line, path, message } = error;
    throw new Refused(`${name}:${line}: ${path ? `${path} ` : "this is no JSON: "}${message}.`);
  }
}
