import { defaultPolicy, type Policy } from "@/lib/domain/findings/policy/policy";
import { readPolicy } from "@/lib/domain/findings/policy/read-policy";
import type { Given, Option } from "../program/command";
import type { Io } from "../program/io";
import { Refused } from "../program/refused";

export const policyOption: Option = {
  type: "string",
  value: "file",
  help: 'Which rules are on, how severe they are and where their limits lie, as docs/findings-policy.md describes: {"rules": {"LH-SEC-001": "off"}}.',
};

/** The policy that was given, or else ours. @throws {Refused} with every mistake, each with its line and path */
export function policyGiven(given: Given, io: Pick<Io, "read">): Policy {
  const name = given.text("policy");
  if (name === undefined) return defaultPolicy;
  const read = readPolicy(io.read(name));
  if (read.kind === "policy") return read.policy;
  const mistakes = read.problems.map(
    ({ path, line, message }) => `${name}:${line}: ${path ? `${path}: ` : ""}${message}`,
  );
  throw new Refused(mistakes.join("\n"));
}
