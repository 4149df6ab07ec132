import type { Problem, SourceState } from "@/lib/domain/coverage";
import { isSpokenFor } from "@/lib/domain/coverage";
import type { InventoryFile } from "@/lib/inventory-file/inventory-file";
import { shown, tableText } from "../program/print";

type Read = Pick<InventoryFile, "inventory" | "directory" | "tenant" | "roleAssignments" | "identities">;
type Part = Readonly<{ name: string; state: SourceState; read: number; expected: number | undefined }>;

const count = (number: number | undefined) => number?.toLocaleString("en") ?? "?";

export function partsOf({ inventory, directory, tenant, roleAssignments, identities }: Read): Part[] {
  const named = (parts: Readonly<Record<string, Omit<Part, "name">>>, prefix = ""): Part[] =>
    Object.entries(parts).map(([name, { state, read, expected }]) => ({ name: prefix + name, state, read, expected }));
  return [
    ...named(inventory.coverage.sources),
    ...named(directory?.coverage.parts ?? {}, "directory: "),
    ...named(tenant?.coverage.parts ?? {}, "tenant: "),
    ...named(roleAssignments?.coverage.parts ?? {}),
    ...named(identities?.coverage.parts ?? {}),
  ];
}

/** What was read of what there is, and everything that could not be seen, with what to do about it. */
export function reportOf(read: Read): string {
  const parts = partsOf(read).map(({ name, state, read: got, expected }) => [name, state, count(got), count(expected)]);
  const { subscriptions } = read.inventory.coverage;
  const spoken = [...subscriptions.values()].filter(isSpokenFor).length;
  return [
    tableText(["READ FROM AZURE", "STATE", "READ", "OF"], parts).trimEnd(),
    `${count(spoken)} of ${count(subscriptions.size)} subscriptions answered.`,
    ...problemsOf(read),
  ].join("\n");
}

const most = 20;

function problemsOf({ inventory, directory, tenant, roleAssignments, identities }: Read): string[] {
  const all: Pick<Problem, "what" | "why" | "fix">[] = [
    ...inventory.coverage.problems,
    ...(directory?.coverage.problems ?? []),
    ...(tenant?.coverage.problems ?? []),
    ...(roleAssignments?.coverage.problems ?? []),
    ...(identities?.coverage.problems ?? []),
  ];
  const lines = all
    .slice(0, most)
    .map(({ what, why, fix }) => `not seen: ${shown(what)}: ${shown(why)}${fix ? ` ${shown(fix)}` : ""}`);
  return all.length > most ? [...lines, `and ${count(all.length - most)} more that could not be seen.`] : lines;
}
