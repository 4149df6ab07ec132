import { collectionFunctions } from "./collections";
import { isOpen, list, longestList, number, text, truth } from "./made";
import type { Place, Value } from "./value";

/**
 * Functions of Resource Manager that need nothing but their arguments. undefined: with these arguments it cannot be told.
 * None of them is given an unknown argument, but for `concat` and `format`, which leave what is unknown standing.
 */
export type TemplateFunction = (args: readonly Value[], place: Place) => Value | undefined;

const anyOpen = (args: readonly Value[]) => args.some(isOpen);

/** As `string()` writes it; undefined for lists and objects, whose text nobody's offer depends on. */
function asText(value: Value | undefined): string | undefined {
  switch (value?.kind) {
    case "string":
      return value.value;
    case "number":
    case "boolean":
      return String(value.value);
    case "unknown":
      return `<${value.expression}>`;
    default:
      return undefined;
  }
}

const ofText =
  (change: (text: string) => string): TemplateFunction =>
  ([one], place) =>
    one?.kind === "string" ? text(change(one.value), place, isOpen(one)) : undefined;

const ofNumbers =
  (change: (one: number, other: number) => number): TemplateFunction =>
  ([one, other], place) =>
    one?.kind === "number" && other?.kind === "number" ? number(change(one.value, other.value), place) : undefined;

const comparing =
  (holds: (order: number) => boolean): TemplateFunction =>
  ([one, other], place) => {
    if (!one || !other || anyOpen([one, other])) return undefined;
    const areAlike = (one.kind === "number" || one.kind === "string") && one.kind === other.kind;
    if (!areAlike || (other.kind !== "number" && other.kind !== "string")) return undefined;
    return truth(holds(one.value < other.value ? -1 : one.value > other.value ? 1 : 0), place);
  };

/** undefined where it cannot be told. Strings are compared without regard to case. */
function areEqual(one: Value, other: Value): boolean | undefined {
  if (one.kind === "unknown" || other.kind === "unknown" || anyOpen([one, other])) return undefined;
  if (one.kind === "string" && other.kind === "string") return one.value.toLowerCase() === other.value.toLowerCase();
  if (one.kind === "array" || one.kind === "object" || other.kind === "array" || other.kind === "object")
    return one.kind === other.kind ? undefined : false;
  if (one.kind === "null" || other.kind === "null") return one.kind === other.kind;
  return one.value === other.value;
}

function sizeOf(value: Value | undefined): number | undefined {
  if (!value || isOpen(value)) return undefined;
  if (value.kind === "string") return value.value.length;
  if (value.kind === "array") return value.items.length;
  return value.kind === "object" ? value.members.size : undefined;
}

const concat: TemplateFunction = (args, place) => {
  if (args.some(({ kind }) => kind === "array")) {
    if (!args.every(({ kind }) => kind === "array")) return undefined;
    return list(
      args.flatMap((one) => (one.kind === "array" ? one.items : [])),
      place,
    );
  }
  const texts = args.map(asText);
  if (texts.includes(undefined)) return undefined;
  return text(texts.join(""), place, args.some(({ kind }) => kind === "unknown") || anyOpen(args));
};

const format: TemplateFunction = ([pattern, ...args], place) => {
  if (pattern?.kind !== "string") return undefined;
  const filled = pattern.value.replace(/\{\{|\}\}|\{(\d+)(?::[^{}]*)?\}/g, (hole, index?: string) =>
    index === undefined ? hole.charAt(0) : (asText(args[Number(index)]) ?? hole),
  );
  return text(filled, place, args.some(({ kind }) => kind === "unknown") || anyOpen([pattern, ...args]));
};

const union: TemplateFunction = (args, place) => {
  if (args.every(({ kind }) => kind === "array")) return concat(args, place);
  if (!args.every(({ kind }) => kind === "object")) return undefined;
  const members = new Map(args.flatMap((one) => (one.kind === "object" ? [...one.members] : [])));
  return { kind: "object", members, place };
};

/** Of all that name a resource, the type and the names are what matters here. */
const resourceId: TemplateFunction = (args, place) => {
  const at = args.findIndex(
    (arg) => arg.kind === "string" && /^[\w.]+\/./.test(arg.value) && !arg.value.startsWith("/"),
  );
  const type = asText(args[at]);
  const names = args.slice(at + 1).map(asText);
  if (at < 0 || type === undefined || names.includes(undefined)) return undefined;
  const [provider = "", ...types] = type.replace(/\/+$/, "").split("/");
  const steps = types.map((one, step) => `${one}/${names[step] ?? ""}`);
  return text(["/providers", provider, ...steps].join("/"), place, true);
};

const between =
  (from: number, to?: number): TemplateFunction =>
  ([one, count], place) => {
    if (!one || isOpen(one)) return undefined;
    const [start, end] =
      count?.kind === "number" ? [from ? count.value : 0, from ? undefined : count.value] : [from, to];
    if (one.kind === "array") return list(one.items.slice(start, end), place);
    return one.kind === "string" ? text(one.value.slice(start, end), place) : undefined;
  };

const end =
  (at: 0 | -1): TemplateFunction =>
  ([one], place) => {
    if (one?.kind === "array") return one.items.at(at);
    return one?.kind === "string" && !isOpen(one) ? text(one.value.at(at) ?? "", place) : undefined;
  };

const logic =
  (decides: boolean): TemplateFunction =>
  (args, place) =>
    args.every(({ kind }) => kind === "boolean")
      ? truth(args.some((one) => one.kind === "boolean" && one.value === decides) ? decides : !decides, place)
      : undefined;

export const templateFunctions: ReadonlyMap<string, TemplateFunction> = new Map<string, TemplateFunction>([
  ["concat", concat],
  ["format", format],
  ["union", union],
  ["tolower", ofText((value) => value.toLowerCase())],
  ["toupper", ofText((value) => value.toUpperCase())],
  ["trim", ofText((value) => value.trim())],
  [
    "replace",
    (args, place) => {
      const [one, from, to] = args.map(asText);
      if (one === undefined || !from || to === undefined) return undefined;
      return text(one.replaceAll(from, to), place, anyOpen(args));
    },
  ],
  [
    "split",
    ([one, by], place) => {
      if (one?.kind !== "string" || by?.kind !== "string" || isOpen(one) || by.value === "") return undefined;
      return list(
        one.value.split(by.value).map((value) => ({ kind: "string", value, place })),
        place,
      );
    },
  ],
  [
    "string",
    ([one], place) => {
      const value = asText(one);
      return value === undefined ? undefined : text(value, place, one && isOpen(one));
    },
  ],
  ["int", ([one], place) => number(one?.kind === "number" || one?.kind === "string" ? Number(one.value) : NaN, place)],
  ["length", ([one], place) => number(sizeOf(one) ?? NaN, place)],
  [
    "empty",
    ([one], place) => {
      const size = one?.kind === "null" ? 0 : sizeOf(one);
      return size === undefined ? undefined : truth(size === 0, place);
    },
  ],
  ["first", end(0)],
  ["last", end(-1)],
  ["skip", between(1)],
  ["take", between(0)],
  ...collectionFunctions,
  ["createarray", list],
  ["array", ([one], place) => (one?.kind === "array" ? one : one && list([one], place))],
  [
    "createobject",
    (args, place) => {
      const members = new Map<string, Value>();
      for (let at = 0; at + 1 < args.length; at += 2) {
        const [name, value] = [args[at], args[at + 1]];
        if (name?.kind !== "string" || isOpen(name) || !value) return undefined;
        members.set(name.value, value);
      }
      return { kind: "object", members, place };
    },
  ],
  [
    "range",
    ([from, count], place) =>
      from?.kind === "number" && count?.kind === "number" && count.value >= 0 && count.value <= longestList
        ? list(
            Array.from({ length: count.value }, (_, at) => ({ kind: "number", value: from.value + at, place })),
            place,
          )
        : undefined,
  ],
  [
    "contains",
    ([whole, part], place) => {
      if (!whole || !part || anyOpen([whole, part])) return undefined;
      if (whole.kind === "string" && part.kind === "string") return truth(whole.value.includes(part.value), place);
      if (whole.kind === "object" && part.kind === "string")
        return truth(
          [...whole.members.keys()].some((name) => name.toLowerCase() === part.value.toLowerCase()),
          place,
        );
      if (whole.kind !== "array") return undefined;
      const answers = whole.items.map((item) => areEqual(item, part));
      return answers.includes(true)
        ? truth(true, place)
        : answers.includes(undefined)
          ? undefined
          : truth(false, place);
    },
  ],
  [
    "equals",
    ([one, other], place) => {
      const answer = one && other && areEqual(one, other);
      return answer === undefined ? undefined : truth(answer, place);
    },
  ],
  ["not", ([one], place) => (one?.kind === "boolean" ? truth(!one.value, place) : undefined)],
  ["and", logic(false)],
  ["or", logic(true)],
  [
    "bool",
    ([one], place) =>
      one?.kind === "boolean"
        ? one
        : one?.kind === "string"
          ? truth(one.value.toLowerCase() === "true", place)
          : undefined,
  ],
  ["less", comparing((order) => order < 0)],
  ["lessorequals", comparing((order) => order <= 0)],
  ["greater", comparing((order) => order > 0)],
  ["greaterorequals", comparing((order) => order >= 0)],
  ["add", ofNumbers((one, other) => one + other)],
  ["sub", ofNumbers((one, other) => one - other)],
  ["mul", ofNumbers((one, other) => one * other)],
  ["div", ofNumbers((one, other) => Math.trunc(one / other))],
  ["mod", ofNumbers((one, other) => one % other)],
  ["null", (_, place) => ({ kind: "null", place })],
  ["true", (_, place) => truth(true, place)],
  ["false", (_, place) => truth(false, place)],
  ["resourceid", resourceId],
  ["subscriptionresourceid", resourceId],
  ["tenantresourceid", resourceId],
  ["extensionresourceid", ([, ...args], place) => resourceId(args, place)],
  ["managementgroupresourceid", resourceId],
]);

/** Those that leave what is unknown standing in a text. */
export const takesUnknown: ReadonlySet<string> = new Set([
  "concat",
  "format",
  "resourceid",
  "subscriptionresourceid",
  "tenantresourceid",
  "extensionresourceid",
  "managementgroupresourceid",
]);

/** The same arguments always give the same, which no file tells: two of them with the same text are equal. */
export const namingFunctions: ReadonlySet<string> = new Set(["guid", "uniquestring"]);

export const namingText = (name: string, args: readonly Value[]): string =>
  `${name}(${args.map((arg) => asText(arg) ?? "…").join(",")})`;
