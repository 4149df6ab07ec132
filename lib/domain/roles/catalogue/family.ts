import type { CataloguedOperation, Gives } from "./gives";

/**
 * For each resource type, the operations below it by what they give, with spaces between them. `{a,b}` stands for a and b,
 * and what names no verb ends in /action.
 */
export type Families = Readonly<Record<string, Readonly<Partial<Record<Gives, string>>>>>;

export const operationsOf = (families: Families): CataloguedOperation[] =>
  Object.entries(families).flatMap(([type, kinds]) =>
    Object.entries(kinds).flatMap(([gives, words]) =>
      words
        .split(" ")
        .flatMap(spread)
        .map((name) => ({ operation: `${type}/${withVerb(name)}`, gives: gives as Gives })),
    ),
  );

function spread(name: string): string[] {
  const [from, to] = [name.indexOf("{"), name.indexOf("}")];
  if (from < 0 || to < from) return [name];
  const [before, choices, after] = [name.slice(0, from), name.slice(from + 1, to), name.slice(to + 1)];
  return choices.split(",").flatMap((choice) => spread(before + choice + after));
}

const withVerb = (name: string) =>
  ["/read", "/write", "/delete", "/action"].some((verb) => `/${name}`.endsWith(verb)) ? name : `${name}/action`;
