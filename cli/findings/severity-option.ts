import { isAtLeast, severities, type Severity } from "@/lib/domain/findings/severity";
import type { Given, Option } from "../program/command";

const leastByDefault: Severity = "low";

export const minSeverity: Option = {
  type: "string",
  choices: severities,
  help: `Report only findings of this severity and worse; ${leastByDefault} unless said otherwise.`,
};

/** Keeps what is severe enough. */
export function severeEnough<Item extends { severity: Severity }>(items: readonly Item[], given: Given): Item[] {
  const least = (given.text("min-severity") as Severity | undefined) ?? leastByDefault;
  return items.filter(({ severity }) => isAtLeast(severity, least));
}
