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

/** What a part of an answer must be; gives it as we use it, and throws `MalformedRecord`, its path counted from there. */
export type Schema<Value> = (raw: unknown) => Value;
export type Output<Of> = Of extends Schema<infer Value> ? Value : never;

type Fields = Readonly<Record<string, Schema<unknown>>>;

/** An object with these fields; what else it has is left out. */
export const record = <Known extends Fields>(fields: Known) => {
  const schemas = Object.entries(fields);
  return (raw: unknown): { readonly [Name in keyof Known]: Output<Known[Name]> } => {
    const object = objectOf(raw);
    if (!object) throw new MalformedRecord("", unlike("an object", raw));
    const read: Record<string, unknown> = {};
    let at = "";
    try {
      for (const [name, schema] of schemas) read[(at = name)] = schema(object[name]);
    } catch (error) {
      throw error instanceof MalformedRecord ? new MalformedRecord(joined(at, error.path), error.message) : error;
    }
    // Every field was read by its own schema just now.
    return read as { [Name in keyof Known]: Output<Known[Name]> };
  };
};

/** null and absent count as undefined. */
export const optional =
  <Value>(schema: Schema<Value>): Schema<Value | undefined> =>
  (raw) =>
    raw === undefined || raw === null ? undefined : schema(raw);

export const anything: Schema<unknown> = (raw) => raw;

/** A string that one of the domain's parsers accepts. */
export const id =
  <Id>(parser: (text: string) => Id | undefined): Schema<Id> =>
  (raw) => {
    if (typeof raw !== "string") throw new MalformedRecord("", unlike("a string", raw));
    const parsed = parser(raw);
    if (parsed === undefined) throw new MalformedRecord("", `is no valid id: ${quoted(raw)}`);
    return parsed;
  };

/** The same for an id: one that cannot be read counts as absent. */
export const maybe =
  <Id>(parser: (text: string) => Id | undefined): Schema<Id | undefined> =>
  (raw) =>
    typeof raw === "string" ? parser(raw) : undefined;

/** A string, where null and every other type mean that there is none. */
export const text: Schema<string | undefined> = (raw) => textOf(raw);

/** An array whose entries are judged one by one; null and absent are empty. */
export const entries: Schema<readonly unknown[]> = (raw) => (Array.isArray(raw) ? raw : []);

/** Every record that can be read, and the others by path, counted from `first`. */
export function list<Item>(raw: readonly unknown[], parse: Parse<Item>, at: string, first = 0) {
  const items: Item[] = [];
  const malformed: Malformed[] = [];
  raw.forEach((record, index) => {
    const place = `${at}[${first + index}]`;
    try {
      items.push(parse(record, ({ path, message }) => malformed.push({ path: joined(place, path), message })));
    } catch (error) {
      if (!(error instanceof MalformedRecord)) throw error;
      malformed.push({ path: joined(place, error.path), message: error.message });
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

const joined = (at: string, path: string): string => (at && path ? `${at}.${path}` : at || path);

const quoted = (value: string) => JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);

function unlike(expected: string, found: unknown): string {
  const kind =
    found === undefined ? "missing" : found === null ? "null" : Array.isArray(found) ? "a list" : `a ${typeof found}`;
  return `should be ${expected}, is ${kind}`;
}
