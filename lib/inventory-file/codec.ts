/*
 * Values as JSON and back, so that what is read equals what was written: maps, and fields that are there and undefined. Of
 * the two, undefined is everywhere in an inventory and null only in Azure's own records, so null stands for the former.
 */
const mark = "$";

const plain: ReadonlySet<unknown> = new Set([Object.prototype, null]);

export function encode(value: unknown): unknown {
  if (value === undefined) return null;
  if (value === null) return { [mark]: "null" };
  if (value instanceof Map)
    return { [mark]: "map", entries: Array.from(value, ([key, one]) => [encode(key), encode(one)]) };
  if (Array.isArray(value)) return value.map(encode);
  if (typeof value !== "object") return value;
  if (!plain.has(Object.getPrototypeOf(value))) throw new TypeError("An inventory holds maps and plain objects only.");
  const entries = Object.entries(value).map(([name, one]) => [name, encode(one)] as const);
  return Object.hasOwn(value, mark) ? { [mark]: "object", entries } : Object.fromEntries(entries);
}

/** Thrown with the path to what was never written by `encode`. */
export class CodecError extends Error {
  override readonly name = "CodecError";
  constructor(
    readonly path: readonly (string | number)[],
    message: string,
  ) {
    super(message);
  }
}

type Path = readonly (string | number)[];

const deepest = 300;

/** @throws {CodecError} */
export function decode(value: unknown, path: Path = []): unknown {
  if (path.length > deepest) throw new CodecError(path.slice(0, 3), "is nested too deep");
  if (value === null) return undefined;
  if (Array.isArray(value)) return value.map((one, at) => decode(one, [...path, at]));
  if (typeof value !== "object") return value;
  const kind = (value as Readonly<Record<string, unknown>>)[mark];
  if (kind === undefined)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, decode(one, [...path, name])]));
  if (kind === "null") return null;
  const { entries } = value as { entries?: unknown };
  if (!Array.isArray(entries) || !entries.every((one) => Array.isArray(one) && one.length === 2))
    throw new CodecError([...path, "entries"], "should be a list of pairs");
  const pairs = (entries as [unknown, unknown][]).map(
    ([key, one], at) => [decode(key, [...path, "entries", at, 0]), decode(one, [...path, "entries", at, 1])] as const,
  );
  if (kind === "map") return new Map(pairs);
  if (kind === "object") return Object.fromEntries(pairs as (readonly [string, unknown])[]);
  throw new CodecError([...path, mark], `is no mark of this format: ${JSON.stringify(kind)}`);
}
