import { Refusal } from "../call";
import { badRequest } from "./errors";
import { isGuid } from "./scope";

export type Fields = Readonly<Record<string, unknown>>;

const invalidContent = (why: string) =>
  badRequest("InvalidRequestContent", `The request content was invalid and could not be deserialized: '${why}'.`);

/** The JSON object of a request, or the refusal that ARM's front door gives before a provider sees it. */
export async function readBody(request: Request): Promise<Fields> {
  const type = request.headers.get("content-type");
  if (!type?.toLowerCase().startsWith("application/json")) {
    throw new Refusal(
      415,
      "UnsupportedMediaType",
      `The content media type '${type ?? "<null>"}' is not supported. Only 'application/json' is supported.`,
    );
  }
  const text = await request.text();
  if (text.trim() === "") {
    throw badRequest("MissingRequestBody", "The request content is empty. A JSON object is required.");
  }
  try {
    return asObject(JSON.parse(text), "");
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw invalidContent(error instanceof Error ? error.message : "not JSON");
  }
}

function asObject(value: unknown, path: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw invalidContent(`An object is expected. Path '${path}'`);
  }
  return { ...value };
}

export const objectAt = (fields: Fields, name: string, path: string): Fields => {
  if (fields[name] === undefined || fields[name] === null) throw missing(name, path);
  return asObject(fields[name], `${path}${name}`);
};

export function textAt(fields: Fields, name: string, path: string): string {
  const text = optionalText(fields, name, path);
  if (text === undefined || text === "") throw missing(name, path);
  return text;
}

export function optionalText(fields: Fields, name: string, path: string): string | undefined {
  const value = fields[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") throw invalidContent(`A string is expected. Path '${path}${name}'`);
  return value;
}

export function guidAt(fields: Fields, name: string, path: string): string {
  const text = textAt(fields, name, path);
  if (!isGuid(text)) {
    const label = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    throw badRequest("InvalidRequestContent", `The ${label} '${text}' must be a valid Guid.`);
  }
  return text;
}

/** Objects of an array; none if it is absent. */
export function objectsAt(fields: Fields, name: string, path: string): Fields[] {
  return itemsAt(fields, name, path).map((item, index) => asObject(item, `${path}${name}[${index}]`));
}

export function textsAt(fields: Fields, name: string, path: string): string[] {
  return itemsAt(fields, name, path).map((item, index) => {
    if (typeof item !== "string") throw invalidContent(`A string is expected. Path '${path}${name}[${index}]'`);
    return item;
  });
}

function itemsAt(fields: Fields, name: string, path: string): unknown[] {
  const value = fields[name];
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw invalidContent(`An array is expected. Path '${path}${name}'`);
  return value;
}

export const missing = (name: string, path: string): Refusal =>
  invalidContent(`Required property '${name}' not found in JSON. Path '${path.replace(/\.$/, "")}'`);
