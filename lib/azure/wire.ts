import * as z from "zod/mini";

// zod would probe for eval, which the content security policy reports as an attack.
z.config({ jitless: true });

/** A record, or a part of one, that is not what Azure documents. `path` leads to it, as in value[3].properties. */
export type Malformed = Readonly<{ path: string; message: string }>;

/** Tells of a part that was left out while the rest of its record is kept. */
export type Report = (malformed: Malformed) => void;

/** Turns one record into what we use; throws `MalformedRecord` when something essential is missing. */
export type Parse<Item> = (raw: unknown, report: Report) => Item;

export class MalformedRecord extends Error {
  override readonly name = "MalformedRecord";
  constructor(
    readonly path: string,
    message: string,
  ) {
    super(message);
  }
}

/** A string that one of the domain's parsers accepts. */
export const id = <Id>(parser: (text: string) => Id | undefined) =>
  z.pipe(
    z.string(),
    z.transform((text: string, context) => {
      const parsed = parser(text);
      if (parsed !== undefined) return parsed;
      context.issues.push({ code: "custom", message: `is no valid id: ${quoted(text)}`, input: text });
      return z.NEVER;
    }),
  );

/** A string, where null and every other type mean that there is none. */
export const text = z.pipe(
  z.optional(z.unknown()),
  z.transform((value: unknown) => textOf(value)),
);

/** The same for an id: one that cannot be read counts as absent. */
export const maybe = <Id>(parser: (text: string) => Id | undefined) =>
  z.pipe(
    z.optional(z.unknown()),
    z.transform((value: unknown) => (typeof value === "string" ? parser(value) : undefined)),
  );

/** A whole number, also when it comes as a string. */
export const count = z.pipe(
  z.optional(z.unknown()),
  z.transform((value: unknown) => countOf(value)),
);

/** An array whose entries are judged one by one; null and absent are empty. */
export const entries = z.pipe(
  z.optional(z.unknown()),
  z.transform((value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])),
);

/** Parses with a schema; what is wrong is told with its path. */
export const read = <Schema extends z.ZodMiniType>(schema: Schema, raw: unknown, at = ""): z.output<Schema> => {
  const result = z.safeParse(schema, raw);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new MalformedRecord(joined(at, issue?.path ?? []), issue ? wordsFor(issue, raw) : "is not what was expected");
};

export const parser =
  <Schema extends z.ZodMiniType>(schema: Schema): Parse<z.output<Schema>> =>
  (raw) =>
    read(schema, raw);

/** Every record that can be read, and the others by path, counted from `first`. */
export function list<Item>(raw: readonly unknown[], parse: Parse<Item>, at: string, first = 0) {
  const items: Item[] = [];
  const malformed: Malformed[] = [];
  raw.forEach((record, index) => {
    const place = `${at}[${first + index}]`;
    try {
      items.push(parse(record, ({ path, message }) => malformed.push({ path: joined(place, [path]), message })));
    } catch (error) {
      if (!(error instanceof MalformedRecord)) throw error;
      malformed.push({ path: joined(place, [error.path]), message: error.message });
    }
  });
  return { items, malformed };
}

/** A page of ARM (`value`, `nextLink`) or Graph (`@odata.nextLink`); throws `MalformedRecord` if it is no page. */
export const page =
  <Item>(parse: Parse<Item>) =>
  (body: unknown): { items: Item[]; malformed: Malformed[]; nextLink: string | undefined } => {
    const value = objectOf(body)?.["value"];
    if (!Array.isArray(value)) throw new MalformedRecord("value", "is no list");
    const nextLink = textOf(objectOf(body)?.["nextLink"]) ?? textOf(objectOf(body)?.["@odata.nextLink"]);
    return { ...list(value, parse, "value"), nextLink };
  };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const objectOf = (value: unknown) => (isObject(value) ? value : undefined);

export const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

export const countOf = (value: unknown): number | undefined => {
  const number = typeof value === "string" && /^\d{1,15}$/.test(value.trim()) ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
};

const joined = (at: string, path: readonly PropertyKey[]): string =>
  path
    .filter((part) => part !== "")
    .reduce<string>(
      (whole, part) => (typeof part === "number" ? `${whole}[${part}]` : `${whole}${whole && "."}${String(part)}`),
      at,
    );

const quoted = (value: string) => JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);

function wordsFor(issue: z.core.$ZodIssue, raw: unknown): string {
  if (issue.code === "custom") return issue.message;
  const found = issue.path.reduce<unknown>((value, key) => objectOf(value)?.[String(key)], raw);
  const kind =
    found === undefined ? "missing" : found === null ? "null" : Array.isArray(found) ? "a list" : `a ${typeof found}`;
  return issue.code === "invalid_type" ? `should be a ${issue.expected}, is ${kind}` : "is not what was expected";
}
