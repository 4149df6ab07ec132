import type { z } from "zod";
import { type Problem, WorldFileError } from "./problem";
import { type Document, JsonProblem, type Path, readJson } from "./read-json";
import { type WorldFile, worldFile } from "./schema";

/** Where a parsed file came from, for problems that show only when its world is made. */
const origins = new WeakMap<WorldFile, { name: string; lineOf: Document["lineOf"] }>();

/** Reads a world file; throws a WorldFileError that names file, line and path of everything that is wrong. */
export function parseWorldFile(text: string, name: string): WorldFile {
  const document = read(text, name);
  const result = worldFile.safeParse(document.value);
  if (result.success) {
    origins.set(result.data, { name, lineOf: document.lineOf });
    return result.data;
  }
  throw new WorldFileError(
    result.error.issues.flatMap((issue) => problemsOf(issue, document)),
    name,
  );
}

/** The same for a file that was already an object, such as a test's. */
export function checkWorldFile(file: WorldFile): WorldFile {
  if (origins.has(file)) return file;
  const result = worldFile.safeParse(file);
  if (result.success) return result.data;
  const document = { value: file, lineOf: () => 0 };
  throw new WorldFileError(
    result.error.issues.flatMap((issue) => problemsOf(issue, document)).map(({ path, message }) => ({ path, message })),
  );
}

/** Problems found while the world was made, with the lines of the file they come from. */
export function problemsIn(file: WorldFile, problems: readonly Problem[]): WorldFileError {
  const origin = origins.get(file);
  return origin
    ? new WorldFileError(
        problems.map((problem) => ({ ...problem, line: origin.lineOf(problem.path) })),
        origin.name,
      )
    : new WorldFileError(problems);
}

function read(text: string, name: string): Document {
  try {
    return readJson(text);
  } catch (error) {
    if (error instanceof JsonProblem)
      throw new WorldFileError([{ path: [], message: error.message, line: error.line }], name);
    throw error;
  }
}

function problemsOf(issue: z.core.$ZodIssue, { value, lineOf }: Document): Problem[] {
  const path = issue.path.filter((part) => typeof part !== "symbol");
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ path: [...path, key], message: "unknown key", line: lineOf([...path, key]) }));
  const line = lineOf(path);
  const missing = path.length > 0 && at(value, path) === undefined ? "missing, " : "";
  if (issue.code === "invalid_type") return [{ path, message: `${missing}expected ${named(issue.expected)}`, line }];
  if (issue.code === "invalid_value") return [{ path, message: `${missing}expected ${anyOf(issue.values)}`, line }];
  if (issue.code === "invalid_union" && issue.discriminator !== undefined)
    return [{ path, message: `${missing}expected one of the kinds that docs/world-files.md lists`, line }];
  return [{ path, message: issue.message, line }];
}

const anyOf = (values: readonly unknown[]) => values.map((each) => JSON.stringify(each)).join(" or ");

const named = (type: string) => (type === "int" ? "a whole number" : `${/^[aeiou]/.test(type) ? "an" : "a"} ${type}`);

function at(value: unknown, path: Path): unknown {
  let found = value;
  for (const part of path) {
    if (typeof found !== "object" || found === null) return undefined;
    found = (found as Record<string | number, unknown>)[part];
  }
  return found;
}
