import type { TemplateFunction } from "./functions";
import { isOpen, list } from "./made";
import { memberOf, type Place, type Value } from "./value";

/** The lists in a list, end to end. What is in it and not known keeps it from an answer. */
const flatten: TemplateFunction = ([whole], place) => {
  if (whole?.kind !== "array") return undefined;
  const items: Value[] = [];
  for (const one of whole.items) {
    if (one.kind === "unknown") return one;
    if (one.kind !== "array") return undefined;
    items.push(...one.items);
  }
  return list(items, place);
};

/** What a later object says counts; names are one whatever their case. */
const shallowMerge: TemplateFunction = ([whole], place) => {
  if (whole?.kind !== "array") return undefined;
  const members = new Map<string, Value>();
  for (const one of whole.items) {
    if (one.kind === "unknown") return one;
    if (one.kind !== "object") return undefined;
    for (const [name, value] of one.members) setMember(members, name, value);
  }
  return { kind: "object", members, place };
};

function setMember(members: Map<string, Value>, name: string, value: Value): void {
  const lower = name.toLowerCase();
  const known = [...members.keys()].find((other) => other.toLowerCase() === lower);
  members.set(known ?? name, value);
}

/** Step by step into objects and lists; null where there is no such thing. */
const tryGet: TemplateFunction = ([whole, ...steps], place) => {
  let found = whole;
  for (const step of steps) {
    if (found?.kind === "unknown") return found;
    if (step.kind === "string" && !isOpen(step)) found = memberOf(found, step.value);
    else if (step.kind === "number") found = found?.kind === "array" ? found.items[step.value] : undefined;
    else return undefined;
    if (!found) return { kind: "null", place };
  }
  return found;
};

const sorted = (members: ReadonlyMap<string, Value>) =>
  [...members].sort(([one], [other]) => (one.toLowerCase() < other.toLowerCase() ? -1 : 1));

const pair = (key: string, value: Value, place: Place): Value => ({
  kind: "object",
  members: new Map<string, Value>([
    ["key", { kind: "string", value: key, place }],
    ["value", value],
  ]),
  place,
});

/** Functions that take lists and objects apart and join them. */
export const collectionFunctions: readonly (readonly [string, TemplateFunction])[] = [
  ["flatten", flatten],
  ["shallowmerge", shallowMerge],
  ["tryget", tryGet],
  [
    "items",
    ([whole], place) =>
      whole?.kind === "object"
        ? list(
            sorted(whole.members).map(([key, value]) => pair(key, value, place)),
            place,
          )
        : undefined,
  ],
  [
    "objectkeys",
    ([whole], place) =>
      whole?.kind === "object"
        ? list(
            sorted(whole.members).map(([key]) => ({ kind: "string", value: key, place })),
            place,
          )
        : undefined,
  ],
];
