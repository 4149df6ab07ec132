import { isOpen, list, longestList } from "./made";
import type { Place, Value } from "./value";

/** What a lambda comes to with these values. */
export type Lambda = (...values: readonly Value[]) => Value;

/** A function of Resource Manager that asks lambdas about what is in a list. undefined: it cannot be told. */
type LambdaFunction = (args: readonly Value[], lambdas: readonly Lambda[], place: Place) => Value | undefined;

const itemsIn = (value: Value | undefined) =>
  value?.kind === "array" && value.items.length <= longestList ? value.items : undefined;

const numbered = (at: number, place: Place): Value => ({ kind: "number", value: at, place });

const map: LambdaFunction = ([whole], [change], place) => {
  const items = itemsIn(whole);
  return items && change
    ? list(
        items.map((item, at) => change(item, numbered(at, place))),
        place,
      )
    : undefined;
};

/** Where it cannot be told of one item whether it stays, the list is not known. */
const filter: LambdaFunction = ([whole], [isKept], place) => {
  const items = itemsIn(whole);
  if (!items || !isKept) return undefined;
  const kept: Value[] = [];
  for (const [at, item] of items.entries()) {
    const answer = isKept(item, numbered(at, place));
    if (answer.kind === "unknown") return answer;
    if (answer.kind !== "boolean") return undefined;
    if (answer.value) kept.push(item);
  }
  return list(kept, place);
};

const reduce: LambdaFunction = ([whole, first], [step], place) => {
  const items = itemsIn(whole);
  return items && first && step
    ? items.reduce((sofar, item, at) => step(sofar, item, numbered(at, place)), first)
    : undefined;
};

const sort: LambdaFunction = ([whole], [isBefore], place) => {
  const items = itemsIn(whole);
  if (!items || !isBefore) return undefined;
  let doubt: Value | undefined;
  const precedes = (one: Value, other: Value): boolean => {
    const answer = isBefore(one, other);
    if (answer.kind === "boolean") return answer.value;
    doubt ??= answer;
    return false;
  };
  const sorted = [...items].sort((one, other) => (precedes(one, other) ? -1 : precedes(other, one) ? 1 : 0));
  return doubt ? (doubt.kind === "unknown" ? doubt : undefined) : list(sorted, place);
};

const toObject: LambdaFunction = ([whole], [keyOf, valueOf], place) => {
  const items = itemsIn(whole);
  if (!items || !keyOf) return undefined;
  const members = new Map<string, Value>();
  for (const item of items) {
    const key = keyOf(item);
    if (key.kind === "unknown") return key;
    if (key.kind !== "string" || isOpen(key)) return undefined;
    members.set(key.value, valueOf ? valueOf(item) : item);
  }
  return { kind: "object", members, place };
};

const mapValues: LambdaFunction = ([whole], [change], place) =>
  whole?.kind === "object" && change
    ? { kind: "object", members: new Map(Array.from(whole.members, ([name, one]) => [name, change(one)])), place }
    : undefined;

export const lambdaFunctions: ReadonlyMap<string, LambdaFunction> = new Map([
  ["map", map],
  ["filter", filter],
  ["reduce", reduce],
  ["sort", sort],
  ["toobject", toObject],
  ["mapvalues", mapValues],
]);
