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

/** Steps to the value at hand; one list that grows and shrinks, since an estate has millions of values. */
export type Trail = (string | number)[];

/** Does something a step further down. */
export function within<Result>(trail: Trail, step: string | number, work: () => Result): Result {
  trail.push(step);
  const result = work();
  trail.pop();
  return result;
}

const deepest = 300;

/** @throws {CodecError} */
export function decode(value: unknown, trail: Trail = []): unknown {
  if (value === null) return undefined;
  if (typeof value !== "object") return value;
  if (trail.length > deepest) throw new CodecError(trail.slice(0, 3), "is nested too deep");
  if (Array.isArray(value)) return value.map((one, at) => within(trail, at, () => decode(one, trail)));
  const kind = (value as Readonly<Record<string, unknown>>)[mark];
  if (kind === undefined) {
    const read: Record<string, unknown> = {};
    for (const [name, one] of Object.entries(value)) {
      const decoded = within(trail, name, () => decode(one, trail));
      // Assigned, a field of this name would become the prototype.
      if (name === "__proto__") Object.defineProperty(read, name, { value: decoded, enumerable: true });
      else read[name] = decoded;
    }
    return read;
  }
  if (kind === "null") return null;
  const { entries } = value as { entries?: unknown };
  if (!Array.isArray(entries) || !entries.every((one) => Array.isArray(one) && one.length === 2))
    throw new CodecError([...trail, "entries"], "should be a list of pairs");
  const pairs = decode(entries, trail) as [unknown, unknown][];
  if (kind === "map") return new Map(pairs);
  if (kind === "object") return Object.fromEntries(pairs as [string, unknown][]);
  throw new CodecError([...trail, mark], `is no mark of this format: ${JSON.stringify(kind)}`);
}
