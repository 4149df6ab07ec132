import type { Path } from "./read-json";

export type Problem = { path: Path; message: string; line?: number };

/** What is wrong in a world file: one line of text for each problem, with file, line and path as far as they are known. */
export class WorldFileError extends Error {
  constructor(
    readonly problems: readonly Problem[],
    name?: string,
  ) {
    super(problems.map((problem) => describe(problem, name)).join("\n"));
    this.name = "WorldFileError";
  }
}

function describe({ path, message, line }: Problem, name: string | undefined): string {
  const place = [name, line].filter((part) => part !== undefined).join(":");
  return [place, pathText(path), message].filter((part) => part !== "").join(": ");
}

/** `customers[0].name`, with keys in quotes where they are not plain words. */
export function pathText(path: Path): string {
  return path
    .map((part, index) => {
      if (typeof part === "number") return `[${part}]`;
      if (!/^[\w$+-]+$/.test(part)) return `[${JSON.stringify(part)}]`;
      return index === 0 ? part : `.${part}`;
    })
    .join("");
}
